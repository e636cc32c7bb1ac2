import type { ParkedEntry, TaskEntry } from '#src/accompaniment/entry.ts'
import { newId } from '#client/app/new-id.ts'
import type { Opened } from '#client/opened/opened.ts'

type ParkedPoint = ParkedEntry & { readonly id: string }
export type MeetingTask = TaskEntry & { readonly id: string }

/** Points put aside, in whatever meeting, and not settled since. */
export function parkedPoints(opened: Opened): readonly ParkedPoint[] {
  return opened.idsOf('parked').flatMap((id) => {
    const point = opened.read(`parked/${id}`)
    return point === undefined || point.settled === true ? [] : [{ ...point, id }]
  })
}

export function parkPoint(opened: Opened, point: ParkedEntry): void {
  opened.put(`parked/${newId()}`, point)
}

export function settlePoint(opened: Opened, { id, ...point }: ParkedPoint): void {
  opened.put(`parked/${id}`, { ...point, settled: true })
}

/** What people left this meeting with; those of another meeting still to do follow. */
export function meetingTasks(opened: Opened, meeting: string): readonly MeetingTask[] {
  return opened
    .idsOf('task')
    .flatMap((id) => {
      const task = opened.read(`task/${id}`)
      return task === undefined || (task.meeting !== meeting && task.done === true) ? [] : [{ ...task, id }]
    })
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.id.localeCompare(b.id))
}
