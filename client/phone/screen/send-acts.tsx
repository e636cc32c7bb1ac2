import type { Sending } from '#client/phone/offline/use-sending.ts'
import { Icon } from './icons.tsx'

type SendActsProps = {
  readonly sending: Sending
  readonly words: { readonly send: string; readonly sending: string; readonly review: string; readonly retry: string }
  readonly onSend: () => void
  readonly onReview: () => void
}

/** At the foot of the last screen: the one send, or its next try while it waits for the network. */
export function SendActs({ sending, words, onSend, onReview }: SendActsProps) {
  if (sending.state === 'waiting') {
    return (
      <div className="bottom">
        <button className="btn wide" type="button" onClick={onSend}>
          <Icon name="again" />
          {words.retry}
        </button>
      </div>
    )
  }
  const isSending = sending.state === 'sending'
  return (
    <div className="bottom">
      <button className="btn primary" type="button" aria-busy={isSending} onClick={onSend}>
        {isSending ? words.sending : words.send}
      </button>
      <button className="btn wide" type="button" onClick={onReview}>
        {words.review}
      </button>
    </div>
  )
}
