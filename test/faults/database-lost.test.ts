import { afterEach, beforeEach, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import { ask, openMachine, waysHere, type Host, type Machine } from './embedded-machine.ts'
import { aHome, type Home } from './home.ts'
import { openMailServer, type MailServer } from './mail-server.ts'
import { createAccompaniment, save, send } from './saves.ts'
import { freePort } from './server-process.ts'

const [way = { name: 'as ourselves' }] = await waysHere()

/** A PostgreSQL elsewhere, which somebody else stops and starts. */
let machine: Machine
let home: Home
let mailPort: number
let mailbox: MailServer

beforeEach(async () => {
  machine = await openMachine(way)
  home = await aHome()
  mailPort = await freePort()
  mailbox = await openMailServer(mailPort)
})

afterEach(async () => {
  await mailbox.close()
  await home.leave()
  await machine.close()
})

const status = async (name: string) => (await fetch(`http://127.0.0.1:${home.port}${name}`)).status
const readiness = (awaited: number) =>
  poll(`readiness ${awaited}`, async () => ((await status('/readyz')) === awaited ? true : undefined))

async function open() {
  const { host, ready } = await machine.start()
  const { user, database, host: folder } = ready.connection
  const opened = await home.open({
    DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(folder)}`,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  })

  return { host, ...opened }
}

async function stopDatabase({ process: child, exited }: Host) {
  child.kill('SIGTERM')
  expect(await exited).toBe(0)
}

const mailTo = (address: string) =>
  poll(`a mail to ${address}`, () =>
    mailbox.received.find(({ to }) => !Array.isArray(to) && to?.text.includes(address)),
  )

test('while its database is stopped, the server says so; once it is back, everything goes on by itself', async () => {
  const { host, server, session } = await open()
  const id = await createAccompaniment(session, 1)
  expect(await save(session, id, 'framing/scope', 0, 'entity')).toBe(1)
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])

  await stopDatabase(host)
  await readiness(503)
  expect(await status('/healthz')).toBe(200)
  for (const [method, route, body] of [
    ['GET', '/portfolio', undefined],
    ['PUT', `/accompaniments/${id}/entries/framing%2Fscope`, saveBody],
  ] as const) {
    const refused = await send(session, method, route, body)
    expect([refused.status, refused.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    expect(await refused.json()).toMatchObject({ code: 'unavailable' })
  }
  expect(server.process.exitCode).toBe(null)

  await machine.start()
  await readiness(200)
  // The save that was refused left nothing behind: it is on top of the same revision that it passes now.
  expect((await send(session, 'PUT', `/accompaniments/${id}/entries/framing%2Fscope`, saveBody)).status).toBe(200)
  await createAccompaniment(session, 2)
  await mailTo('personne-2@exemple.org')
  server.process.kill('SIGTERM')
  expect(await server.exited).toBe(0)
})

test('a database that goes away under a job keeps neither the job nor the next ones from being done', async () => {
  const { host, server, session } = await open()
  await createAccompaniment(session, 1)
  await mailTo('personne-1@exemple.org')
  mailbox.hold()
  await createAccompaniment(session, 2)
  await mailTo('personne-2@exemple.org')
  await stopDatabase(host)
  await readiness(503)
  mailbox.letGo()

  const { ready } = await machine.start()
  await readiness(200)
  await createAccompaniment(session, 3)
  await mailTo('personne-3@exemple.org')
  await poll('every mail marked as sent, and an empty queue', async () => {
    const left = await ask(ready.connection, 'select from mails where sent_at is null')
    const jobs = await ask(ready.connection, 'select from graphile_worker._private_jobs')

    return left.length + jobs.length === 0 ? true : undefined
  })
  // Nobody knew whether the second had left: it leaves again under the name that its mailbox knows.
  expect(new Set(mailbox.received.map(({ messageId }) => messageId)).size).toBe(3)
  expect(server.process.exitCode).toBe(null)
})

const saveBody = {
  operationId: '3f0f7a52-7a35-4f0c-9d0e-0c9f4f0d5a11',
  baseRevision: 1,
  value: 'group',
}
