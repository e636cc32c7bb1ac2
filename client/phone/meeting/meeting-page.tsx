import { useEffect, useState, useSyncExternalStore } from 'react'
import type { SeatView } from '#src/contract/rooms.ts'
import { criterionOf } from '#src/room/room-state.ts'
import { Frame, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { CriterionScreen } from './criterion-screen.tsx'
import { LeaveMeeting } from './leave-meeting.tsx'
import { meetingStatus } from './meeting-status.ts'
import type { MeetingStore } from './live/meeting-store.ts'
import { meetingTexts } from './texts-fr.ts'
import './meeting.css'

type MeetingPageProps = {
  readonly view: SeatView
  readonly store: MeetingStore
  readonly onEnded: (why: 'closed' | 'started' | 'seat-lost' | 'left') => void
}

/** Where one is: with the room, on a criterion of one's own choice, or on the list. */
type Place = 'room' | 'list' | { readonly criterionId: string }

/** The running meeting. The screen follows the room unless one has gone ahead by oneself. */
export function MeetingPage({ view, store, onEnded }: MeetingPageProps) {
  const state = useSyncExternalStore(store.subscribe, store.state)
  const { room, ended } = state
  const isEarly = view.early && room.status === 'prepared'
  const [place, setPlace] = useState<Place>(isEarly ? 'list' : 'room')
  const [isPlain, setPlain] = useState(false)
  // Nothing was on screen before it: no touch can be meant for another.
  const [firstId] = useState(room.currentId)

  useEffect(() => {
    store.start()
    return () => store.stop()
  }, [store])
  useEffect(() => {
    if (ended !== undefined) onEnded(ended)
  }, [ended, onEnded])

  const order = room.order.flatMap((id) => view.criteria.find((criterion) => criterion.id === id) ?? [])
  const shownId = place === 'room' ? room.currentId : place === 'list' ? undefined : place.criterionId
  const index = order.findIndex((criterion) => criterion.id === shownId)
  const shown = order[index]
  const presented = view.criteria.find((criterion) => criterion.id === room.currentId)
  const status = meetingStatus(state, shownId)

  if (place !== 'list' && shown !== undefined) {
    return (
      <CriterionScreen
        // Nothing touched on one criterion may pass to the next.
        key={shown.id}
        view={view}
        state={state}
        criterion={shown}
        number={index + 1}
        count={order.length}
        status={status}
        isPlain={isPlain}
        isFollowing={place === 'room'}
        isReplacing={place === 'room' && shown.id !== firstId}
        elsewhere={presented !== undefined && presented.id !== shown.id ? presented.title : undefined}
        onPlain={setPlain}
        onAnswer={(position) => store.answer(shown.id, position)}
        onRetry={store.retryNow}
        onList={() => setPlace('list')}
        onRoom={() => setPlace('room')}
        onGo={(step) => {
          const next = order[index + step]
          setPlace(next === undefined ? 'list' : { criterionId: next.id })
        }}
      />
    )
  }
  if (place === 'list') {
    return (
      <CriteriaList
        view={view}
        state={state}
        order={order}
        status={status}
        isEarly={isEarly}
        onChoose={(criterionId) => setPlace(criterionId === room.currentId ? 'room' : { criterionId })}
        onRoom={isEarly ? undefined : () => setPlace('room')}
        onRetry={store.retryNow}
        onLeave={() => onEnded('left')}
      />
    )
  }
  const hasBegun =
    room.status === 'open' && order.some((criterion) => criterionOf(room, criterion.id).agreed !== undefined)
  return (
    <Frame status={status}>
      <ScreenTitle screen="soon">{hasBegun ? meetingTexts.betweenTitle : meetingTexts.soonTitle}</ScreenTitle>
      <p>{meetingTexts.meetingOf(view.meetingTitle, view.structure)}</p>
      <p className="muted">{hasBegun ? meetingTexts.betweenText : meetingTexts.soonText}</p>
      {room.present > 0 && (
        <p>
          <b>{meetingTexts.present(room.present)}</b>
        </p>
      )}
      <div className="bottom">
        <button className="btn wide" type="button" onClick={() => setPlace('list')}>
          {meetingTexts.answerAhead}
        </button>
        <LeaveMeeting waiting={state.queue.waiting.length} onLeave={() => onEnded('left')} />
      </div>
    </Frame>
  )
}
