import {
  findAccount,
  findSignInLink,
  insertSignInLink,
  type Account,
  type LinkOwner,
} from '#server/database/queries/accounts.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { AccountsOptions } from './accounts-options.ts'
import { createAuth } from './better-auth.ts'
import { hashedToken, linkIdentifier, newToken } from './link-token.ts'
import { sendSignInLink } from './send-sign-in-link.ts'
import { createSessionMemory } from './session-memory.ts'

/** Signing in and out. Everything else about people goes through use cases. */
export type Accounts = {
  /** Always the same reply, whether the address is known or not; the mail leaves after it. */
  readonly requestLink: (email: string, address: string) => Promise<'accepted' | 'too-many'>
  /** Whose link it is. Looking spends nothing: mail scanners open every link. */
  readonly findLink: (token: string) => Promise<LinkOwner | undefined>
  /** Spends a link: the cookies of a new session, once. */
  readonly spendLink: (token: string, address: string) => Promise<readonly string[] | 'spent' | 'too-many'>
  /** A link for somebody known, in a transaction of their network; for invitations and the first advisor. */
  readonly createLink: (tx: Db, email: string, days: number) => Promise<string>
  readonly find: (headers: Headers) => Promise<SignedIn | undefined>
  readonly signOut: (headers: Headers) => Promise<readonly string[]>
  /** Reads somebody again at their next request: what was kept of them has changed. */
  readonly forget: (userId: string) => void
  /** Once the mails asked for so far are in the outbox. */
  readonly settled: () => Promise<void>
}

export type SignedIn = { readonly account: Account; readonly cookies: readonly string[] }

export function openAccounts(options: AccountsOptions): Accounts {
  const { baseUrl, accountsDb, log } = options
  const pending = new Set<Promise<void>>()
  const memory = createSessionMemory()
  const auth = createAuth(options, (email, token) => {
    // Not awaited: the time of the reply must not tell whether the address is known.
    const sending = sendSignInLink(options, email, token)
      .catch((error: unknown) => log.error({ err: error }, 'a sign-in mail could not be written'))
      .finally(() => pending.delete(sending))
    pending.add(sending)
  })

  /** better-auth limits the requests that go through its handler, by the address we give it. */
  const ask = (path: string, address: string, init: RequestInit) =>
    auth.handler(
      new Request(`${baseUrl}/api/auth${path}`, {
        ...init,
        headers: { 'content-type': 'application/json', origin: new URL(baseUrl).origin, 'x-jalon-address': address },
      }),
    )

  return {
    requestLink: async (email, address) => {
      const body = JSON.stringify({ email: email.toLowerCase() })
      const reply = await ask('/sign-in/magic-link', address, { method: 'POST', body })
      if (reply.status === 429) return 'too-many'
      if (!reply.ok) throw new Error(`asking for a sign-in link was answered ${reply.status}`)
      return 'accepted'
    },

    // The links' clock is better-auth's, which is the machine's.
    findLink: (token) => findSignInLink(accountsDb, linkIdentifier(hashedToken(token)), new Date()),

    spendLink: async (token, address) => {
      const reply = await ask(`/magic-link/verify?token=${encodeURIComponent(token)}`, address, { method: 'GET' })
      if (reply.status === 429) return 'too-many'
      return reply.status === 200 ? reply.headers.getSetCookie() : 'spent'
    },

    createLink: async (tx, email, days) => {
      const token = newToken()
      const expiresAt = new Date(Date.now() + days * 86_400_000)
      await insertSignInLink(tx, linkIdentifier(hashedToken(token)), email.toLowerCase(), expiresAt)
      return `${baseUrl}/sign-in/${token}`
    },

    find: async (headers) => {
      const cookie = headers.get('cookie') ?? ''
      const known = memory.find(cookie)
      if (known !== undefined) return { account: known, cookies: [] }

      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
      const account = response === null ? undefined : await findAccount(accountsDb, response.user.id)
      if (account === undefined) return undefined
      memory.keep(cookie, account)
      return { account, cookies: answered.getSetCookie() }
    },

    signOut: async (headers) => {
      memory.forget(headers.get('cookie') ?? '')
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true })
      return answered.getSetCookie()
    },

    forget: (userId) => memory.forgetPerson(userId),

    settled: async () => {
      await Promise.all(pending)
    },
  }
}
