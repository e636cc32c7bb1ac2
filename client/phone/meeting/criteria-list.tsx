import type { SeatCriterion, SeatView } from '#src/contract/rooms.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { criterionOf } from '#src/room/room-state.ts'
import { Frame, PhoneNote, ScreenTitle, type FrameStatus } from '#client/phone/screen/frame.tsx'
import { LeaveMeeting } from './leave-meeting.tsx'
import type { MeetingState } from './live/meeting-store.ts'
import { meetingTexts } from './texts-fr.ts'
import { positionWords, rodOf } from './words.ts'

type CriteriaListProps = {
  readonly view: SeatView
  readonly state: MeetingState
  /** In the order of the meeting. */
  readonly order: readonly SeatCriterion[]
  readonly status: FrameStatus
  readonly isEarly: boolean
  readonly onChoose: (criterionId: string) => void
  readonly onRoom: (() => void) | undefined
  readonly onRetry: () => void
  readonly onLeave: () => void
}

/** Every criterion with what one answered and what the team agreed: to answer ahead, at one's own pace. */
export function CriteriaList(props: CriteriaListProps) {
  const { view, state, order, status, isEarly, onChoose, onRoom, onRetry, onLeave } = props
  const { room, mine, sent, queue } = state
  const dimensions = [...new Set(order.map((criterion) => criterion.dimension))]
  const done = order.filter(({ id }) => mine[id] !== undefined || sent.includes(id)).length

  return (
    <Frame status={status}>
      <ScreenTitle screen="list">{isEarly ? meetingTexts.earlyTitle : meetingTexts.listTitle}</ScreenTitle>
      <p>{isEarly ? meetingTexts.earlyText : meetingTexts.listText}</p>
      {onRoom !== undefined && (
        <button className="btn primary" type="button" onClick={onRoom}>
          {meetingTexts.backToRoom}
        </button>
      )}
      {queue.waiting.length > 0 && queue.network === 'unreachable' && (
        <PhoneNote icon="offline" tone="warn">
          <p>{meetingTexts.waiting(queue.waiting.length)}</p>
          <button className="act" type="button" onClick={onRetry}>
            {meetingTexts.retry}
          </button>
        </PhoneNote>
      )}
      <p>
        <b>{meetingTexts.answeredOf(done, order.length)}</b>
      </p>
      <div className="criteria">
        {dimensions.map((dimension) => (
          <section key={dimension}>
            <h2>{dimension}</h2>
            <ul>
              {order
                .filter((criterion) => criterion.dimension === dimension)
                .map((criterion) => {
                  const agreed = criterionOf(room, criterion.id).agreed
                  const position = mine[criterion.id]
                  const drawn = agreed ?? position
                  return (
                    <li key={criterion.id}>
                      <button
                        className="line"
                        type="button"
                        aria-current={criterion.id === room.currentId}
                        onClick={() => onChoose(criterion.id)}
                      >
                        <LevelRod value={drawn === undefined ? 'unanswered' : rodOf(drawn)} height={36} />
                        <span>
                          <b>{criterion.title}</b>
                          {criterion.id === room.currentId && ` (${meetingTexts.hereNow})`}
                          <span className="told">{toldOf(criterion.id)}</span>
                        </span>
                      </button>
                    </li>
                  )
                })}
            </ul>
          </section>
        ))}
      </div>
      <LeaveMeeting waiting={queue.waiting.length} onLeave={onLeave} />
    </Frame>
  )

  function toldOf(criterionId: string): string {
    const agreed = criterionOf(room, criterionId).agreed
    if (agreed !== undefined) return meetingTexts.agreedIs(positionWords(agreed, view.levelNames))
    const position = mine[criterionId]
    if (position === undefined) return sent.includes(criterionId) ? meetingTexts.sentBefore : meetingTexts.notAnswered
    const words = meetingTexts.yourAnswerIs(positionWords(position, view.levelNames))
    const waits = queue.waiting.some((item) => item.criterionId === criterionId)
    return waits && queue.network === 'unreachable' ? meetingTexts.waitsForNetwork(words) : words
  }
}
