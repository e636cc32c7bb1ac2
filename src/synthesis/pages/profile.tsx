import { DimensionBar } from '#src/synthesis/charts/dimension-bar.tsx'
import { Tile } from '#src/synthesis/charts/tile.tsx'
import { fr, inLetters, numberFr, plural } from '#src/synthesis/french.ts'
import type { ProfileDimension } from '#src/synthesis/model/profile.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { Grade } from '#src/scoring/score.ts'
import { overallText, profileHeadline, texts } from '#src/synthesis/texts-fr.ts'
import { Section } from './section.tsx'

export function ProfilePage({ synthesis }: { readonly synthesis: Synthesis }) {
  const { profile, arguments: keyArguments } = synthesis
  const { tally, dimensions } = profile
  const lead = `Un rectangle est un critère : sa largeur est son poids, son chiffre et sa teinte sont son niveau, sa lettre la solidité de la preuve.${keyArguments.length === 0 ? '' : ' Les ronds numérotés renvoient aux arguments forts.'}`
  const kept = ([] as readonly Count[]).concat(
    {
      marks: [
        [4, 'A'],
        [3, 'A'],
      ],
      count: tally.strengths,
      label: plural(tally.strengths, 'point fort', 'points forts'),
      note: 'niveau 3 ou 4, preuve A ou B',
    },
    { marks: [[3, 'C']], count: tally.toDemonstrate, label: 'à démontrer', note: 'niveau 3 ou 4, sans preuve' },
    {
      marks: [
        [2, 'A'],
        [1, 'C'],
      ],
      count: tally.toImprove,
      label: 'à faire progresser',
      note: 'niveau 1 ou 2',
    },
    { marks: [[undefined, 'C']], count: tally.unknown, label: 'ne sait pas', note: 'hors score' },
    tally.unanswered === 0 ? [] : [{ marks: [], count: tally.unanswered, label: 'sans réponse', note: 'hors score' }],
    tally.notApplicable === 0
      ? []
      : [
          {
            marks: [],
            count: tally.notApplicable,
            label: plural(tally.notApplicable, 'non concerné'),
            note: 'hors calcul',
          },
        ],
  )

  return (
    <Section
      id="profil"
      kicker={dimensions.length < 2 ? 'Profil' : `Profil des ${inLetters(dimensions.length)} dimensions`}
      title={profileHeadline(tally)}
      lead={lead}
    >
      <ul className="tally">
        {kept.map(({ marks, count, label, note }) => (
          <li key={label}>
            {marks.map(([level, grade], index) => (
              <svg key={index} className="mark" width="8mm" height="5mm" viewBox="0 0 8 5" aria-hidden="true">
                <Tile box={{ x: 0, y: 0, width: 8, height: 5 }} answer="level" level={level} grade={grade} bare />
              </svg>
            ))}
            <b>{count}</b>
            <span className="small">{fr(label)}</span>
            <span className="note">{fr(note)}</span>
          </li>
        ))}
      </ul>
      <ol>
        {dimensions.map((dimension) => (
          <li className="dim" key={dimension.id}>
            <div>
              <h3>{fr(dimension.title)}</h3>
              <ScoreLine dimension={dimension} />
            </div>
            <DimensionBar dimension={dimension} />
          </li>
        ))}
      </ol>
      <p className="note" style={{ marginTop: '1.5mm' }}>
        {fr(
          `Un score va de 0 (tout au niveau 1) à 100 % et s’affiche dès 60 % de couverture. ${overallText(synthesis.overall)}`,
        )}
      </p>
    </Section>
  )
}

type Count = {
  readonly marks: readonly (readonly [Level | undefined, Grade])[]
  readonly count: number
  readonly label: string
  readonly note: string
}

function ScoreLine({ dimension }: { readonly dimension: ProfileDimension }) {
  const { score, criteria } = dimension
  const { levelled, applicable } = score.coverage
  const grades = (['A', 'B', 'C'] as const)
    .map((grade) => ({ grade, count: criteria.filter((one) => one.level !== undefined && one.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${count}\u00a0${grade}`)
    .join(', ')
  const coverage = applicable === 0 ? '' : `couverture ${numberFr((100 * levelled) / applicable)} %`
  if (!score.computable) {
    return (
      <p className="nc">
        <span className="miss">Non calculé</span>
        <span className="note">
          {fr(` : ${texts.notComputable[score.reason]}${coverage === '' ? '' : ` (${coverage})`}`)}
        </span>
      </p>
    )
  }
  return (
    <p className="sc">
      <b>{fr(`${numberFr(score.value)} %`)}</b>
      <span className="note">
        {fr(coverage)}
        <br />
        {grades}
      </span>
    </p>
  )
}
