import { daysBetween } from '#src/shared/days.ts'
import type { Milestone } from '#src/plan/milestones.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import { shortDay } from '#client/app/dates.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { planTexts } from './texts-fr.ts'

/** Where each action falls between the start and twelve months. The list below says the same in words. */
export function Timeline({
  milestones,
  plan,
}: {
  readonly milestones: readonly Milestone[]
  readonly plan: readonly PlannedAction[]
}) {
  const [start] = milestones
  const end = milestones.at(-1)
  if (start === undefined || end === undefined || start === end) return null
  const whole = Math.max(1, daysBetween(start.on, end.on))
  const at = (day: string) => Math.min(100, Math.max(0, (100 * daysBetween(start.on, day)) / whole))

  return (
    <div className="timeline" aria-hidden="true">
      <span className="timeline-axis" />
      <span className="timeline-start">
        <Pole height={36} />
      </span>
      {plan.map((action) =>
        action.dueOn === undefined ? null : (
          <span
            key={action.id}
            className={action.priority === 'P1' ? 'timeline-point first' : 'timeline-point'}
            style={{ left: `${at(action.dueOn)}%` }}
          >
            {action.rank}
          </span>
        ),
      )}
      {milestones.map((milestone) => (
        <span
          key={milestone.id}
          className={`timeline-mark ${milestone === start ? 'start' : milestone === end ? 'end' : ''}`}
          style={{ left: `${at(milestone.on)}%` }}
        >
          <b>{milestone.month === 0 ? planTexts.start : planTexts.months(milestone.month)}</b>{' '}
          {milestone.month > 0 && shortDay(milestone.on)}
        </span>
      ))}
    </div>
  )
}
