import { GradeMark } from '#src/synthesis/charts/marks.tsx'
import { Tile } from '#src/synthesis/charts/tile.tsx'
import { fr, shortened } from '#src/synthesis/french.ts'
import { texts } from '#src/synthesis/texts-fr.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'

const levels: readonly Level[] = [1, 2, 3, 4]

/** The four levels as they are drawn, and what each means where the document says it. */
export function LevelsKey({ names, meanings }: LevelsKeyProps) {
  return (
    <section>
      <h3>Les quatre niveaux</h3>
      <dl className="lines">
        {levels.map((level) => (
          <div key={level}>
            <dt>
              <svg className="sw" width="5mm" height="4mm" viewBox="0 0 5 4" aria-hidden="true">
                <Tile
                  box={{ x: 0.12, y: 0.12, width: 4.76, height: 3.76 }}
                  answer="level"
                  level={level}
                  grade="A"
                  bare
                />
              </svg>
              {fr(`${level}. ${names[level - 1] ?? ''}`)}
            </dt>
            {meanings !== undefined && <dd>{fr(meanings[level - 1] ?? '')}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What makes evidence solid. */
export function GradesKey() {
  return (
    <section>
      <h3>La solidité de la preuve</h3>
      <dl className="lines">
        {(['A', 'B', 'C'] as const).map((grade) => (
          <div key={grade}>
            <dt>
              <GradeMark grade={grade} /> {fr(texts.grades[grade].name)}
            </dt>
            <dd>{fr(texts.grades[grade].rule)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What each absence of a level does to a score; `reasons` of those that do not apply. */
export function Absences({ tally, reasons }: AbsencesProps) {
  return (
    <section>
      <h3>Trois absences, trois sens</h3>
      <p className="small">{fr(`Ne sait pas (${tally.unknown}) : hors score, baisse la couverture.`)}</p>
      <p className="small">{fr(`Sans réponse (${tally.unanswered}) : même effet.`)}</p>
      <p className="small">{fr(`Non concerné (${tally.notApplicable}) : retiré du calcul, motif à l’appui.`)}</p>
      {reasons.map(({ id, shortTitle, reason }) => (
        <p className="note" key={id} dir="auto">
          {fr(reason === undefined ? shortTitle : `${shortTitle} : « ${shortened(reason, 120)} »`)}
        </p>
      ))}
    </section>
  )
}

type LevelsKeyProps = { readonly names: readonly string[]; readonly meanings?: readonly string[] }
type AbsencesProps = {
  readonly tally: { readonly unknown: number; readonly unanswered: number; readonly notApplicable: number }
  readonly reasons: readonly { readonly id: string; readonly shortTitle: string; readonly reason?: string }[]
}
