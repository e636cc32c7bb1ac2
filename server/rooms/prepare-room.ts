import { canWriteEntry } from '#src/access/can.ts'
import { applies } from '#src/accompaniment/dossier.ts'
import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import { newRoomBody } from '#src/contract/rooms.ts'
import type { Kind, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { ok, refused } from '#src/shared/result.ts'
import { appendRoomEvent, findRoom, insertRoom, listRooms } from '#server/database/queries/rooms/rooms.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { invalid } from '#server/use-cases/parse-body.ts'
import { openCode } from './join-codes.ts'
import { mostRoomsListed, roomView } from './read-room.ts'

/** Prepares a room: those who cannot come position themselves at once; one room at a time is not closed. */
export const prepareRoom = onAccompaniment({
  name: 'prepare-room',
  action: 'lead-meeting',
  effect: 'writes',
  body: newRoomBody,
  act: async ({ services, tx, access, body, now }) => {
    if (!canWriteEntry(access.role, 'criterion', access.state, access.correctionReason !== null))
      return refused({ code: 'read-only' })
    const { questionnaire } = questionnaireOf(services.questionnaires, access)
    const outline = outlineOf(questionnaire)
    if (![...outline.meetings, ...outline.followUps].includes(body.meeting)) return invalid('unknown-value', 'meeting')
    if (body.named && outline.positions === 'anonymous') return refused({ code: 'positions-anonymous' })
    const applicable = applicableCriteria(questionnaire, access.kinds)
    const criteria = body.criteria ?? applicable
    const fault = orderFault(criteria, applicable)
    if (fault !== undefined) return invalid(fault.code, 'criteria', fault.index)
    const [newest] = await listRooms(tx, access.id, mostRoomsListed)
    if (newest !== undefined && newest.status !== 'closed') return refused({ code: 'room-already-open' })

    const { networkId } = access
    const { meeting, named } = body
    const id = await insertRoom(tx, { networkId, accompanimentId: access.id, meeting, named, criteria, at: now })
    await openCode(tx, { networkId, kind: 'room-early', subjectId: id })
    await appendRoomEvent(tx, id, now, { type: 'prepared', criteria, named })
    const room = await findRoom(tx, access.id, id)
    return room === undefined ? refused({ code: 'not-found' }) : ok(await roomView(tx, room))
  },
})

/** Ids in the questionnaire's order. */
export function applicableCriteria(questionnaire: Questionnaire, kinds: readonly Kind[]): readonly string[] {
  return questionnaire.dimensions.flatMap(({ criteria }) =>
    criteria.filter((criterion) => applies(criterion, kinds)).map(({ id }) => id),
  )
}

/** The first criterion of a chosen order that cannot be there, or is there twice. */
export function orderFault(criteria: readonly string[], applicable: readonly string[]) {
  const unknown = criteria.findIndex((id) => !applicable.includes(id))
  if (unknown !== -1) return { code: 'unknown-criterion', index: unknown } as const
  const twice = criteria.findIndex((id, index) => criteria.indexOf(id) !== index)
  return twice === -1 ? undefined : ({ code: 'duplicate', index: twice } as const)
}
