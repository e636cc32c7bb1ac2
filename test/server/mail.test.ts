import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeMail } from '#server/mail/letter.ts'
import { smtpMailer } from '#server/mail/mailer.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let server: SMTPServer
let mailer: ReturnType<typeof smtpMailer>
const received: ParsedMail[] = []
let refuses = false

async function receive(stream: Readable, done: (error?: Error) => void): Promise<void> {
  const mail = await simpleParser(stream)
  if (!refuses) received.push(mail)
  done(refuses ? new Error('full') : undefined)
}

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void receive(stream, done),
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  mailer = smtpMailer(`smtp://127.0.0.1:${port}`, 'Jalon <jalon@exemple.org>')
  app = await openTestApp({ mailer })
})
beforeEach(() => {
  received.length = 0
  refuses = false
})
afterAll(async () => {
  if (mailer.kind === 'smtp') mailer.close()
  await app.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

test('an invitation reaches its mailbox in French, in both forms, with a link that opens the accompaniment', async () => {
  const driven = await anAccompaniment(app)
  await app.runJobs()
  const mail = received.find(({ subject }) => subject?.includes('votre accès'))
  const link = /http:\/\/jalon\.test\/sign-in\/(\S+)/.exec(mail?.text ?? '')

  expect(mail?.from?.text).toBe('"Jalon" <jalon@exemple.org>')
  expect(mail?.to).toMatchObject({ text: expect.stringContaining('"Nadia Belkacem" <referent-') })
  expect(mail?.text).toMatch(/^Bonjour Nadia Belkacem,/)
  expect(mail?.html).toContain('lang="fr"')
  expect(mail?.html).toContain(link?.[0] ?? 'no link')
  expect((await app.visitor().get(`/sign-in/${link?.[1]}`)).body.next).toBe(`/accompaniments/${driven.id}`)
})

test('a mail that the server refuses is kept, tried again by the queue, and sent once', async () => {
  refuses = true
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await anAccompaniment(app)
  await app.runJobs()
  const state = () =>
    sql<{ sent: boolean; attempts: number }>`
    select sent_at is not null as sent, attempts from mails order by created_at desc, id limit 1`.execute(app.owner)
  expect(received).toEqual([])
  expect((await state()).rows).toEqual([{ sent: false, attempts: 1 }])

  refuses = false
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(app.owner)
  await app.runJobs()
  await app.runJobs()
  expect(received).toHaveLength(1)
  expect((await state()).rows).toEqual([{ sent: true, attempts: 2 }])
})

test('once it left, a link is no longer readable in the database, and the outbox page is closed', async () => {
  const driven = await anAccompaniment(app)
  await app.runJobs()
  const { rows } = await sql`select from mails where sent_at is not null and (link is not null or text <> '')`.execute(
    app.owner,
  )
  expect(rows).toEqual([])
  expect((await driven.advisor.get('/outbox')).status).toBe(404)
  expect((await driven.advisor.get('/me')).body.outbox).toBe(false)
})

test('a mail is never written when what it tells was refused', async () => {
  const before = await sql`select from mails`.execute(app.owner)
  const driven = await anAccompaniment(app, 'requested')
  await driven.trigger(driven.advisor, 'submit-for-review', 'requested')
  const after = await sql`select from mails`.execute(app.owner)
  // The invitation of the referent, and nothing about a review.
  expect(after.rows.length - before.rows.length).toBe(1)
})

test('what people wrote stays text: no markup in the HTML, no line added to the subject', () => {
  const mail = writeMail(
    'sent-back',
    { structure: 'A<b>\r\nBcc: x@y.z', author: '<img src=x>', reason: '"><script>alert(1)</script>' },
    { name: '<script>', network: 'R&D', link: 'https://jalon.test/?a=1&b="2"' },
  )
  expect(mail.subject).not.toMatch(/[\r\n]/)
  expect(mail.html).not.toMatch(/<script|<img|<b>/)
  expect(mail.html).toContain('https://jalon.test/?a=1&amp;b=&quot;2&quot;')
})

test('French typography is done: curly apostrophes, thin spaces before marks', () => {
  const { text } = writeMail('sign-in', {}, { name: 'Nadia', network: 'des tests', link: 'https://jalon.test' })
  expect(text).not.toContain("'")
  expect(text).not.toMatch(/ [:;!?»]/)
})
