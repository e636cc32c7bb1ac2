import type { ReactNode } from 'react'
import type { PerceptionSheet } from '#src/contract/awareness.ts'
import { Frame, GuidanceLink, PhoneNote, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon, type IconName } from '#client/phone/screen/icons.tsx'
import { ListenButton } from '#client/phone/screen/listen-button.tsx'
import { SendActs } from '#client/phone/screen/send-acts.tsx'
import type { Sending } from '#client/phone/offline/use-sending.ts'
import type { PerceptionSaid } from './in-language.ts'
import { filled } from './words.ts'

type PerceptionEndScreenProps = {
  readonly said: PerceptionSaid
  readonly sheet: PerceptionSheet
  readonly answered: number
  readonly sending: Sending
  readonly aside: ReactNode
  readonly onSend: () => void
  readonly onReview: () => void
  readonly onLeave: () => void
}

/** The one send, then an honest end: what stays, what does not, and that nobody was alerted. */
export function PerceptionEndScreen(props: PerceptionEndScreenProps) {
  const { said, sheet, answered, sending, aside, onSend, onReview, onLeave } = props
  const { words } = said
  const structure = (
    <p className="where">
      <bdi>{sheet.structure}</bdi>
    </p>
  )
  if (sending.state === 'sent' || sending.state === 'refused') {
    const isSent = sending.state === 'sent'
    const title = isSent ? words.thanksTitle : words.closedTitle
    const lead = isSent ? words.nothingLeft : words.closed
    const facts: readonly (readonly [IconName, string])[] = isSent
      ? [
          ['back', words.endBack],
          ['hidden', words.endNobody],
          ['info', words.endHistory],
          ['clock', filled(words.endTotals, { date: said.until })],
        ]
      : []
    return (
      <Frame aside={aside}>
        {structure}
        <ScreenTitle screen={sending.state}>{title}</ScreenTitle>
        <p className="lead">{lead}</p>
        <div className="acts">
          <ListenButton
            text={[title, lead, ...facts.map(([, sentence]) => sentence), words.helpText]}
            language={said.language}
            start={words.listen}
            stop={words.stopListening}
          />
        </div>
        {facts.length > 0 && (
          <ul className="facts">
            {facts.map(([icon, sentence]) => (
              <li key={icon}>
                <Icon name={icon} />
                {sentence}
              </li>
            ))}
          </ul>
        )}
        <PhoneNote icon="info">
          <p>
            <b>{words.helpTitle}</b>
            <br />
            {words.helpText}
          </p>
          <GuidanceLink>{words.helpLink}</GuidanceLink>
        </PhoneNote>
        <div className="bottom">
          <button className="btn wide" type="button" onClick={onLeave}>
            {words.another}
          </button>
        </div>
      </Frame>
    )
  }
  const isWaiting = sending.state === 'waiting'
  return (
    <Frame aside={aside}>
      {structure}
      <ScreenTitle screen="end">{words.readyTitle}</ScreenTitle>
      <p>{filled(words.ready, { answered, count: said.items.length })}</p>
      {isWaiting && (
        <PhoneNote icon="offline" tone="warn" role="alert">
          <p>{words.notSent}</p>
        </PhoneNote>
      )}
      <GuidanceLink>{words.helpLink}</GuidanceLink>
      <SendActs sending={sending} words={words} onSend={onSend} onReview={onReview} />
    </Frame>
  )
}
