import { meetingLabels } from '#client/history/texts-fr.ts'
import { useShortcutsOn } from '#client/app/shortcuts.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { StaleDialog } from '#client/meeting/live/stale-dialog.tsx'
import { steer } from '#client/meeting/lead/steer.ts'
import { useMeetingKeys } from '#client/meeting/lead/use-keys.ts'
import { useMeeting, type Meeting } from '#client/meeting/lead/use-meeting.ts'
import { useProjected } from '#client/projected/use-projected.ts'
import { CriterionScreen } from './criterion-screen.tsx'
import { JoinScreen } from './join-screen.tsx'
import { roomTexts } from './texts-fr.ts'
import './room.css'

/** The screen of the room: one criterion, readable from the back, led by the same keys as the panel. */
export default function RoomPage() {
  return <OpenedPage>{(opened) => <Projected opened={opened} />}</OpenedPage>
}

function Projected({ opened }: { readonly opened: Opened }) {
  const meeting = useMeeting(opened)
  const title = roomTexts.title(opened.view.structure.name, meetingLabels[meeting?.meeting ?? ''] ?? '')
  useProjected(title)
  return meeting === undefined ? null : <Screen meeting={meeting} title={title} />
}

function Screen({ meeting, title }: { readonly meeting: Meeting; readonly title: string }) {
  const [keysOn] = useShortcutsOn()
  const { room, memory } = meeting
  useMeetingKeys(steer(meeting), keysOn)
  const joining = room !== undefined && (room.currentId === undefined || memory.joining)

  return (
    <>
      {joining ? (
        <JoinScreen meeting={meeting} room={room} title={title} />
      ) : (
        <CriterionScreen meeting={meeting} title={title} />
      )}
      {room?.link === 'reconnecting' && (
        <p className="room-link" role="status">
          {roomTexts.reconnecting}
        </p>
      )}
      <StaleDialog meeting={meeting} />
    </>
  )
}
