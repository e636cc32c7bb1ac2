import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attachment, safeFileName } from '#server/files/file-type.ts'
import { sampleFile } from '#server/example/sample-file.ts'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { answerOf, openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let driven: Driven
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  driven = await anAccompaniment(app)
})
afterAll(() => app.close())

const target = 'criterion/critere-1'
const pdf = sampleFile('preuve.pdf')

async function upload(content: Uint8Array, name: string, more: Record<string, string> = {}) {
  const form = new FormData()
  const fields = { operationId: randomUUID(), target, ...more }
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([new Uint8Array(content)], name, { type: 'application/pdf' }))
  return answerOf(await driven.referent.send(`/api/accompaniments/${driven.id}/proofs`, { method: 'POST', body: form }))
}
const post = (body: object) =>
  driven.referent.post(`/accompaniments/${driven.id}/proofs`, { operationId: randomUUID(), target, ...body })
const file = (id: string) => driven.referent.send(`/api/accompaniments/${driven.id}/proofs/${id}/file`, {})

describe('a file', () => {
  test('comes back byte for byte, as an attachment that no browser opens by itself', async () => {
    const added = await upload(pdf, 'Bilan d’accès aux droits.pdf')
    expect(added.status).toBe(201)
    expect(added.body).toMatchObject({
      target,
      kind: 'file',
      name: 'Bilan d’accès aux droits.pdf',
      mediaType: 'application/pdf',
      bytes: pdf.length,
      addedBy: 'Nadia Belkacem',
    })
    const response = await file(added.body.id)

    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('cache-control')).toContain('no-store')
  })

  test('is accepted for what it holds: an OpenDocument sheet', async () => {
    const added = await upload(sampleFile('heures.ods'), 'heures.ods')
    expect([added.status, added.body.mediaType]).toEqual([201, 'application/vnd.oasis.opendocument.spreadsheet'])
  })

  const bytes = (text: string) => new TextEncoder().encode(text)
  test.each([
    ['a page of HTML', bytes('<!doctype html><script>alert(1)</script>')],
    ['an SVG image', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', bytes('MZ\u0090\u0000'.padEnd(400, '\u0000'))],
    ['a bare zip', new Uint8Array(Buffer.from('504b0506000000000000000000000000000000000000', 'hex'))],
    ['plain text', bytes('bonjour')],
    ['a GIF', bytes('GIF89a'.padEnd(60, '\u0000'))],
    ['a zip cut short', sampleFile('heures.ods').slice(0, 40)],
  ])('disguised as a PDF is refused: %s', async (_, content) => {
    const refusal = await upload(content, 'preuve.pdf')
    expect([refusal.status, refusal.code]).toEqual([415, 'file-type-refused'])
  })

  test('of nothing, and a form without one, are refused', async () => {
    expect((await upload(new Uint8Array(), 'vide.pdf')).code).toBe('file-empty')
    const form = new FormData()
    form.set('operationId', randomUUID())
    form.set('target', target)
    const response = await driven.referent.send(`/api/accompaniments/${driven.id}/proofs`, {
      method: 'POST',
      body: form,
    })
    expect((await answerOf(response)).code).toBe('file-missing')
  })

  test('of ten mebibytes is kept, of one byte more refused', async () => {
    const limit = 10 * 1024 * 1024
    const padded = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - pdf.length, 0x20)])
    expect((await upload(padded(limit), 'grand.pdf')).status).toBe(201)
    const refusal = await upload(padded(limit + 1), 'trop-grand.pdf')
    expect([refusal.status, refusal.code]).toEqual([413, 'file-too-large'])
  })

  test('sent in chunks without a length is cut at the limit', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1_000_000
        if (sent > 40_000_000) controller.close()
        else controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const response = await driven.referent.send(`/api/accompaniments/${driven.id}/proofs`, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(20_000_000)
  })

  test('is not read as a form when it is none', async () => {
    const response = await driven.referent.send(`/api/accompaniments/${driven.id}/proofs`, {
      method: 'POST',
      body: 'rien',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect((await answerOf(response)).code).toBe('wrong-media-type')
  })

  test('repeated with its operation id is kept once', async () => {
    const operationId = randomUUID()
    const first = await upload(pdf, 'a.pdf', { operationId })
    const again = await upload(pdf, 'a.pdf', { operationId })
    const view = await driven.referent.get(`/accompaniments/${driven.id}`)
    expect(again.body).toEqual(first.body)
    expect(view.body.proofs).toHaveLength(1)
  })
})

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\Nadia\\Bilan.PDF', 'Bilan.pdf'],
  ['photo.exe', 'photo.exe.pdf'],
  ['fdp.exe\u202e.pdf', 'fdp.exe.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
  ['....pdf', 'pdf.pdf'],
  ['', 'document.pdf'],
  [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
])('a file named %j is called %j', (name, safe) => {
  expect(safeFileName(name, 'application/pdf')).toBe(safe)
})

test('a name is given back in ASCII for old readers, and whole for the others', () => {
  expect(attachment('Synthèse "É".pdf')).toBe(
    `attachment; filename="Synthese E.pdf"; filename*=UTF-8''Synth%C3%A8se%20%22%C3%89%22.pdf`,
  )
})

describe('links and testimonies', () => {
  test.each(['javascript:alert(1)', 'http://exemple.org', 'data:text/html,x', 'file:///etc/passwd', 'https://', '//x'])(
    'a link to %s is refused',
    async (url) => {
      expect((await post({ kind: 'link', url, name: 'Un lien' })).code).toBe('invalid')
    },
  )

  test('a testimony has a function, a day that has come and an answer about consent', async () => {
    const testimony = {
      kind: 'testimony',
      text: 'On m’a prêté un vélo.',
      author: 'Ouvrier',
      saidOn: '2026-03-01',
      consent: true,
    }
    expect((await post(testimony)).body.testimony).toEqual({
      text: 'On m’a prêté un vélo.',
      author: 'Ouvrier',
      saidOn: '2026-03-01',
      consent: true,
    })
    expect((await post({ ...testimony, saidOn: '2026-03-03' })).body.faults[0].path).toBe('/saidOn')
    expect((await post({ ...testimony, consent: undefined })).body.faults[0].code).toBe('missing-key')
  })
})

test.each([
  'criterion/inconnu',
  'criterion/critere-1/2025',
  'indicator/part',
  'indicator/part/25',
  'indicator/inconnu/2025',
  `element/${randomUUID()}`,
  'framing/scope',
  'message',
])('nothing is attached to %s', async (elsewhere) => {
  const refusal = await post({ kind: 'link', url: 'https://exemple.org', name: 'Un lien', target: elsewhere })
  expect([refusal.status, refusal.body.faults[0].path]).toEqual([400, '/target'])
})

test('a proof that is removed is out of sight, its file too, and can be brought back', async () => {
  const added = await upload(pdf, 'a.pdf')
  const path = `/accompaniments/${driven.id}/proofs/${added.body.id}`
  expect((await driven.referent.delete(path)).status).toBe(204)
  expect((await file(added.body.id)).status).toBe(404)
  expect((await driven.referent.delete(path)).status).toBe(404)
  expect((await driven.referent.post(`${path}/restore`)).body).toEqual(added.body)
  expect((await file(added.body.id)).status).toBe(200)
})

test('nothing is added, removed nor brought back once delivered', async () => {
  const delivered = await anAccompaniment(app, 'review')
  const add = () =>
    delivered.referent.post(`/accompaniments/${delivered.id}/proofs`, {
      operationId: randomUUID(),
      target,
      kind: 'link',
      url: 'https://exemple.org',
      name: 'Un lien',
    })
  const { body } = await add()
  for (const subject of ['logo', 'quotes', 'practices'])
    await delivered.save(delivered.referent, `consent/${subject}`, true)
  await delivered.trigger(delivered.referent, 'approve', 'review')

  expect((await add()).code).toBe('read-only')
  const path = `/accompaniments/${delivered.id}/proofs/${body.id}`
  expect((await delivered.referent.delete(path)).code).toBe('read-only')
  expect((await delivered.referent.post(`${path}/restore`)).code).toBe('read-only')
  const view = await delivered.referent.get(`/accompaniments/${delivered.id}`)
  expect(view.body.proofs).toHaveLength(1)
})
