import { questionWording } from '#src/questionnaire/question-wording.ts'
import type { Questionnaire, Kind } from '#src/questionnaire/questionnaire.ts'
import { positionBody, type PositionReply, type SeatCriterion, type SeatView } from '#src/contract/rooms.ts'
import type { Problem } from '#src/contract/problems.ts'
import { eventFor } from '#src/room/spread.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { listRoomEvents, lockRoom } from '#server/database/queries/rooms/rooms.ts'
import { giveBackSeat, listPositions } from '#server/database/queries/rooms/seats.ts'
import { findStructure } from '#server/database/queries/structures.ts'
import { transact, within } from '#server/database/unit-of-work.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import type { Services } from '#server/services.ts'
import { fingerprintOf } from '#server/use-cases/once.ts'
import { parseBody } from '#server/use-cases/parse-body.ts'
import { meetingTitle } from './texts-fr.ts'

type Cookie = string | undefined

/** All that a phone shows, kept there for when the network is gone. */
export async function readSeat(services: Services, cookie: Cookie): Promise<Result<SeatView, Problem>> {
  const seat = await services.rooms.seats.find(cookie)
  if (seat === undefined) return refused({ code: 'seat-lost' })

  return transact<SeatView, Problem>(services.db, seat.networkId, async (tx) => {
    // Held for a moment, so that events and positions are of the same instant.
    const room = await lockRoom(tx, seat.roomId)
    const access = room === undefined ? undefined : await findForSystem(tx, room.accompanimentId)
    const structure = access === undefined ? undefined : await findStructure(tx, access.structureId)
    if (room === undefined || access === undefined || structure === undefined) return refused({ code: 'seat-lost' })

    const { questionnaire } = questionnaireOf(services.questionnaires, access)
    const mine = await listPositions(tx, seat.seatId)
    const viewer = { kind: 'seat', hasAnswered: (id: string) => Object.hasOwn(mine, id) } as const
    return ok({
      roomId: room.id,
      structure: structure.name,
      meetingTitle: meetingTitle(room.meeting),
      named: room.named,
      early: seat.early,
      levelNames: questionnaire.levelNames ?? [],
      criteria: seatCriteria(questionnaire, access.kinds, room.criteria),
      events: (await listRoomEvents(tx, room.id)).map((event) => eventFor(viewer, event)),
      mine,
    })
  })
}

/** One position; the reply leaves once it is on disk. */
export async function takePosition(
  services: Services,
  cookie: Cookie,
  { criterionId, body: sent }: { readonly criterionId: string; readonly body: unknown },
): Promise<Result<PositionReply, Problem>> {
  const seat = await services.rooms.seats.recall(cookie)
  if (seat === undefined) return refused({ code: 'seat-lost' })
  const body = parseBody(positionBody, sent)
  if (!body.ok) return body

  const { operationId, position } = body.value
  const { networkId, roomId, seatId } = seat
  if (!services.rooms.pace(seatId)) return refused({ code: 'too-many-requests' })
  const fingerprint = fingerprintOf([criterionId, position])
  const taken = await services.rooms.positions.take({
    networkId,
    roomId,
    take: { seatId, operationId, fingerprint, criterionId, position },
  })
  switch (taken.outcome) {
    case 'taken': {
      const { outcome: _, ...reply } = taken
      return ok(reply)
    }
    case 'reused':
      return refused({ code: 'operation-reused' })
    case 'lost':
      return refused({ code: 'seat-lost' })
    case 'unknown':
      return refused({ code: 'not-found' })
  }
}

/** A phone is passed on, or its owner leaves: what was answered stays counted. */
export async function leaveSeat(services: Services, cookie: Cookie): Promise<void> {
  const seat = await services.rooms.seats.find(cookie)
  if (seat !== undefined) await within(services.db, seat.networkId, (tx) => giveBackSeat(tx, seat.seatId))
}

function seatCriteria(
  questionnaire: Questionnaire,
  kinds: readonly Kind[],
  order: readonly string[],
): readonly SeatCriterion[] {
  const byId = new Map(
    questionnaire.dimensions.flatMap(({ title, criteria }) =>
      criteria.map((criterion) => [criterion.id, { dimension: title, criterion }] as const),
    ),
  )
  return order.flatMap((id) => {
    const found = byId.get(id)
    if (found === undefined) return []
    const { criterion, dimension } = found
    const { title, plainQuestion, levels, legal } = criterion
    return [
      {
        id,
        dimension,
        title,
        question: questionWording(criterion, kinds),
        ...(plainQuestion === undefined ? {} : { plainQuestion }),
        levels,
        legal,
      },
    ]
  })
}
