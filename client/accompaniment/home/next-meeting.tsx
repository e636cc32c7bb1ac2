import { IconPresentation } from '@tabler/icons-react'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { hours, today } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { DateLeaf } from '#client/drawing/date-leaf.tsx'
import { pageOfStep, standingStep } from '#client/journey/steps.ts'
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
            <GoLink
              className="act"
              to={paths.page(id, 'framing', `meeting/${outlines[accompaniment.journey].meetings[0]}`)}
            >
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
      {role === 'advisor' &&
        pageOfStep(outlines[accompaniment.journey], standingStep(outlines[accompaniment.journey], state)) ===
          'positioning' && (
          <GoLink className="act" to={paths.meeting(id)}>
            <IconPresentation size={20} aria-hidden />
            {t.openMeeting}
          </GoLink>
        )}
    </section>
  )
}

/** Dated, not held, today or later; the soonest first. */
function upcomingMeetings(accompaniment: AccompanimentView) {
  const day = today()
  const { meetings, followUps } = outlines[accompaniment.journey]
  return [...meetings, ...followUps]
    .flatMap((id) => {
      const meeting = valueAt(`meeting/${id}`, accompaniment.entries[`meeting/${id}`]?.value)
      return meeting === undefined || meeting.held === true || meeting.startsAt < day ? [] : [{ id, ...meeting }]
    })
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
