import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { hours, longDay } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { ChoiceField } from '#client/fields/choice.tsx'
import { NotFound } from '#client/feedback/states.tsx'
import { meetingLabels } from '#client/history/texts-fr.ts'
import { useMeetingMemory, type MeetingPlan } from '#client/meeting/lead/meeting-memory.ts'
import { journeyMeetings, likelyMeeting, minutesOf, type JourneyMeeting } from '#client/meeting/agenda/which-meeting.ts'
import { useRoom } from '#client/meeting/live/use-room.ts'
import type { Opened } from '#client/opened/opened.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import { OrderAndTime } from './order-and-time.tsx'
import { RoomOptions } from './room-options.tsx'
import { prepareTexts as t } from './texts-fr.ts'
import './prepare.css'

/** Before the meeting: which one it is, what it will be about, in what order, for how long, with or without phones. */
export function Preparation({ opened }: { readonly opened: Opened }) {
  const { memory, remember } = useMeetingMemory(opened.id)
  const { room, create } = useRoom(opened)
  const { pathname } = useLocation()
  const [openedOn] = useState(() => new Date())
  if (opened.view.role !== 'advisor') return <NotFound />
  const meetings = journeyMeetings(opened)
  const meeting = room?.view.meeting ?? likelyMeeting(meetings, memory.plan.meeting, openedOn)
  const entry = meetings.find(({ id }) => id === meeting)?.entry
  const plan = { ...memory.plan, minutes: minutesOf(entry, memory.plan.minutes) }

  function keep(changed: MeetingPlan): void {
    remember({ plan: changed })
    if (entry !== undefined && changed.minutes !== plan.minutes && opened.canWrite('meeting'))
      opened.write(`meeting/${meeting}`, { ...entry, minutesByPart: changed.minutes })
  }

  return (
    <div className="page">
      <PageTitle title={t.title(meetingLabels[meeting] ?? '')} back={{ to: pathname, label: t.back }}>
        {t.lead}
      </PageTitle>
      <div className="with-rail prepare">
        <div className="stack">
          <section>
            {room === undefined && (
              <ChoiceField
                id="which-meeting"
                label={t.which}
                choices={meetings.map((each) => ({
                  value: each.id,
                  label: meetingLabels[each.id] ?? each.id,
                  why: whenOf(each),
                }))}
                value={meeting}
                onChange={(chosen) => remember({ plan: { ...memory.plan, meeting: chosen } })}
              />
            )}
          </section>
          <OrderAndTime opened={opened} room={room} plan={plan} meetingMinutes={entry?.minutes} onPlan={keep} />
        </div>
        <RoomOptions
          opened={opened}
          room={room}
          onCreate={(named) =>
            create({
              meeting,
              named,
              ...(memory.plan.order === undefined ? {} : { criteria: [...memory.plan.order] }),
            })
          }
          panel={paths.meeting(opened.id)}
        />
      </div>
    </div>
  )
}

function whenOf({ entry }: JourneyMeeting): string {
  return entry === undefined ? t.notDated : `${longDay(entry.startsAt)}, ${hours(entry.startsAt, entry.minutes)}`
}
