import { randomUUID } from 'node:crypto'

/** A save that was acknowledged: the revision it was given, and what it wrote. */
export type Acknowledged = { readonly key: string; readonly revision: number; readonly startsAt: string }

/** Somebody's session on a server that may die at any moment. */
export type Session = {
  readonly origin: string
  readonly cookie: string
}

/** Spends a sign-in link, as the button of the confirmation page does. */
export async function signIn(origin: string, token: string): Promise<Session> {
  const response = await send({ origin, cookie: '' }, 'POST', '/sign-in/confirm', { token })
  if (response.status !== 204) throw new Error(`no session: ${response.status}`)

  return {
    origin,
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  }
}

export function send({ origin, cookie }: Session, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${origin}/api${path}`, {
    method,
    headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** A request just made by the advisor, for a structure told apart by a number. Answers its id. */
export async function createAccompaniment(session: Session, number: number): Promise<string> {
  const response = await send(session, 'POST', '/accompaniments', {
    operationId: randomUUID(),
    structure: { name: `Atelier ${number}`, siret: siretOf(number), kinds: ['ACI'], city: 'Pantin' },
    method: 'utilite-sociale',
    motive: 'recognition',
    referent: { name: `Personne ${number}`, email: `personne-${number}@exemple.org` },
  })
  if (response.status !== 201) throw new Error(`not created: ${await response.text()}`)
  const { id } = (await response.json()) as { readonly id: string }

  return id
}

/** A number whose control key is right: every second digit from the right counts double. */
function siretOf(number: number): string {
  const start = String(1000 + number).padStart(13, '0')
  const sum = [...start].reduce((total, digit, index) => {
    const counted = index % 2 === 0 ? Number(digit) * 2 : Number(digit)

    return total + (counted > 9 ? counted - 9 : counted)
  }, 0)

  return `${start}${(10 - (sum % 10)) % 10}`
}

/** What a journey's first steps ask, in order: saves, and the moves they allow. */
export const firstSteps = [
  { key: 'framing/membership', value: { member: true, checkedOn: '2026-03-01' } },
  { event: 'qualify', from: 'requested' },
  { key: 'framing/scope', value: 'entity' },
  { key: 'framing/period', value: '2025' },
  { key: 'framing/audience', value: 'full' },
  { key: 'framing/pricing-accepted', value: true },
  { event: 'schedule', from: 'qualified' },
] as const

/** Saves an entry on top of a revision. Undefined where the server died before it answered. */
export async function save(session: Session, id: string, key: string, baseRevision: number, value: unknown) {
  const path = `/accompaniments/${id}/entries/${encodeURIComponent(key)}`
  const response = await answered(send(session, 'PUT', path, { operationId: randomUUID(), baseRevision, value }))
  if (response === undefined) return undefined
  if (response.status !== 200) throw new Error(`${key} was refused: ${JSON.stringify(response.body)}`)

  return (response.body as { readonly revision: number }).revision
}

/** Moves the journey. Undefined where the server died before it answered. */
export async function move(session: Session, id: string, event: string, from: string): Promise<true | undefined> {
  const body = { operationId: randomUUID(), event, from }
  const response = await answered(send(session, 'POST', `/accompaniments/${id}/transitions`, body))
  if (response === undefined) return undefined
  if (response.status !== 200) throw new Error(`${event} was refused: ${JSON.stringify(response.body)}`)

  return true
}

/** A reply counts once all of it arrived. */
async function answered(
  request: Promise<Response>,
): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
  try {
    const response = await request
    const body: unknown = await response.json()

    return { status: response.status, body }
  } catch {
    return undefined
  }
}
