import type { FrameStatus } from '#client/phone/screen/frame.tsx'
import type { MeetingState } from './live/meeting-store.ts'
import { meetingTexts } from './texts-fr.ts'

/** What the bar says: what waits before anything else, then whether the room is followed, then what is saved. */
export function meetingStatus(state: MeetingState, shownCriterion: string | undefined): FrameStatus {
  const { queue, connection, mine } = state
  const waits = queue.waiting.length
  if (waits > 0 && queue.network === 'unreachable') {
    return { icon: 'offline', text: meetingTexts.waiting(waits), tone: 'busy' }
  }
  if (waits > 0) return { icon: 'clock', text: meetingTexts.sending, tone: 'busy' }
  if (connection === 'cut') return { icon: 'offline', text: meetingTexts.noNetwork, tone: 'busy' }
  if (connection === 'connecting') return { icon: 'clock', text: meetingTexts.connecting, tone: 'busy' }
  const isAnswered = shownCriterion !== undefined && mine[shownCriterion] !== undefined
  return { icon: 'done', text: isAnswered ? meetingTexts.sent : meetingTexts.connected }
}
