import { IconSend } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { can } from '#src/access/can.ts'
import { hours, longDay } from '#client/app/dates.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { meetingLabels } from '#client/history/texts-fr.ts'
import { TodoList } from '#client/journey/todo-list.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { decidedIn } from '#client/meeting/lead/decided-in.ts'
import { useMeeting, type Meeting } from '#client/meeting/lead/use-meeting.ts'
import { openCriteria, type Opened } from '#client/opened/opened.ts'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { Attendance } from './attendance.tsx'
import { Decisions } from './decisions.tsx'
import { Parked } from './parked.tsx'
import { Tasks } from './tasks.tsx'
import { closingTexts as t } from './texts-fr.ts'
import './closing.css'

const SendNotes = lazy(() => import('./send-notes.tsx'))

/** The meeting's last page: what was decided, what is missing, who does what, who was there, and its notes by mail. */
export function Closing({ opened }: { readonly opened: Opened }) {
  const meeting = useMeeting(opened)
  return meeting === undefined ? null : <ClosingOf meeting={meeting} />
}

function ClosingOf({ meeting }: { readonly meeting: Meeting }) {
  const { opened, room } = meeting
  const [sending, setSending] = useState(false)
  const [sent, setSent] = useState<number>()
  const criteria = openCriteria(opened)
  const answered = criteria.filter(({ criterion }) => opened.read(`criterion/${criterion.id}`) !== undefined)
  const today = decidedIn(meeting).filter((id) => answered.some(({ criterion }) => criterion.id === id))
  const [main] = opened.progress.next
  const missing = main?.missing ?? []
  const canSend = can(opened.view.role, 'send-meeting-notes')
  const name = meetingLabels[meeting.meeting] ?? ''

  return (
    <div className="page">
      <PageTitle
        title={missing.length === 0 ? t.done(answered.length) : t.left(name, missing.length)}
        back={{ to: paths.meeting(opened.id), label: t.backToMeeting }}
        action={
          canSend ? (
            <button type="button" className="btn primary" onClick={() => setSending(true)}>
              <IconSend size={20} aria-hidden />
              {t.send}
            </button>
          ) : undefined
        }
      >
        <When meeting={meeting} />
      </PageTitle>
      {sent !== undefined && <Note kind={sent === 0 ? 'warn' : 'ok'}>{t.sent(sent)}</Note>}
      {room?.status === 'open' && (
        <div className="closing-room">
          <div>
            <b>{t.room}</b>
            <p className="muted">{capitalised(t.roomWhy(room.present))}</p>
          </div>
          <button
            type="button"
            className="btn"
            onClick={() => {
              // Without the room, what it agreed on stays decided, and may still be reopened.
              meeting.remember({ decided: today, decidedFor: meeting.meeting })
              void room.send({ type: 'close' })
            }}
          >
            {t.closeRoom}
          </button>
        </div>
      )}
      <div className="with-rail closing">
        <div className="stack">
          <Decisions opened={opened} today={today} of={criteria.length} answered={answered.length} />
          <Parked opened={opened} />
          <section>
            <div className="group-head">
              <h2>{t.missing}</h2>
              {main !== undefined && <span>{t.missingBefore(journeyTexts.before[main.event])}</span>}
            </div>
            {missing.length === 0 ? (
              <Note kind="ok">{t.nothing}</Note>
            ) : (
              <TodoList accompanimentId={opened.id} steps={missing} role={opened.view.role} />
            )}
            {main !== undefined && <TransitionButton opened={opened} event={main.event} primary={false} />}
          </section>
        </div>
        <aside className="stack">
          <Tasks opened={opened} meeting={meeting.meeting} />
          <Attendance opened={opened} meeting={meeting.meeting} />
        </aside>
      </div>
      {sending && (
        <Suspense fallback={null}>
          <SendNotes
            opened={opened}
            meeting={meeting.meeting}
            decided={today}
            onSent={setSent}
            onClose={() => setSending(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** « Mardi 15 décembre, 14 h 30 – 16 h 45. Direction, trois permanents. » */
function When({ meeting: { opened, meeting } }: { readonly meeting: Meeting }) {
  const entry = opened.read(`meeting/${meeting}`)
  if (entry === undefined) return null
  const when = `${capitalised(longDay(entry.startsAt))}, ${hours(entry.startsAt, entry.minutes)}.`
  return entry.attendees === undefined || entry.attendees === '' ? when : `${when} ${entry.attendees}`
}
