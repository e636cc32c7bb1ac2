import { fewestForSpread } from '#src/room/room-events.ts'
import type { Meeting } from './use-meeting.ts'
import type { MeetingKeys } from './use-keys.ts'

/** What the one next step is, in this order through each criterion. `none` where it is for the room to answer. */
export type NextStep = 'start' | 'show' | 'reveal' | 'agree' | 'next' | 'finish' | 'none'

/** The step that the primary button names and that the space bar takes. */
export function nextStep(meeting: Meeting): NextStep {
  const { room, stage, answer, isDraft, answered, index, criteria } = meeting
  const onward = index === criteria.length - 1 ? 'finish' : 'next'
  if (room === undefined) return onward
  if (room.status === 'prepared') return 'start'
  if (isDraft && answer !== undefined) return 'agree'
  if (stage === 'waiting') return 'show'
  if (stage === 'vote') return answered >= fewestForSpread ? 'reveal' : 'none'
  if (stage === 'spread') return 'none'
  return onward
}

/** Takes the next step; opening the room and ending the meeting are never done by a key alone. */
export function takeStep(meeting: Meeting): void {
  const { room } = meeting
  if (room?.busy === true) return
  switch (nextStep(meeting)) {
    case 'show':
      meeting.goTo(meeting.current.criterion.id)
      return
    case 'reveal':
      meeting.reveal()
      return
    case 'agree':
      void meeting.agree()
      return
    case 'next':
      meeting.next()
      return
    case 'start':
    case 'finish':
    case 'none':
  }
}

/** The keys that act the same in both windows. */
export function steer(meeting: Meeting): MeetingKeys {
  const { memory, remember } = meeting
  return {
    onPrevious: meeting.previous,
    onNext: meeting.next,
    onLevel: (level) => meeting.choose({ level }),
    onUnknown: () => meeting.choose({ unknown: true }),
    onStep: () => takeStep(meeting),
    onReopen: meeting.reopen,
    onJoining: () => remember({ joining: !memory.joining }),
  }
}
