import { useEffect, useState } from 'react'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { SeatCriterion, SeatView } from '#src/contract/rooms.ts'
import type { Position, Spread } from '#src/room/room-events.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { criterionOf } from '#src/room/room-state.ts'
import { PhoneNote, Remark, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import type { MeetingState } from './live/meeting-store.ts'
import { SpreadList } from './spread-list.tsx'
import { meetingTexts } from './texts-fr.ts'
import { positionWords, rodOf } from './words.ts'

type AfterAnswer = {
  readonly view: SeatView
  readonly criterion: SeatCriterion
}

type SentBodyProps = AfterAnswer & {
  readonly state: MeetingState
  readonly position: Position
  readonly isWaiting: boolean
  readonly onChange: () => void
  readonly onRetry: () => void
}

/** Answered: sent and waiting for the others, or waiting for the network. */
export function SentBody({ view, state, criterion, position, isWaiting, onChange, onRetry }: SentBodyProps) {
  const { queue, room } = state
  const waitsForNetwork = isWaiting && queue.network === 'unreachable'
  const answered = criterionOf(room, criterion.id).answered
  const isKept = queue.storage === 'kept'
  const inHand = isKept ? meetingTexts.keptHere : meetingTexts.keptInPage

  return (
    <>
      <ScreenTitle screen={`${criterion.id}/sent`}>
        {waitsForNetwork ? meetingTexts.waitingTitle : isWaiting ? meetingTexts.leavingTitle : meetingTexts.sentTitle}
      </ScreenTitle>
      <p className="muted">{criterion.title}</p>
      <div className="box">
        <p>{waitsForNetwork ? inHand : meetingTexts.yours}</p>
        <AnswerShown answer={position} view={view} criterion={criterion} />
        <button className="act" type="button" onClick={onChange}>
          {meetingTexts.change}
        </button>
      </div>
      {!isKept && (
        <PhoneNote icon="warning" tone="warn">
          <p>{meetingTexts.memoryOnly}</p>
        </PhoneNote>
      )}
      {waitsForNetwork ? (
        <>
          <PhoneNote icon="offline" tone="warn">
            <p>{meetingTexts.willLeave}</p>
          </PhoneNote>
          <LastTry at={queue.failedAt} />
          <div className="bottom">
            <button className="btn wide" type="button" onClick={onRetry}>
              <Icon name="again" />
              {meetingTexts.retry}
            </button>
          </div>
        </>
      ) : (
        <>
          <Seats answered={answered} present={room.status === 'open' ? room.present : 0} />
          {room.status === 'open' && <p className="muted">{meetingTexts.willShow}</p>}
        </>
      )}
    </>
  )
}

type SpreadBodyProps = AfterAnswer & {
  readonly position: Position
  readonly spread: Spread | undefined
  readonly onChange: () => void
}

/** Everyone's answers, to someone who gave one. */
export function SpreadBody({ view, criterion, position, spread, onChange }: SpreadBodyProps) {
  return (
    <>
      <ScreenTitle screen={`${criterion.id}/spread`}>{meetingTexts.spreadTitle}</ScreenTitle>
      <p className="muted">{criterion.title}</p>
      {spread === undefined ? (
        <p>{meetingTexts.tooFew}</p>
      ) : (
        <SpreadList spread={spread} mine={position} levelNames={view.levelNames} />
      )}
      <p>
        <b>{meetingTexts.talkLead}</b> {meetingTexts.talk}
      </p>
      <button className="act" type="button" onClick={onChange}>
        {meetingTexts.change}
      </button>
      <Remark icon={view.named ? 'info' : 'hidden'}>
        {view.named ? meetingTexts.namesGiven : meetingTexts.nobodySees}
      </Remark>
    </>
  )
}

type AgreedBodyProps = AfterAnswer & {
  readonly agreed: CriterionAnswer
  readonly position: Position | undefined
}

/** What the team agreed, beside one's own answer. */
export function AgreedBody({ view, criterion, agreed, position }: AgreedBodyProps) {
  return (
    <>
      <ScreenTitle screen={`${criterion.id}/agreed`}>{meetingTexts.agreedTitle}</ScreenTitle>
      <p className="muted">{criterion.title}</p>
      <div className="box">
        <p>{meetingTexts.agreed}</p>
        <AnswerShown answer={agreed} view={view} criterion={criterion} />
      </div>
      {position !== undefined && <p>{meetingTexts.yourAnswerIs(positionWords(position, view.levelNames))}</p>}
      <p className="muted">{meetingTexts.nextComes}</p>
    </>
  )
}

function AnswerShown({ answer, view, criterion }: AfterAnswer & { readonly answer: Position | CriterionAnswer }) {
  return (
    <div className="answer">
      <LevelRod value={rodOf(answer)} height={46} />
      <span>
        <b>{positionWords(answer, view.levelNames)}</b>
        {'level' in answer && criterion.levels[answer.level - 1]}
      </span>
    </div>
  )
}

/** How many have answered: drawn as seats while they can be told apart at a glance, and always said. */
function Seats({ answered, present }: { readonly answered: number; readonly present: number }) {
  const places = Math.max(answered, present)
  return (
    <div>
      <p>
        <b>{present > 0 ? meetingTexts.answeredOfPresent(answered, places) : meetingTexts.answered(answered)}</b>
      </p>
      {present > 0 && places <= 30 && (
        <div className="seats" aria-hidden="true">
          {Array.from({ length: places }, (_, index) => (
            <i key={index} className={index < answered ? 'seat in-place' : 'seat'} />
          ))}
        </div>
      )}
    </div>
  )
}

function LastTry({ at }: { readonly at: number | undefined }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000)
    return () => window.clearInterval(timer)
  }, [])
  if (at === undefined) return null
  return <p className="muted">{meetingTexts.lastTry(Math.max(0, Math.round((now - at) / 1000)))}</p>
}
