import type { z } from 'zod'
import type { Problem } from '#src/contract/problems.ts'
import { refused, type Result } from '#src/shared/result.ts'
import { localDay } from '#server/dossiers/today.ts'
import { transact, type Db } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { once } from './once.ts'
import { parseBody } from './parse-body.ts'

export type Inside<Body> = {
  readonly services: Services
  readonly tx: Db
  readonly actor: Actor
  readonly body: Body
  readonly now: Date
  readonly today: string
}

/**
 * A use case on the network as a whole: advisors only where it says so (403), then the shape (400), then the act, in one
 * transaction and once per operation.
 */
export function inNetwork<Body, T>(use: {
  readonly name: string
  readonly who: 'advisors' | 'everyone'
  readonly body: z.ZodType<Body>
  readonly act: (inside: Inside<Body>) => Promise<Result<T, Problem>>
}) {
  return (services: Services, actor: Actor, sent: unknown): Promise<Result<T, Problem>> =>
    transact<T, Problem>(services.db, actor.networkId, async (tx) => {
      if (use.who === 'advisors' && actor.standing !== 'advisor') return refused({ code: 'not-allowed' })

      const body = parseBody(use.body, sent)
      if (!body.ok) return body

      const now = services.clock()
      return once(tx, actor, { id: operationIdOf(body.value), request: [use.name, body.value], at: now }, () =>
        use.act({ services, tx, actor, body: body.value, now, today: localDay(now) }),
      )
    })
}

export function operationIdOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('operationId' in body)) return undefined
  return typeof body.operationId === 'string' ? body.operationId : undefined
}
