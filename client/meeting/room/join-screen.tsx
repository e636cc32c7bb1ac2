import { Pole } from '#client/drawing/pole.tsx'
import { joinAddress, joinToType, spacedCode } from '#client/meeting/live/join-address.ts'
import { Qr } from '#client/meeting/live/qr.tsx'
import type { Room } from '#client/meeting/live/use-room.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { BackToPanel } from './back-to-panel.tsx'
import { Seats } from './seats.tsx'
import { roomTexts } from './texts-fr.ts'

/** How to come in, as large as the wall allows: a code read from the last row. */
export function JoinScreen({ meeting, room, title }: JoinProps) {
  const { origin } = window.location
  const { code } = room.view
  const open = room.status === 'open' && code !== undefined
  return (
    <div className="room joining">
      <p className="room-where">
        <Pole height={36} />
        <span>{title}</span>
        <BackToPanel opened={meeting.opened} />
      </p>
      <div className="join">
        <div>
          <h1>{open ? roomTexts.join : roomTexts.soon}</h1>
          {open && (
            <ol className="join-steps">
              <li>
                <span className="join-text">
                  {roomTexts.aim} <b>{joinToType(origin)}</b>
                </span>
              </li>
              <li>
                <span className="join-text">{roomTexts.type}</span>
                <span className="join-code">{spacedCode(code)}</span>
              </li>
              <li>
                <span className="join-text">{room.view.named ? roomTexts.named : roomTexts.anonymous}</span>
              </li>
            </ol>
          )}
        </div>
        {open && (
          <div className="join-qr">
            <Qr text={joinAddress(origin, code)} label={roomTexts.qr(joinToType(origin))} />
          </div>
        )}
      </div>
      <footer className="room-foot">
        {open && <p className="room-say">{roomTexts.noPhone}</p>}
        <Seats
          filled={room.present}
          of={room.present}
          words={room.present === 0 ? roomTexts.presentNone : roomTexts.present(room.present)}
        />
      </footer>
    </div>
  )
}

type JoinProps = { readonly meeting: Meeting; readonly room: Room; readonly title: string }
