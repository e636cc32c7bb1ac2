import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { Actor } from '#server/use-cases/actor.ts'

/** What a request carries through the middlewares. `incoming` is absent where no socket is: in tests. */
export type AppEnv = {
  Bindings: { readonly incoming?: IncomingMessage; readonly address?: string }
  Variables: { address: string; requestId: string; log: Logger; actor: Actor }
}
