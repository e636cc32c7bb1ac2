import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import type { MeetingEntry } from '#src/accompaniment/entry.ts'
import { readDate } from '#client/app/dates.ts'
import type { Opened } from '#client/opened/opened.ts'

export type JourneyMeeting = { readonly id: string; readonly entry: MeetingEntry | undefined }

/** The journey's meetings in order, with what is known of each. */
export function journeyMeetings(opened: Opened): readonly JourneyMeeting[] {
  return outlineOf(opened.questionnaire).meetings.map((id) => ({ id, entry: opened.read(`meeting/${id}`) }))
}

/**
 * The meeting that this one most likely is: the one chosen, else the one whose date is nearest among those not held, else
 * the first not held.
 */
export function likelyMeeting(meetings: readonly JourneyMeeting[], chosen: string | undefined, now: Date): string {
  if (chosen !== undefined && meetings.some(({ id }) => id === chosen)) return chosen
  const open = meetings.filter(({ entry }) => entry?.held !== true)
  const [nearest] = open
    .flatMap(({ id, entry }) => {
      const date = entry === undefined ? undefined : readDate(entry.startsAt)
      return date === undefined ? [] : [{ id, away: Math.abs(date.getTime() - now.getTime()) }]
    })
    .toSorted((a, b) => a.away - b.away)
  return nearest?.id ?? open[0]?.id ?? meetings[0]?.id ?? ''
}

/** Minutes by part: those kept with the meeting follow whoever leads it; before it has a date, this computer's own. */
export function minutesOf(
  entry: MeetingEntry | undefined,
  own: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return entry?.minutesByPart ?? own
}
