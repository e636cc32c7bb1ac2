import { useState } from 'react'
import type { SeatCriterion, SeatView } from '#src/contract/rooms.ts'
import type { Position } from '#src/room/room-events.ts'
import { criterionOf } from '#src/room/room-state.ts'
import { Frame, PhoneNote, type FrameStatus } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import { AnswerBody } from './answer-body.tsx'
import { AgreedBody, SentBody, SpreadBody } from './after-answer.tsx'
import type { MeetingState } from './live/meeting-store.ts'
import { meetingTexts } from './texts-fr.ts'

type CriterionScreenProps = {
  readonly view: SeatView
  readonly state: MeetingState
  readonly criterion: SeatCriterion
  readonly number: number
  readonly count: number
  readonly status: FrameStatus
  readonly isPlain: boolean
  /** Whether the room chose this criterion, rather than the person. */
  readonly isFollowing: boolean
  /** Whether the room put it in place of another one. */
  readonly isReplacing: boolean
  /** Title of the criterion the room is at, where it is another one. */
  readonly elsewhere: string | undefined
  readonly onPlain: (isPlain: boolean) => void
  readonly onAnswer: (position: Position) => void
  readonly onRetry: () => void
  readonly onList: () => void
  readonly onRoom: () => void
  readonly onGo: (step: 1 | -1) => void
}

/** One criterion, in the moment it is at for this person: to answer, sent, shown, agreed. */
export function CriterionScreen(props: CriterionScreenProps) {
  const { view, state, criterion, isFollowing, elsewhere, onAnswer } = props
  const [isChanging, setChanging] = useState(false)
  const progress = criterionOf(state.room, criterion.id)
  const position = state.mine[criterion.id]
  const isWaiting = state.queue.waiting.some((item) => item.criterionId === criterion.id)
  const spread = state.spreads[criterion.id] ?? progress.spread
  const isRevealed = progress.stage === 'spread'

  // Once answered, what comes next is the next one; with the room, it comes by itself.
  const isNextCalled = !isFollowing && position !== undefined && !isChanging && props.number < props.count

  function body() {
    if (progress.agreed !== undefined) {
      return <AgreedBody view={view} criterion={criterion} agreed={progress.agreed} position={position} />
    }
    if (position === undefined || isChanging) {
      return (
        <AnswerBody
          {...props}
          position={position}
          isRevealed={isRevealed}
          isSent={state.sent.includes(criterion.id)}
          isRefused={state.refused.includes(criterion.id)}
          onAnswer={(given) => {
            setChanging(false)
            onAnswer(given)
          }}
          onKeep={position === undefined ? undefined : () => setChanging(false)}
        />
      )
    }
    if (isRevealed && !isWaiting) {
      return (
        <SpreadBody
          view={view}
          criterion={criterion}
          position={position}
          spread={spread}
          onChange={() => setChanging(true)}
        />
      )
    }
    return (
      <SentBody
        view={view}
        state={state}
        criterion={criterion}
        position={position}
        isWaiting={isWaiting}
        onChange={() => setChanging(true)}
        onRetry={props.onRetry}
      />
    )
  }

  return (
    <Frame place={meetingTexts.place(props.number, props.count)} status={props.status}>
      {elsewhere !== undefined && !isFollowing && (
        <PhoneNote icon="info">
          <p>{meetingTexts.roomIsAt(elsewhere)}</p>
          <button className="act" type="button" onClick={props.onRoom}>
            {meetingTexts.backToRoom}
          </button>
        </PhoneNote>
      )}
      {body()}
      {isNextCalled && (
        <button className="btn primary" type="button" onClick={() => props.onGo(1)}>
          {meetingTexts.next}
        </button>
      )}
      <nav className="acts steps" aria-label={meetingTexts.all}>
        {!isFollowing && props.number > 1 && (
          <button className="act" type="button" onClick={() => props.onGo(-1)}>
            <Icon name="back" size={20} />
            {meetingTexts.previous}
          </button>
        )}
        {!isFollowing && !isNextCalled && props.number < props.count && (
          <button className="act" type="button" onClick={() => props.onGo(1)}>
            {meetingTexts.next}
          </button>
        )}
        <button className="act" type="button" onClick={props.onList}>
          <Icon name="list" size={20} />
          {meetingTexts.all}
        </button>
      </nav>
    </Frame>
  )
}
