import { Frame, PhoneNote, ScreenTitle } from './screen/frame.tsx'
import { phoneTexts } from './texts-fr.ts'

export type EndedWhy = 'closed' | 'started' | 'seat-lost' | 'left'

const said = {
  closed: [phoneTexts.meetingOver, phoneTexts.meetingOverText],
  'seat-lost': [phoneTexts.seatLost, phoneTexts.seatLostText],
  started: [phoneTexts.started, phoneTexts.startedText],
  left: [phoneTexts.left, phoneTexts.leftText],
} as const satisfies Record<EndedWhy, readonly [string, string]>

type EndedPageProps = {
  readonly why: EndedWhy
  /** Answers that were still waiting for the network. */
  readonly unsent: number
  readonly onEnter: () => void
}

/** The meeting is over for this phone, and nothing of it stays there. */
export function EndedPage({ why, unsent, onEnter }: EndedPageProps) {
  const [title, text] = said[why]
  return (
    <Frame>
      <ScreenTitle screen={why}>{title}</ScreenTitle>
      <p className="lead">{text}</p>
      {unsent > 0 && (
        <PhoneNote icon="warning" tone="warn">
          <p>{phoneTexts.unsent(unsent)}</p>
        </PhoneNote>
      )}
      <div className="bottom">
        <button className="btn wide" type="button" onClick={onEnter}>
          {phoneTexts.enterAgain}
        </button>
      </div>
    </Frame>
  )
}
