import type { Problem } from '#src/contract/problems.ts'
import { ok, refused } from '#src/shared/result.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { lockRoom } from '#server/database/queries/rooms/rooms.ts'
import { countSeats, insertSeat } from '#server/database/queries/rooms/seats.ts'
import { findStructure } from '#server/database/queries/structures.ts'
import { transact } from '#server/database/unit-of-work.ts'
import type { Joined, JoinHandler } from './join.ts'
import { hashedSeat, newSeatToken } from './seat-memory.ts'

/** More than any meeting holds; a code that leaked must not fill the disk. */
const mostSeats = 1000

/** A seat in the meeting that runs. */
export const joinMeeting: JoinHandler = (services, request) => takeSeat(services, request, 'open')

/** A seat of someone who cannot come, until the meeting starts. */
export const joinEarly: JoinHandler = (services, request) => takeSeat(services, request, 'prepared')

/** Where people give their name, the seat comes with it: the first reply asks for it. */
async function takeSeat(
  services: Parameters<JoinHandler>[0],
  { found, body }: Parameters<JoinHandler>[1],
  status: 'open' | 'prepared',
): ReturnType<JoinHandler> {
  if (found === undefined) return refused({ code: 'code-unknown' })
  const { networkId, subjectId: roomId } = found

  return transact<Joined, Problem>(services.db, networkId, async (tx) => {
    const room = await lockRoom(tx, roomId)
    if (room?.status !== status) return refused({ code: 'code-unknown' })
    const access = await findForSystem(tx, room.accompanimentId)
    const structure = access === undefined ? undefined : await findStructure(tx, access.structureId)
    if (structure === undefined) return refused({ code: 'code-unknown' })

    const reply = { kind: 'meeting', structure: structure.name } as const
    if (room.named && body.name === undefined) return ok({ reply: { ...reply, asksName: true } })
    if ((await countSeats(tx, roomId)) >= mostSeats) return refused({ code: 'too-many-requests' })

    const token = newSeatToken()
    await insertSeat(tx, {
      networkId,
      roomId,
      tokenHash: hashedSeat(token),
      name: room.named ? (body.name ?? null) : null,
      early: status === 'prepared',
    })
    return ok({ reply: { ...reply, asksName: false }, seat: `${networkId}.${token}` })
  })
}
