import type { z } from 'zod'
import { can, type Action } from '#src/access/can.ts'
import type { Problem } from '#src/contract/problems.ts'
import { refused, type Result } from '#src/shared/result.ts'
import { findAccess, type Access } from '#server/database/queries/accompaniments.ts'
import { lockAccompaniment, transact } from '#server/database/unit-of-work.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { operationIdOf, type Inside } from './in-network.ts'
import { once } from './once.ts'
import { isId, parseBody } from './parse-body.ts'

export type InsideAccompaniment<Body, Params> = Inside<Body> & { readonly access: Access; readonly params: Params }
export type AccompanimentRequest<Params> = Params & { readonly id: string; readonly body: unknown }

/**
 * A use case on one accompaniment. The order of refusals is the same everywhere: unknown or not yours (404), yours but not
 * allowed (403), wrong shape (400), and only then what the moment forbids (409). One transaction, once per operation.
 *
 * `writes` makes the others wait, saves included, so that what was checked still holds when it is written.
 */
export function onAccompaniment<Body, T, Params extends object = object>(use: {
  readonly name: string
  readonly action: Action
  readonly effect: 'reads' | 'writes'
  readonly body: z.ZodType<Body>
  readonly act: (inside: InsideAccompaniment<Body, Params>) => Promise<Result<T, Problem>>
}) {
  return (services: Services, actor: Actor, request: AccompanimentRequest<Params>): Promise<Result<T, Problem>> =>
    transact<T, Problem>(services.db, actor.networkId, async (tx) => {
      const { body: sent, ...params } = request
      const now = services.clock()
      const today = localDay(now)
      if (!isId(request.id)) return refused({ code: 'not-found' })
      if (use.effect === 'writes') await lockAccompaniment(tx, request.id)

      const access = await findAccess(tx, actor, request.id, today)
      if (access === undefined) return refused({ code: 'not-found' })
      if (!can(access.role, use.action)) return refused({ code: 'not-allowed' })

      const body = parseBody(use.body, sent)
      if (!body.ok) return body

      const operation = { id: operationIdOf(body.value), request: [use.name, params, body.value], at: now }
      return once(tx, actor, operation, () =>
        use.act({ services, tx, actor, access, body: body.value, params: request, now, today }),
      )
    })
}
