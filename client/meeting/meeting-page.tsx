import { useLocation } from '@tanstack/react-router'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { Closing } from './closing/closing.tsx'
import { Panel } from './panel/panel.tsx'
import { Preparation } from './prepare/preparation.tsx'
import './meeting.css'

/** A meeting, for the person who leads it: `#preparation` before, `#closing` after, the panel meanwhile. */
export default function MeetingPage() {
  const { hash } = useLocation()
  return (
    <OpenedPage>
      {(opened) =>
        hash === 'closing' ? (
          <Closing opened={opened} />
        ) : hash === 'preparation' ? (
          <Preparation opened={opened} />
        ) : (
          <Panel opened={opened} />
        )
      }
    </OpenedPage>
  )
}
