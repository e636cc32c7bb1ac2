import type { DimensionExplanation } from '#src/scoring/explanation.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { coveragePercent } from './coverage.ts'
import { resultsTexts } from './texts-fr.ts'

/** Criteria that bring nothing to the result, each with what that does to it. */
export function OutOfCalculation({
  opened,
  explanation,
}: {
  readonly opened: Opened
  readonly explanation: DimensionExplanation
}) {
  const out = explanation.criteria.filter(({ answer }) => answer !== 'level')
  if (out.length === 0) return null
  const { score } = explanation
  const missing = score.computable
    ? resultsTexts.missingWhy(coveragePercent(score.coverage))
    : resultsTexts.missingWhyNone

  return (
    <section aria-labelledby="out-of-calculation">
      <h3 id="out-of-calculation">{resultsTexts.out}</h3>
      <ul className="why-apart">
        {out.map(({ id, title, answer }) => {
          const given = opened.read(`criterion/${id}`)
          return (
            <li key={id}>
              <LevelRod
                value={answer === 'unknown' ? 'unknown' : answer === 'notApplicable' ? 'not-applicable' : 'unanswered'}
                height={38}
              />
              <span>
                <b>
                  {answer === 'unknown'
                    ? resultsTexts.outUnknown(title)
                    : answer === 'notApplicable'
                      ? resultsTexts.outNotApplicable(title)
                      : resultsTexts.outUnanswered(title)}
                </b>
                {answer !== 'notApplicable'
                  ? missing
                  : given !== undefined && 'reason' in given && given.reason !== undefined
                    ? resultsTexts.reason(given.reason)
                    : resultsTexts.noReason}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
