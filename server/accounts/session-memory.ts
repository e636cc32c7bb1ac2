import type { Account } from '#server/database/queries/accounts.ts'

/**
 * Sessions looked up a moment ago, so that a team that types does not make the database look at each key. Somebody signed
 * out elsewhere keeps at most these seconds; rights within an accompaniment are always the database's.
 */
export type SessionMemory = {
  readonly find: (cookie: string) => Account | undefined
  readonly keep: (cookie: string, account: Account) => void
  readonly forget: (cookie: string) => void
  /** All the sessions of somebody whose name, address or standing changes. */
  readonly forgetPerson: (userId: string) => void
}

const keptMilliseconds = 5_000
const mostKept = 5_000

export function createSessionMemory(): SessionMemory {
  const sessions = new Map<string, { readonly account: Account; readonly until: number }>()

  return {
    find: (cookie) => {
      const session = sessions.get(cookie)
      return session !== undefined && session.until > performance.now() ? session.account : undefined
    },
    keep: (cookie, account) => {
      if (sessions.size >= mostKept) sessions.clear()
      sessions.set(cookie, { account, until: performance.now() + keptMilliseconds })
    },
    forget: (cookie) => {
      sessions.delete(cookie)
    },
    forgetPerson: (userId) => {
      for (const [cookie, { account }] of sessions) if (account.userId === userId) sessions.delete(cookie)
    },
  }
}
