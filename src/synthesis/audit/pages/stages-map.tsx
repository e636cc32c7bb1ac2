import { Tile } from '#src/synthesis/charts/tile.tsx'
import { fr, inLetters, numberFr, plural } from '#src/synthesis/french.ts'
import { Section } from '#src/synthesis/pages/section.tsx'
import type { AnswerKind, Grade } from '#src/scoring/score.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { Scales } from '#src/synthesis/audit/charts/scales.tsx'
import { StageBar } from '#src/synthesis/audit/charts/stage-bar.tsx'
import type { AuditSynthesis, Stage } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { mapHeadline } from '#src/synthesis/audit/texts-fr.ts'
import { overallText } from '#src/synthesis/texts-fr.ts'

/** Three lines of a title would make its stage too high for eight to stand on a sheet. */
const longestTitle = 34

/** Every stage, what the law asks first; the score beside it, never added up. */
export function StagesMap({ audit }: { readonly audit: AuditSynthesis }) {
  const { stages, tally, supports } = audit
  return (
    <Section
      id="etapes"
      kicker={stages.length < 2 ? 'Les étapes' : `Les ${inLetters(stages.length)} étapes`}
      title={mapHeadline(tally)}
      className="map"
    >
      <p className="lead map-lead">
        <Scales silent />{' '}
        {fr(
          'Sous le trait noir, à gauche : ce que la loi exige, ou le risque juridique direct. À droite : les bonnes pratiques. Largeur : poids ; chiffre et teinte : niveau ; lettre : solidité de la preuve.',
        )}
      </p>
      <Tally audit={audit} />
      <ol>
        {stages.map((stage) => (
          <li className="dim" key={stage.id}>
            <div>
              <h3>{fr(stage.title.length > longestTitle ? stage.shortTitle : stage.title)}</h3>
              <StageScore stage={stage} />
            </div>
            <StageBar stage={stage} />
          </li>
        ))}
      </ol>
      <p className="note map-note">
        {fr(
          `« En place » : niveau 3 ou 4. ${supports.length === 0 ? '' : 'Ronds : points d’appui. '}${tally.warnings === 0 ? '' : 'V : vigilances, page suivante. '}Un score va de 0 à 100 % et se calcule dès 60 % de couverture. ${overallText(audit.overall)}`,
        )}
      </p>
    </Section>
  )
}

type Mark = { readonly answer: AnswerKind; readonly level?: Level; readonly grade: Grade; readonly framed?: true }
type Count = { readonly marks: readonly Mark[]; readonly count: number; readonly label: string; readonly note: string }

function Tally({ audit: { tally } }: { readonly audit: AuditSynthesis }) {
  const counts: readonly Count[] = [
    {
      marks: [
        { answer: 'level', level: 4, grade: 'A' },
        { answer: 'level', level: 3, grade: 'A' },
      ],
      count: tally.strengths,
      label: plural(tally.strengths, 'point d’appui', 'points d’appui'),
      note: 'niveau 3 ou 4, A ou B',
    },
    {
      marks: [{ answer: 'level', level: 3, grade: 'C' }],
      count: tally.toDemonstrate,
      label: 'à démontrer',
      note: 'niveau 3 ou 4, en C',
    },
    {
      marks: [
        { answer: 'level', level: 2, grade: 'A' },
        { answer: 'level', level: 2, grade: 'C' },
      ],
      count: tally.toImprove,
      label: 'à faire progresser',
      note: 'niveau 1 ou 2',
    },
    {
      marks: [{ answer: 'level', level: 1, grade: 'C', framed: true }],
      count: tally.warnings,
      label: plural(tally.warnings, 'vigilance'),
      note: 'niveau 1, légal',
    },
    ...(tally.unknown === 0
      ? []
      : ([
          {
            marks: [{ answer: 'unknown', grade: 'C' }],
            count: tally.unknown,
            label: 'ne sait pas',
            note: 'hors score',
          },
        ] satisfies Count[])),
    ...(tally.unanswered === 0
      ? []
      : [{ marks: [], count: tally.unanswered, label: 'sans réponse', note: 'hors score' }]),
    ...(tally.notApplicable === 0
      ? []
      : [
          {
            marks: [],
            count: tally.notApplicable,
            label: plural(tally.notApplicable, 'non concerné'),
            note: 'hors calcul',
          },
        ]),
  ]
  return (
    <ul className="tally">
      {counts.map(({ marks, count, label, note }) => (
        <li key={label}>
          {marks.map(({ answer, level, grade, framed }, index) => (
            <svg key={index} className="mark" width="8mm" height="5mm" viewBox="0 0 8 5" aria-hidden="true">
              <Tile box={{ x: 0, y: 0, width: 8, height: 5 }} answer={answer} level={level} grade={grade} bare />
              {framed === true && (
                <rect x={0.4} y={0.4} width={7.2} height={4.2} fill="none" stroke="var(--warning)" strokeWidth={0.8} />
              )}
            </svg>
          ))}
          <b>{count}</b>
          <span className={marks[0]?.framed === true && count > 0 ? 'small miss' : 'small'}>{fr(label)}</span>
          <span className="note">{fr(note)}</span>
        </li>
      ))}
    </ul>
  )
}

function StageScore({ stage: { score, legal } }: { readonly stage: Stage }) {
  const { levelled, applicable } = score.coverage
  const coverage = applicable === 0 ? '' : `couverture ${numberFr((100 * levelled) / applicable)} %`
  const law =
    legal.applicable === 0 ? (
      'aucun critère légal'
    ) : (
      <>
        <Scales size={3.2} silent /> {fr(`${legal.inPlace} sur ${legal.applicable} en place`)}
      </>
    )
  return (
    <p className="sc">
      <b className={score.computable ? undefined : 'away'}>
        {fr(score.computable ? `${numberFr(score.value)} %` : 'non calculé')}
      </b>
      <span className="note nb">
        {law}
        <br />
        {fr(coverage)}
      </span>
    </p>
  )
}
