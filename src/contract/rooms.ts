import { z } from 'zod'
import type { RoomEvent, Position, Spread } from '#src/room/room-events.ts'
import { operationId } from './scalars.ts'
import type { PerceptionSheet, QuizSheet } from './awareness.ts'

/**
 * The live meeting. The advisor's side is under /api/accompaniments/:id/rooms, signed in; the phones' side is under
 * /api/join and /api/seat, without an account: a cookie holds the seat, HttpOnly, for the room alone.
 */

/** POST …/rooms prepares a room: its early link works at once, its code from the start. 201 RoomView. */
export const newRoomBody = z.strictObject({
  operationId,
  /** The meeting it is for, an id of the journey's meetings. */
  meeting: z.string().min(1).max(40),
  /** Criteria in the order chosen; all that apply by default. */
  criteria: z.array(z.string()).min(1).max(200).optional(),
  /** Whether people give their name; refused where the journey keeps positions anonymous. */
  named: z.boolean(),
})

/** POST …/rooms/:roomId/commands. The reply is the events it made. */
export const roomCommandBody = z.strictObject({
  operationId,
  command: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('start') }),
    z.strictObject({ type: z.literal('present'), criterionId: z.string() }),
    /** Refused `too-few-positions` under three answers. */
    z.strictObject({ type: z.literal('reveal'), criterionId: z.string() }),
    /** Saves the answer as the entry `criterion/<id>` (409 `stale-revision` as there), with its spread beside it. */
    z.strictObject({
      type: z.literal('agree'),
      criterionId: z.string(),
      answer: z.unknown(),
      baseRevision: z.int().min(0),
    }),
    z.strictObject({ type: z.literal('reopen'), criterionId: z.string() }),
    z.strictObject({ type: z.literal('reorder'), criteria: z.array(z.string()).min(1).max(200) }),
    z.strictObject({ type: z.literal('close') }),
  ]),
})
export type RoomCommand = z.infer<typeof roomCommandBody>['command']

/** GET …/rooms: newest first. GET …/rooms/:roomId, …/rooms/:roomId/events (SSE, `Last-Event-ID`). */
export type RoomView = {
  readonly id: string
  readonly meeting: string
  readonly named: boolean
  readonly status: 'prepared' | 'open' | 'closed'
  /** Six characters, while it is prepared (then: of the early link) or open. */
  readonly code?: string
  readonly earlyCode?: string
  readonly openedAt?: string
  readonly closedAt?: string
  readonly events: readonly RoomEvent[]
}

/**
 * GET …/rooms/:roomId/criteria/:criterionId/names, for whoever leads: who took which position, where the team chose to give
 * names and once the room was shown how many. Empty otherwise, and once the meeting is closed.
 */
export type NamedPosition = {
  /** Absent where the person has left the meeting. */
  readonly name?: string
  readonly position: Position
}

/**
 * POST /api/join. 404 `code-unknown`, 429 `too-many-requests`. Sets the seat's cookie where it opens a meeting; with
 * `asksName` there is no seat yet: it comes with the same code and a name.
 */
export const joinBody = z.strictObject({
  code: z.string().min(4).max(20),
  /** Only where the room asks for names. */
  name: z.string().trim().min(1).max(60).optional(),
})
export type JoinReply =
  | { readonly kind: 'meeting'; readonly structure: string; readonly asksName: boolean }
  | { readonly kind: 'quiz'; readonly sheet: QuizSheet }
  | { readonly kind: 'perception'; readonly sheet: PerceptionSheet }

/** GET /api/seat: everything a phone needs, kept for when the network is gone. 401 `seat-lost` once the room closed. */
export type SeatView = {
  readonly roomId: string
  readonly structure: string
  readonly meetingTitle: string
  readonly named: boolean
  readonly early: boolean
  readonly levelNames: readonly string[]
  readonly criteria: readonly SeatCriterion[]
  readonly events: readonly RoomEvent[]
  readonly mine: Readonly<Record<string, Position>>
}
export type SeatCriterion = {
  readonly id: string
  readonly dimension: string
  readonly title: string
  readonly question: string
  readonly plainQuestion?: string
  readonly levels: readonly [string, string, string, string]
  readonly legal: boolean
}

/** PUT /api/seat/positions/:criterionId. The same `operationId` twice gives the first reply. */
export const positionBody = z.strictObject({
  operationId,
  position: z.union([
    z.strictObject({ level: z.literal([1, 2, 3, 4]) }),
    z.strictObject({ unknown: z.literal(true) }),
    z.strictObject({ notApplicable: z.literal(true) }),
    z.strictObject({ passed: z.literal(true) }),
  ]),
})
export type PositionReply = {
  readonly criterionId: string
  readonly position: Position
  readonly answered: number
  /** Only once revealed, from three answers, and to someone who answered. */
  readonly spread?: Spread
}

/** GET /api/seat/events: SSE, one RoomEvent per message, its `seq` as id; a spread only for who has answered. */
