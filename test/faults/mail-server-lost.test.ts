import { afterEach, beforeEach, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import { aHome, type Home } from './home.ts'
import { openMailServer, type MailServer } from './mail-server.ts'
import { createAccompaniment } from './saves.ts'
import { askDatabase, freePort, type ServerProcess } from './server-process.ts'

let home: Home
let mailPort: number
let mailServers: MailServer[]

beforeEach(async () => {
  home = await aHome()
  mailPort = await freePort()
  mailServers = []
})

afterEach(async () => {
  for (const server of mailServers) await server.close()
  await home.leave()
})

const open = () => home.open({ SMTP_URL: `smtp://127.0.0.1:${mailPort}` })

async function openMailbox() {
  const server = await openMailServer(mailPort)
  mailServers.push(server)

  return server
}

type Mail = { readonly sent: boolean; readonly attempts: number }

/** Oldest first. */
const mails = () =>
  askDatabase<Mail>(home.folder, 'select sent_at is not null as sent, attempts from mails order by created_at, id')

const allSent = () =>
  poll('every mail to be marked as sent', async () => ((await mails()).every(({ sent }) => sent) ? true : undefined))

const noneLeft = () =>
  poll('an empty queue', async () =>
    (await askDatabase(home.folder, 'select from graphile_worker._private_jobs')).length === 0 ? true : undefined,
  )

const killAndWait = async ({ process: child, exited }: ServerProcess) => {
  child.kill('SIGKILL')
  await exited
}

test('mails written while the mail server is down leave once when it is back, a kill -9 in between', async () => {
  const first = await open()
  for (const number of [1, 2, 3]) await createAccompaniment(first.session, number)
  await poll('each of them tried', async () =>
    (await mails()).every(({ attempts }) => attempts > 0) ? true : undefined,
  )
  await killAndWait(first.server)

  const mailbox = await openMailbox()
  const second = await open()
  await createAccompaniment(second.session, 4)
  await allSent()
  await noneLeft()
  const readers = mailbox.received.flatMap(({ to }) => (to === undefined || Array.isArray(to) ? [] : to.text))
  expect(readers).toHaveLength(4)
  expect(new Set(readers)).toEqual(
    new Set([1, 2, 3, 4].map((number) => `"Personne ${number}" <personne-${number}@exemple.org>`)),
  )
})

test('a kill -9 before the mail server’s last word sends the mail again under the same name, which mailboxes know', async () => {
  const mailbox = await openMailbox()
  mailbox.hold()
  const first = await open()
  await createAccompaniment(first.session, 1)
  await poll('the mail taken', () => (mailbox.received.length > 0 ? true : undefined))
  await killAndWait(first.server)
  expect(await mails()).toEqual([{ sent: false, attempts: 0 }])

  mailbox.letGo()
  await open()
  await allSent()
  await noneLeft()
  const [one, two, ...more] = mailbox.received.map(({ messageId }) => messageId)
  expect([two, more]).toEqual([one, []])
  expect(one).toMatch(/^<.+@jalon>$/)
})

test('a mail server that never gives its last word does not keep the server from stopping', async () => {
  const mailbox = await openMailbox()
  mailbox.hold()
  const { server, session } = await open()
  await createAccompaniment(session, 1)
  await poll('the mail taken', () => (mailbox.received.length > 0 ? true : undefined))
  server.process.kill('SIGTERM')
  expect(await server.exited).toBe(0)
})
