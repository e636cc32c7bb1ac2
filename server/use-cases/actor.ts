import type { Account } from '#server/database/queries/accounts.ts'

/** Who asks: a signed-in person of one network. */
export type Actor = Account
