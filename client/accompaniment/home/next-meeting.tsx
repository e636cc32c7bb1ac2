import { IconPresentation } from '@tabler/icons-react'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { hours, today } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { DateLeaf } from '#client/drawing/date-leaf.tsx'
import { meetingLabels } from '#client/history/texts-fr.ts'
import { valueAt } from '#client/saving/entry-value.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'

/** The next date, with the way to the screen shown in the room while the team takes position. */
export function NextMeeting({ accompaniment }: { readonly accompaniment: AccompanimentView }) {
  const { id, role, state } = accompaniment
  const next = upcomingMeetings(accompaniment)[0]
  return (
    <section aria-labelledby="meeting-title">
      <h2 id="meeting-title">{t.nextMeeting}</h2>
      {next === undefined ? (
        <>
          <p className="muted">{t.noMeeting}</p>
          {role === 'advisor' && (
            <GoLink className="act" to={paths.page(id, 'framing', 'meeting/1')}>
              {t.setDates}
            </GoLink>
          )}
        </>
      ) : (
        <div className="home-meeting">
          <DateLeaf on={next.startsAt} here />
          <div>
            <b>{meetingLabels[next.id] ?? next.id}</b>
            <p className="small muted">{[hours(next.startsAt, next.minutes), next.place].filter(Boolean).join(', ')}</p>
          </div>
        </div>
      )}
      {role === 'advisor' && (state === 'arguments' || state === 'evidence') && (
        <GoLink className="act" to={paths.meeting(id)}>
          <IconPresentation size={20} aria-hidden />
          {t.openMeeting}
        </GoLink>
      )}
    </section>
  )
}

/** Dated, not held, today or later; the soonest first. */
export function upcomingMeetings(accompaniment: AccompanimentView) {
  const day = today()
  return ['1', '2', '3', 'm3', 'm6', 'm12']
    .flatMap((id) => {
      const meeting = valueAt(`meeting/${id}`, accompaniment.entries[`meeting/${id}`]?.value)
      return meeting === undefined || meeting.held === true || meeting.startsAt < day ? [] : [{ id, ...meeting }]
    })
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
