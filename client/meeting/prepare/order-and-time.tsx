import { useState } from 'react'
import { openCriteria, type Opened } from '#client/opened/opened.ts'
import { Note } from '#client/feedback/note.tsx'
import { minutesPerCriterion } from '#client/meeting/agenda/agenda-times.ts'
import type { MeetingPlan } from '#client/meeting/lead/meeting-memory.ts'
import {
  orderOf,
  plannedParts,
  withCriteriaMoved,
  withIncluded,
  withPartsMoved,
  type PlannedPart,
} from '#client/meeting/agenda/plan-order.ts'
import type { Room } from '#client/meeting/live/use-room.ts'
import { SortableList } from '#client/sorting/sortable-list.tsx'
import { duration, prepareTexts as t } from './texts-fr.ts'

/** The parts of the meeting: kept or not, in order, with their minutes; each opens on its criteria. */
export function OrderAndTime({ opened, room, plan, meetingMinutes, onPlan }: OrderProps) {
  const all = openCriteria(opened)
  const order = room?.order ?? plan.order ?? all.map(({ criterion }) => criterion.id)
  // Parts left out keep their place in the list while this page is open.
  const [parts, setParts] = useState(() => plannedParts(all, order))
  const minutesOf = (part: PlannedPart) => plan.minutes[part.id] ?? keptIn(part) * minutesPerCriterion
  const total = parts.filter((part) => keptIn(part) > 0).reduce((sum, part) => sum + minutesOf(part), 0)
  const over = meetingMinutes === undefined ? 0 : total - meetingMinutes

  function change(next: readonly PlannedPart[]): void {
    setParts(next)
    const chosen = orderOf(next)
    onPlan({ ...plan, order: chosen })
    if (room !== undefined) void room.send({ type: 'reorder', criteria: [...chosen] })
  }

  return (
    <section aria-labelledby="order-title">
      <div className="group-head">
        <h2 id="order-title">{t.order}</h2>
        <span>
          {meetingMinutes === undefined
            ? t.totalAlone(duration(total))
            : t.total(duration(total), duration(meetingMinutes))}
        </span>
      </div>
      <p className="hint plan-hint">{t.orderHint}</p>
      {over > 0 && <Note kind="warn">{t.tooLong(duration(over))}</Note>}
      {room?.failure !== undefined && <Note kind="error">{room.failure}</Note>}
      <SortableList
        items={parts}
        words={t.drag}
        className="plan-parts"
        onOrder={(ids) => change(withPartsMoved(parts, ids))}
      >
        {(part) => {
          const kept = keptIn(part)
          return (
            <div className="plan-part">
              <label className="plan-keep">
                <input
                  type="checkbox"
                  checked={kept > 0}
                  onChange={({ target }) =>
                    change(
                      withIncluded(
                        parts,
                        part.criteria.map(({ id }) => id),
                        target.checked,
                      ),
                    )
                  }
                />
                <b>
                  <span className="vh">{t.include('')}</span>
                  {part.title}
                </b>
              </label>
              <label className="plan-minutes">
                <span className="vh">{t.minutesOf(part.title)}</span>
                <input
                  className="input num"
                  type="number"
                  min={1}
                  max={300}
                  disabled={kept === 0}
                  value={kept === 0 ? '' : minutesOf(part)}
                  onChange={({ target }) => {
                    const minutes = Math.round(target.valueAsNumber)
                    if (minutes >= 1 && minutes <= 300)
                      onPlan({ ...plan, minutes: { ...plan.minutes, [part.id]: minutes } })
                  }}
                />
                {t.min}
              </label>
              <details className="plan-criteria">
                <summary>
                  {t.criteria(kept, part.criteria.length)}
                  <span className="vh"> : {part.title}</span>
                </summary>
                <SortableList
                  items={part.criteria}
                  words={t.drag}
                  className="plan-criteria-list"
                  onOrder={(ids) => change(withCriteriaMoved(parts, part.id, ids))}
                >
                  {(criterion) => (
                    <label className="plan-keep">
                      <input
                        type="checkbox"
                        checked={criterion.included}
                        onChange={({ target }) => change(withIncluded(parts, [criterion.id], target.checked))}
                      />
                      <span>
                        <span className="vh">{t.include('')}</span>
                        {criterion.title}
                      </span>
                    </label>
                  )}
                </SortableList>
              </details>
            </div>
          )
        }}
      </SortableList>
      <button
        type="button"
        className="act"
        onClick={() =>
          change(
            plannedParts(
              all,
              all.map(({ criterion }) => criterion.id),
            ),
          )
        }
      >
        {t.backToDefault}
      </button>
    </section>
  )
}

function keptIn({ criteria }: PlannedPart): number {
  return criteria.filter(({ included }) => included).length
}

type OrderProps = {
  readonly opened: Opened
  readonly room: Room | undefined
  readonly plan: MeetingPlan
  readonly meetingMinutes: number | undefined
  readonly onPlan: (plan: MeetingPlan) => void
}
