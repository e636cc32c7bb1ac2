import { useLocation } from '@tanstack/react-router'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { Closing } from './closing.tsx'
import { Panel } from './panel.tsx'
import './meeting.css'

/** The panel of the person who leads the collective positioning; `#closing` is the meeting's last page. */
export default function MeetingPage() {
  const { hash } = useLocation()
  return (
    <OpenedPage>
      {(opened) => (hash === 'closing' ? <Closing opened={opened} /> : <Panel opened={opened} />)}
    </OpenedPage>
  )
}
