import type { Logger } from 'pino'
import type { Db } from '#server/database/unit-of-work.ts'

export type AccountsOptions = {
  readonly clock: () => Date
  readonly baseUrl: string
  readonly secret: string
  /** Sees accounts across networks. */
  readonly accountsDb: Db
  /** For the outbox, within the network of the person. */
  readonly db: Db
  readonly log: Logger
}
