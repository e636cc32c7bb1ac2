import { hash, randomBytes } from 'node:crypto'
import { findSeat } from '#server/database/queries/rooms/seats.ts'
import { within, type Db } from '#server/database/unit-of-work.ts'

/** A place in one room, held by a cookie. */
export type Seat = {
  readonly networkId: string
  readonly seatId: string
  readonly roomId: string
  readonly early: boolean
}

export type SeatMemory = {
  /** What was found a moment ago, for what asks the database anyway whether the seat still stands. */
  readonly recall: (cookie: string | undefined) => Promise<Seat | undefined>
  /** What the database says now. */
  readonly find: (cookie: string | undefined) => Promise<Seat | undefined>
}

const mostKept = 10_000

export function createSeatMemory(db: Db): SeatMemory {
  const known = new Map<string, Seat>()

  const find = async (cookie: string | undefined): Promise<Seat | undefined> => {
    const [networkId = '', token = ''] = cookie?.split('.') ?? []
    if (!isNetworkId.test(networkId) || token === '') return undefined
    const row = await within(db, networkId, (tx) => findSeat(tx, hashedSeat(token)))
    if (row === undefined) return undefined
    if (known.size >= mostKept) known.clear()
    const seat = { networkId, ...row }
    known.set(hashedSeat(token), seat)
    return seat
  }

  return {
    find,
    recall: async (cookie) => known.get(hashedSeat(cookie?.split('.')[1] ?? '')) ?? find(cookie),
  }
}

const isNetworkId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The database keeps a hash: a copy of it opens no seat. */
export function hashedSeat(token: string): string {
  return hash('sha256', `seat ${token}`, 'base64url')
}

export function newSeatToken(): string {
  return randomBytes(32).toString('base64url')
}
