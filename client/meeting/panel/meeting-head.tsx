import { IconArrowLeft, IconDeviceMobile, IconPresentation } from '@tabler/icons-react'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { spacedCode } from '#client/meeting/live/join-address.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { Timer } from './timer.tsx'

/** Where we are, who is linked, and the other windows of the meeting. */
export function MeetingHead({ meeting }: { readonly meeting: Meeting }) {
  const { opened, room } = meeting
  const { live } = meetingTexts
  return (
    <>
      <div className="meeting-head">
        <GoLink to={paths.page(opened.id, 'home')} className="back">
          <IconArrowLeft size={18} aria-hidden />
          {opened.view.structure.name}
        </GoLink>
        <span className="row">
          <a className="act" href={paths.room(opened.id)} target={`jalon-room-${opened.id}`}>
            <IconPresentation size={20} aria-hidden />
            {meetingTexts.room}
          </a>
          <GoLink className="btn s" to={paths.meetingClosing(opened.id)}>
            {meetingTexts.close}
          </GoLink>
        </span>
      </div>
      {room?.link === 'reconnecting' && <Note kind="warn">{live.reconnecting}</Note>}
    </>
  )
}

/** Which criterion, how many phones are linked, and the code for those who arrive late. */
export function Where({ meeting }: { readonly meeting: Meeting }) {
  const { room, memory, remember, index, criteria } = meeting
  const { live } = meetingTexts
  return (
    <div className="meeting-eyebrow">
      <span aria-live="polite">{meetingTexts.criterionOf(index + 1, criteria.length)}</span>
      {room?.status === 'open' && (
        <>
          <span className="meeting-phones" role="status">
            <IconDeviceMobile size={20} aria-hidden />
            {live.phones(room.present)}
          </span>
          {room.view.code !== undefined &&
            (room.currentId === undefined ? (
              <b className="num">{live.code(spacedCode(room.view.code))}</b>
            ) : (
              <button
                type="button"
                className="act"
                aria-pressed={memory.joining}
                onClick={() => remember({ joining: !memory.joining })}
              >
                {live.showCode(spacedCode(room.view.code))}
              </button>
            ))}
        </>
      )}
      <Timer of={meeting.current.criterion.id} minutes={meeting.minutesHere} />
    </div>
  )
}
