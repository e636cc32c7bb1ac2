import type { QuizRoundResults } from '#src/anonymity/results.ts'
import { awarenessTexts as t } from '#client/awareness/texts-fr.ts'

/** Answers from which a group's results show. */
const threshold = 7

/** Why nothing shows yet: the seats taken, the post after the seventh. One can debate without the figures. */
export function Waiting({ round }: { readonly round: QuizRoundResults | undefined }) {
  const answers = round?.answers ?? 0
  const isOpen = round?.shown === false && round.reason === 'still-open'
  return (
    <div className="debate-waiting">
      <p className="debate-seats" aria-hidden="true">
        {Array.from({ length: threshold + 2 }, (_, index) => (
          // Seats are places in a row: they have no other identity.
          <i key={index} className={[index < answers ? 'in' : '', index === threshold - 1 ? 'post' : ''].join(' ')} />
        ))}
        <span>{t.fromSeven}</span>
      </p>
      <div role="status">
        <h2>
          {answers >= threshold
            ? isOpen
              ? t.closeFirst
              : t.noFigures
            : isOpen
              ? t.still(threshold - answers)
              : t.noFigures}
        </h2>
        <p>{answers >= threshold && isOpen ? t.closeFirstWhy : t.waitingWhy}</p>
      </div>
    </div>
  )
}
