import type { z } from 'zod'
import type { Problem } from '#src/contract/problems.ts'
import { joinBody, type JoinReply } from '#src/contract/rooms.ts'
import { refused, type Result } from '#src/shared/result.ts'
import type { Services } from '#server/services.ts'
import { parseBody } from '#server/use-cases/parse-body.ts'
import { findCode, normaliseCode, type CodeKind, type FoundCode } from './join-codes.ts'

/** What entering gave; `seat` is the value of the cookie that holds the place, where there is one. */
export type Joined = { readonly reply: JoinReply; readonly seat?: string }

/** One kind of code. Whatever it refuses with `code-unknown` counts as a wrong code. */
export type JoinHandler = (
  services: Services,
  request: {
    /** In capitals, without blanks. */
    readonly code: string
    /** Absent for tickets, which no table of codes knows. */
    readonly found?: FoundCode
    readonly body: z.infer<typeof joinBody>
  },
) => Promise<Result<Joined, Problem>>

/** A handler for each kind of code, and for the tickets of the perception survey. */
export type JoinHandlers = Readonly<Record<CodeKind | 'perception', JoinHandler>>

const codeLength = 6
const ticketLength = 8

/** Enters with a code, without an account. Too many wrong ones, from an address or in all, shut the door for a while. */
export async function join(
  services: Services,
  handlers: JoinHandlers,
  address: string,
  sent: unknown,
): Promise<Result<Joined, Problem>> {
  const body = parseBody(joinBody, sent)
  if (!body.ok) return body

  const { bucketOf, door } = services.rooms
  return door(bucketOf(address), () => enter(services, handlers, body.value))
}

async function enter(services: Services, handlers: JoinHandlers, body: z.infer<typeof joinBody>) {
  const code = normaliseCode(body.code)
  if (code.length === ticketLength) return handlers.perception(services, { code, body })

  const found = code.length === codeLength ? await findCode(services.db, code) : undefined
  return found === undefined
    ? refused<Problem>({ code: 'code-unknown' })
    : handlers[found.kind](services, { code, found, body })
}
