import { Frame, GuidanceLink, PhoneNote, ScreenTitle } from '#client/phone/screen/frame.tsx'
import type { Sending } from '#client/phone/offline/use-sending.ts'
import { SendActs } from '#client/phone/screen/send-acts.tsx'
import { phoneTexts } from '#client/phone/texts-fr.ts'
import type { QuizProgress } from './quiz-progress.ts'
import { quizTexts } from './texts-fr.ts'

type QuizEndScreenProps = {
  readonly progress: QuizProgress
  readonly sending: Sending
  readonly onSend: () => void
  readonly onReview: () => void
  readonly onLeave: () => void
}

/** Sends, waits for the network if it must, and says that nothing stays. */
export function QuizEndScreen({ progress, sending, onSend, onReview, onLeave }: QuizEndScreenProps) {
  const leave = (
    <div className="bottom">
      <button className="btn wide" type="button" onClick={onLeave}>
        {phoneTexts.another}
      </button>
    </div>
  )
  if (sending.state === 'sent') {
    return (
      <Frame>
        <ScreenTitle screen="sent">{quizTexts.sentTitle}</ScreenTitle>
        <p className="lead">{quizTexts.sent}</p>
        {progress.sheet.round === 'before' && progress.word !== undefined && <p>{quizTexts.sentWord}</p>}
        <p>{quizTexts.sentDebate}</p>
        <GuidanceLink>{phoneTexts.guidance}</GuidanceLink>
        {leave}
      </Frame>
    )
  }
  if (sending.state === 'refused') {
    return (
      <Frame>
        <ScreenTitle screen="closed">{quizTexts.closedTitle}</ScreenTitle>
        <PhoneNote icon="warning" tone="warn" role="alert">
          <p>{quizTexts.closed}</p>
        </PhoneNote>
        {sending.sentence !== undefined && <p className="muted">{sending.sentence}</p>}
        <GuidanceLink>{phoneTexts.guidance}</GuidanceLink>
        {leave}
      </Frame>
    )
  }
  const isWaiting = sending.state === 'waiting'
  return (
    <Frame
      status={
        isWaiting
          ? { icon: 'offline', text: phoneTexts.noNetwork, tone: 'busy' }
          : { icon: 'lock', text: phoneTexts.kept, tone: 'busy' }
      }
    >
      <ScreenTitle screen={isWaiting ? 'waiting' : 'end'}>
        {isWaiting ? quizTexts.notSentTitle : quizTexts.readyTitle}
      </ScreenTitle>
      <p>{quizTexts.ready(Object.keys(progress.answers).length, progress.sheet.cases.length)}</p>
      {isWaiting && (
        <PhoneNote icon="offline" tone="warn">
          <p>{quizTexts.notSent}</p>
        </PhoneNote>
      )}
      <GuidanceLink>{phoneTexts.guidance}</GuidanceLink>
      <SendActs
        sending={sending}
        words={{ ...quizTexts, retry: phoneTexts.retry }}
        onSend={onSend}
        onReview={onReview}
      />
    </Frame>
  )
}
