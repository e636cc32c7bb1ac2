import { useState } from 'react'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Spread } from '#src/room/room-events.ts'
import type { Stage } from '#src/room/room-state.ts'
import { openCriteria, type OpenCriterion, type Opened } from '#client/opened/opened.ts'
import { useRoom, type Room, type RoomHandle } from '#client/meeting/live/use-room.ts'
import { minutesPerCriterion, startOf, timedParts, type TimedPart } from '#client/meeting/agenda/agenda-times.ts'
import { exampleOf, inOrder, partsOf, withExample } from '#client/meeting/agenda/in-order.ts'
import { decidedHere } from './decided-in.ts'
import { useMeetingMemory, type MeetingMemoryHandle } from './meeting-memory.ts'
import { useAgree, type StaleAnswer } from './use-agree.ts'
import { useOtherWindow, useWantedCriterion } from './use-windows.ts'
import { journeyMeetings, likelyMeeting, minutesOf } from '#client/meeting/agenda/which-meeting.ts'

/**
 * The meeting as both windows lead it: one criterion at a time. With a room, people answer on their phones, what is
 * chosen here is a draft, and the room's `agree` saves it; without one, choosing saves at once.
 */
export type Meeting = MeetingMemoryHandle & {
  readonly opened: Opened
  readonly room: Room | undefined
  readonly lastRoom: RoomHandle['last']
  readonly createRoom: RoomHandle['create']
  /** Id of the journey's meeting. */
  readonly meeting: string
  readonly criteria: readonly OpenCriterion[]
  /** The same criteria by part, with their time. */
  readonly parts: readonly TimedPart[]
  /** Minutes planned for the present criterion. */
  readonly minutesHere: number
  readonly index: number
  readonly current: OpenCriterion
  readonly stage: Stage
  readonly answered: number
  readonly spread: Spread | undefined
  /** What is chosen on the screen: the draft of an agreement, or the answer that stands. */
  readonly answer: CriterionAnswer | undefined
  /** A draft that nobody saved yet. */
  readonly isDraft: boolean
  readonly decided: boolean
  readonly isDecided: (criterionId: string) => boolean
  readonly writable: boolean
  readonly stale: StaleAnswer | undefined
  readonly goTo: (criterionId: string) => void
  readonly previous: () => void
  readonly next: () => void
  readonly choose: (answer: CriterionAnswer) => void
  readonly example: string
  readonly writeExample: (example: string) => void
  /** Saves the draft; true once it is. */
  readonly agree: () => Promise<boolean>
  readonly reveal: () => void
  readonly reopen: () => void
}

type Draft = { readonly criterionId: string; readonly answer?: CriterionAnswer; readonly example?: string }

/** @returns undefined where no criterion concerns the structure. */
export function useMeeting(opened: Opened): Meeting | undefined {
  const handle = useMeetingMemory(opened.id)
  const { memory, remember } = handle
  const { room, last, create } = useRoom(opened)
  const [draft, setDraft] = useState<Draft>()
  const [openedOn] = useState(() => new Date())
  const { agree, stale } = useAgree(opened, room)
  const criteria = inOrder(openCriteria(opened), room?.order ?? memory.plan.order)
  useOtherWindow(opened)
  const meeting = room?.view.meeting ?? likelyMeeting(journeyMeetings(opened), memory.plan.meeting, openedOn)

  const goTo = (criterionId: string) => {
    remember({ current: criterionId, joining: false })
    if (room?.status === 'open' && room.currentId !== criterionId) void room.send({ type: 'present', criterionId })
  }
  useWantedCriterion((wanted) => {
    if (memory.current !== wanted && criteria.some(({ criterion }) => criterion.id === wanted)) goTo(wanted)
  })

  const firstOpen = criteria.find(({ criterion }) => !opened.read(`criterion/${criterion.id}`))?.criterion.id
  const followed = room?.currentId ?? memory.current ?? firstOpen
  const index = Math.max(
    0,
    criteria.findIndex(({ criterion }) => criterion.id === followed),
  )
  const current = criteria[index]
  if (current === undefined) return undefined

  const { id } = current.criterion
  const key = `criterion/${id}` as const
  const saved = opened.read(key)
  const live = room?.of(id)
  const own = draft?.criterionId === id ? draft : undefined
  const here = decidedHere(memory, meeting)
  const isDecided = (criterionId: string) =>
    room === undefined
      ? here.includes(criterionId) && opened.read(`criterion/${criterionId}`) !== undefined
      : room.of(criterionId).stage === 'agreed'
  const decided = isDecided(id)
  const isDraft = room !== undefined && !decided
  const answer = isDraft ? own?.answer : saved
  const example = (isDraft ? own?.example : undefined) ?? saved?.example ?? ''
  const writable = opened.canWrite('criterion')
  const dated = opened.read(`meeting/${meeting}`)
  const minutes = minutesOf(dated, memory.plan.minutes)
  const parts = timedParts(partsOf(criteria), minutes, startOf(room?.startedAt, dated?.startsAt, openedOn))
  const part = parts.find((each) => each.criteria.includes(id))
  const at = (position: number) => {
    const target = criteria[position]
    if (target !== undefined) goTo(target.criterion.id)
  }

  return {
    ...handle,
    opened,
    room,
    lastRoom: last,
    createRoom: create,
    meeting,
    criteria,
    parts,
    minutesHere:
      part === undefined ? minutesPerCriterion : Math.max(1, Math.round(part.minutes / part.criteria.length)),
    index,
    current,
    stage: live?.stage ?? (decided ? 'agreed' : 'waiting'),
    answered: live?.answered ?? 0,
    spread: live?.spread,
    answer,
    isDraft,
    decided,
    isDecided,
    writable,
    stale,
    goTo,
    previous: () => at(index - 1),
    next: () => at(index + 1),
    choose: (given) => {
      if (!writable || (room !== undefined && decided)) return
      if (room !== undefined) {
        setDraft({ ...own, criterionId: id, answer: given })
        return
      }
      // Stay here: the first criterion without an answer is another one as soon as this one has its own.
      remember({ decided: [...here.filter((each) => each !== id), id], decidedFor: meeting, current: id })
      opened.put(key, { ...given, ...exampleOf(saved) })
    },
    example,
    writeExample: (text) => {
      if (isDraft) setDraft({ ...own, criterionId: id, example: text })
      else if (saved !== undefined) opened.write(key, withExample(saved, text))
    },
    agree: async () => {
      if (answer === undefined) return false
      if (!isDraft) return true
      const agreed = await agree(id, withExample(answer, example))
      if (agreed) setDraft(undefined)
      return agreed
    },
    reveal: () => void room?.send({ type: 'reveal', criterionId: id }),
    reopen: () => {
      if (room === undefined) remember({ decided: here.filter((each) => each !== id), decidedFor: meeting })
      else if (live?.stage === 'spread' || live?.stage === 'agreed') {
        setDraft(saved === undefined ? undefined : { criterionId: id, answer: saved })
        void room.send({ type: 'reopen', criterionId: id })
      }
    },
  }
}
