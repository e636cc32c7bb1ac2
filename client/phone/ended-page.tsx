import { Frame, ScreenTitle } from './frame.tsx'
import { phoneTexts } from './texts-fr.ts'

export type EndedWhy = 'closed' | 'seat-lost' | 'left'

const said = {
  closed: [phoneTexts.meetingOver, phoneTexts.meetingOverText],
  'seat-lost': [phoneTexts.seatLost, phoneTexts.seatLostText],
  left: [phoneTexts.left, phoneTexts.leftText],
} as const satisfies Record<EndedWhy, readonly [string, string]>

/** The meeting is over for this phone, and nothing of it stays there. */
export function EndedPage({ why, onEnter }: { readonly why: EndedWhy; readonly onEnter: () => void }) {
  const [title, text] = said[why]
  return (
    <Frame>
      <ScreenTitle screen={why}>{title}</ScreenTitle>
      <p className="lead">{text}</p>
      <div className="bottom">
        <button className="btn wide" type="button" onClick={onEnter}>
          {phoneTexts.enterAgain}
        </button>
      </div>
    </Frame>
  )
}
