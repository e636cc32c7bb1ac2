import { hash, randomUUID } from 'node:crypto'
import { Logger as WorkerLogger, runOnce } from 'graphile-worker'
import pino, { type Logger } from 'pino'
import type { Problem } from '#src/contract/problems.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { createApp } from '#server/app.ts'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { findOrInsertUser, grantStanding, insertNetwork, type Standing } from '#server/database/queries/accounts.ts'
import { becomeOnlyWorker } from '#server/database/queries/worker-locks.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Printer } from '#server/jobs/printer.ts'
import { jobTasks, prepareJobs } from '#server/jobs/start-jobs.ts'
import type { Letter, Mailer } from '#server/mail/mailer.ts'
import { createServices, type Services } from '#server/services.ts'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/test-database.ts'

export const origin = 'http://jalon.test'

/** The real application on a real database, with a clock that is told the time, a mailer that keeps letters, no browser. */
export type TestApp = {
  readonly services: Services
  /** For another server on the same database. */
  readonly connections: DatabaseConnections
  readonly owner: Awaited<ReturnType<typeof createTestDatabase>>['owner']['db']
  readonly clock: { now: Date }
  readonly letters: (Letter & { readonly link: string | null })[]
  /** What was printed, in order. */
  readonly printed: unknown[]
  readonly newNetwork: () => Promise<string>
  /** Somebody with a session, made where they do not exist. */
  readonly signIn: (
    networkId: string,
    person: { email: string; standing?: Standing; name?: string },
  ) => Promise<Visitor>
  /** Somebody without one. */
  readonly visitor: (address?: string) => Visitor
  readonly becomeOnlyWorker: () => ReturnType<typeof becomeOnlyWorker>
  /** Runs every job that waits. */
  readonly runJobs: () => Promise<void>
  readonly close: () => Promise<void>
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects to find, and fails where it is not
  readonly body: any
  readonly code: Problem['code'] | undefined
}

export type Visitor = {
  readonly userId: string
  readonly cookie: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly patch: (path: string, body: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
  readonly send: (path: string, init: RequestInit) => Promise<Response>
}

export async function openTestApp(
  options: {
    readonly questionnaire?: Questionnaire
    /** Instead of one questionnaire, all those read from a folder. */
    readonly questionnaires?: Services['questionnaires']
    readonly mailer?: Mailer
    readonly printer?: Printer
    /** For a test of what is logged. */
    readonly log?: Logger
    /** Instead of a new one; it is dropped with the application. */
    readonly database?: TestDatabase<unknown>
  } = {},
): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase<unknown>())
  await prepareJobs(database.connections)
  // The queue asks for it.
  database.owner.pool.on('connect', (client) => client.on('error', () => undefined))
  const questionnaire = options.questionnaire ?? { ...aSmallQuestionnaire(), id: 'utilite-sociale' }
  const clock = { now: new Date('2026-03-02T09:00:00.000Z') }
  const letters: TestApp['letters'] = []
  const printed: unknown[] = []
  const services = createServices({
    clock: () => clock.now,
    baseUrl: origin,
    secret: 'a secret of the tests, long enough for anyone',
    connections: database.connections,
    questionnaires:
      options.questionnaires ??
      new Map([
        [
          `${questionnaire.id}@${questionnaire.version}`,
          { questionnaire, sha256: hash('sha256', canonicalText(questionnaire), 'hex') },
        ],
      ]),
    mailer: options.mailer ?? { kind: 'outbox', show: (letter) => letters.push(letter) },
    printer: options.printer ?? paperPrinter(printed),
    log: options.log ?? pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
  })
  const app = createApp(services)
  const visitorWith = (userId: string, cookie: string, address: string): Visitor => {
    const send = async (path: string, init: RequestInit) =>
      app.request(`${origin}${path}`, { ...init, headers: { origin, cookie, ...init.headers } }, { address })
    const ask = async (method: string, path: string, body?: unknown) =>
      answerOf(
        await send(`/api${path}`, {
          method,
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        }),
      )
    return {
      userId,
      cookie,
      send,
      get: (path) => ask('GET', path),
      post: (path, body) => ask('POST', path, body),
      put: (path, body) => ask('PUT', path, body),
      patch: (path, body) => ask('PATCH', path, body),
      delete: (path) => ask('DELETE', path),
    }
  }

  return {
    services,
    connections: database.connections,
    owner: database.owner.db,
    clock,
    letters,
    printed,
    newNetwork: async () => {
      const id = randomUUID()
      await insertNetwork(services.accountsDb, id, 'Réseau des tests')
      return id
    },
    signIn: async (networkId, { email, standing = 'member', name = email.split('@')[0] ?? '' }) => {
      const { userId, link } = await within(services.db, networkId, async (tx) => {
        const user = await findOrInsertUser(tx, { networkId, name, email, isExample: false })
        if (user === undefined) throw new Error('the address is taken')
        await grantStanding(tx, networkId, user.id, standing)
        return { userId: user.id, link: await services.accounts.createLink(tx, email, 1) }
      })
      const spent = await services.accounts.spendLink(link.split('/').at(-1) ?? '', anAddress())
      if (typeof spent === 'string') throw new Error(`no session: ${spent}`)
      return visitorWith(userId, spent.map((each) => each.split(';')[0]).join('; '), anAddress())
    },
    visitor: (address = anAddress()) => visitorWith('', '', address),
    becomeOnlyWorker: () => becomeOnlyWorker(database.owner.pool),
    runJobs: async () => {
      await services.accounts.settled()
      await runOnce({ pgPool: database.owner.pool, taskList: jobTasks(services), logger: quiet, noHandleSignals: true })
    },
    close: async () => {
      await services.close()
      await database.drop()
    },
  }
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body: unknown = text !== '' && isJson ? JSON.parse(text) : text
  const code = typeof body === 'object' && body !== null && 'code' in body ? (body.code as Problem['code']) : undefined
  return { status: response.status, headers: response.headers, body, code }
}

/** Addresses are limited one by one: each visitor has their own. */
function anAddress(): string {
  lastAddress += 1
  return `10.${(lastAddress >> 16) & 255}.${(lastAddress >> 8) & 255}.${lastAddress & 255}`
}
let lastAddress = 0

const quiet = new WorkerLogger(() => () => undefined)

/** Prints words, so that tests of the server need no browser. */
function paperPrinter(printed: unknown[]): Printer {
  return {
    compose: ({ loaded, revision, day }) => ({
      content: { sheet: loaded.sheet, revision, day },
      fingerprint: hash('sha256', JSON.stringify(loaded.sheet), 'hex'),
    }),
    print: async (content) => {
      printed.push(content)
      return { pdf: new TextEncoder().encode(`%PDF ${JSON.stringify(content)}`), pages: 1 }
    },
  }
}
