import { IconAdjustments, IconArrowLeft, IconDeviceMobile, IconPresentation, IconQrcode } from '@tabler/icons-react'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { spacedCode } from '#client/meeting/live/join-address.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'

/** Where we are, who is linked, and the other windows of the meeting. */
export function MeetingHead({ meeting }: { readonly meeting: Meeting }) {
  const { opened, room, memory, remember } = meeting
  const { live } = meetingTexts
  return (
    <>
      <div className="meeting-head">
        <GoLink to={paths.page(opened.id, 'home')} className="back">
          <IconArrowLeft size={18} aria-hidden />
          {opened.view.structure.name}
        </GoLink>
        <span className="row">
          {opened.view.role === 'advisor' && (
            <GoLink className="act" to={paths.meetingPreparation(opened.id)}>
              <IconAdjustments size={20} aria-hidden />
              {room === undefined ? meetingTexts.prepare : meetingTexts.changePreparation}
            </GoLink>
          )}
          <a className="act" href={paths.room(opened.id)} target={`jalon-room-${opened.id}`}>
            <IconPresentation size={20} aria-hidden />
            {meetingTexts.room}
          </a>
          <GoLink className="btn s" to={paths.meetingClosing(opened.id)}>
            {meetingTexts.close}
          </GoLink>
        </span>
      </div>
      {room?.status === 'open' && (
        <div className="meeting-live">
          <span role="status">
            <IconDeviceMobile size={20} aria-hidden />
            {live.phones(room.present)}
          </span>
          {room.view.code !== undefined && <b className="num">{live.code(spacedCode(room.view.code))}</b>}
          {room.currentId !== undefined && (
            <button
              type="button"
              className="act"
              aria-pressed={memory.joining}
              onClick={() => remember({ joining: !memory.joining })}
            >
              <IconQrcode size={20} aria-hidden />
              {memory.joining ? live.hideCode : live.showCode}
            </button>
          )}
        </div>
      )}
      {room?.link === 'reconnecting' && <Note kind="warn">{live.reconnecting}</Note>}
    </>
  )
}
