import type { z } from 'zod'
import { canWriteEntry } from '#src/access/can.ts'
import type { Problem } from '#src/contract/problems.ts'
import { roomCommandBody, type RoomCommand } from '#src/contract/rooms.ts'
import { fewestForSpread, type RoomEvent, type RoomFact } from '#src/room/room-events.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import {
  appendRoomEvent,
  changeCriteria,
  countPositions,
  findRoom,
  hideReveal,
  lockRoom,
  markOpen,
  revealCriterion,
  type RoomRow,
} from '#server/database/queries/rooms/rooms.ts'
import { closeEarlySeats } from '#server/database/queries/rooms/seats.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { onAccompaniment, type InsideAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { invalid, isId } from '#server/use-cases/parse-body.ts'
import { agree } from './agree.ts'
import { closeRoom } from './close-room.ts'
import { closeCode, openCode } from './join-codes.ts'
import { applicableCriteria, orderFault } from './prepare-room.ts'
import type { RoomParams } from './read-room.ts'

type Sent = z.infer<typeof roomCommandBody>
type Inside = InsideAccompaniment<Sent, RoomParams>
type Outcome = Promise<Result<readonly RoomEvent[], Problem>>

/** One command of the advisor, with the facts it makes, in one transaction. */
export const commandRoom = onAccompaniment<Sent, readonly RoomEvent[], RoomParams>({
  name: 'command-room',
  action: 'lead-meeting',
  effect: 'writes',
  body: roomCommandBody,
  act: async (inside) => {
    const { tx, access, body, params } = inside
    const known = isId(params.roomId) ? await findRoom(tx, access.id, params.roomId) : undefined
    const room = known === undefined ? undefined : await lockRoom(tx, known.id)
    if (room === undefined) return refused({ code: 'not-found' })

    const { command } = body
    if (room.status === 'closed') return refused({ code: 'room-not-open' })
    // A meeting can always be ended: what its people answered goes with it.
    if (command.type === 'close') return ok([await closeRoom(tx, room, inside.now)])
    if (!canWriteEntry(access.role, 'criterion', access.state, access.correctionReason !== null))
      return refused({ code: 'read-only' })
    if (command.type === 'start') return start(inside, room)
    if (command.type === 'reorder') return reorder(inside, room, command.criteria)
    if (room.status !== 'open') return refused({ code: 'room-not-open' })
    return room.criteria.includes(command.criterionId)
      ? onCriterion(inside, room, command)
      : invalid('unknown-criterion', 'command', 'criterionId')
  },
})

async function start(inside: Inside, room: RoomRow): Outcome {
  const { tx, now } = inside
  if (room.status !== 'prepared') return refused({ code: 'event-impossible' })
  await markOpen(tx, room.id, now)
  await closeCode(tx, 'room-early', room.id)
  await closeEarlySeats(tx, room.id)
  await openCode(tx, { networkId: room.networkId, kind: 'room', subjectId: room.id })
  return told(inside, room, { type: 'started' })
}

async function reorder(inside: Inside, room: RoomRow, criteria: readonly string[]): Outcome {
  const { questionnaire } = questionnaireOf(inside.services.questionnaires, inside.access)
  const fault = orderFault(criteria, applicableCriteria(questionnaire, inside.access.kinds))
  if (fault !== undefined) return invalid(fault.code, 'command', 'criteria', fault.index)
  await changeCriteria(inside.tx, room.id, criteria)
  return told(inside, room, { type: 'reordered', criteria })
}

type OnCriterion = Extract<RoomCommand, { readonly criterionId: string }>

async function onCriterion(inside: Inside, room: RoomRow, command: OnCriterion): Outcome {
  const { tx } = inside
  const { criterionId } = command
  switch (command.type) {
    case 'present':
      return told(inside, room, { type: 'presented', criterionId })
    case 'reveal': {
      const answered = await countPositions(tx, room.id, criterionId)
      if (answered < fewestForSpread) return refused({ code: 'too-few-positions' })
      const spread = await revealCriterion(tx, room, criterionId)
      return told(inside, room, { type: 'revealed', criterionId, answered, spread })
    }
    case 'agree': {
      const agreed = await agree(inside, room, command)
      return agreed.ok ? told(inside, room, { type: 'agreed', criterionId, answer: agreed.value }) : agreed
    }
    case 'reopen':
      await hideReveal(tx, room.id, criterionId)
      return told(inside, room, { type: 'reopened', criterionId })
  }
}

async function told({ tx, now }: Inside, room: RoomRow, fact: RoomFact): Outcome {
  return ok([await appendRoomEvent(tx, room.id, now, fact)])
}
