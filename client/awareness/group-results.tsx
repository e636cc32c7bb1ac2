import type { QuizResults, QuizRoundResults } from '#src/anonymity/results.ts'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'
import { awarenessTexts as t } from './texts-fr.ts'

/** Right answers case by case, before and after; person by person only where that tells of nobody. */
export function GroupResults({ results, cases }: ResultsProps) {
  const { before, after } = results.rounds
  if (!before.shown && !after.shown) return null
  const { paired } = results
  return (
    <section aria-labelledby="group-results">
      <h2 className="rule" id="group-results">
        {t.results}
      </h2>
      <p className="muted">
        {t.resultsWhy}{' '}
        {paired === undefined
          ? before.shown && after.shown && t.notPaired
          : `${t.paired(paired.people)}. ${t.pairedWhy}`}
      </p>
      <table className="quiz-table">
        <thead>
          <tr>
            <th scope="col">{t.case}</th>
            {before.shown && <th scope="col">{t.rounds.before}</th>}
            {after.shown && <th scope="col">{t.rounds.after}</th>}
          </tr>
        </thead>
        <tbody>
          {cases.map(({ id, title }) => {
            const pair = paired?.cases.find((each) => each.id === id)
            return (
              <tr key={id}>
                <th scope="row">{title}</th>
                {before.shown && <Right round={before} id={id} pair={pair && [pair.before, paired?.people ?? 0]} />}
                {after.shown && <Right round={after} id={id} pair={pair && [pair.after, paired?.people ?? 0]} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Right({ round, id, pair }: RightProps) {
  const found = round.cases.find((each) => each.id === id)
  const [right, of] = pair ?? [found?.right ?? 0, round.answers]
  return (
    <td>
      <span className="quiz-dots" aria-hidden="true">
        {Array.from({ length: Math.min(of, 40) }, (_, index) => (
          <i key={index} className={index < right ? 'on' : ''} />
        ))}
      </span>
      <span>{t.rightOf(right, of)}</span>
    </td>
  )
}

type ResultsProps = { readonly results: QuizResults; readonly cases: readonly QuizCase[] }
type RightProps = {
  readonly round: Extract<QuizRoundResults, { readonly shown: true }>
  readonly id: string
  readonly pair: readonly [number, number] | undefined
}
