import { randomUUID } from 'node:crypto'
import type { RoomCommand, RoomView } from '#src/contract/rooms.ts'
import type { Position, RoomEvent } from '#src/room/room-events.ts'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { answerOf, type Answer, type TestApp, type Visitor } from '#test/support/test-app.ts'

/** A live meeting driven through the API, as its people would. */
export type DrivenRoom = {
  readonly driven: Driven
  readonly id: string
  readonly path: string
  readonly view: (who?: Visitor) => Promise<RoomView>
  readonly command: (command: RoomCommand, operationId?: string) => Promise<Answer>
  /** Commands that must succeed. */
  readonly lead: (...commands: readonly RoomCommand[]) => Promise<void>
  /** A phone that enters with the code of the moment. */
  readonly join: (name?: string) => Promise<Phone>
}

export type Phone = {
  readonly cookie: string
  readonly get: () => Promise<Answer>
  readonly put: (criterionId: string, position: unknown, operationId?: string) => Promise<Answer>
  readonly leave: () => Promise<Answer>
  readonly stream: (after?: number) => Promise<Response>
}

export const inOrder = ['critere-1', 'critere-2', 'critere-3'] as const

export async function aRoom(
  app: TestApp,
  options: { readonly named?: boolean; readonly status?: 'prepared' | 'open'; readonly driven?: Driven } = {},
): Promise<DrivenRoom> {
  const driven = options.driven ?? (await anAccompaniment(app, 'arguments'))
  const { advisor } = driven
  const created = await advisor.post(`/accompaniments/${driven.id}/rooms`, {
    operationId: randomUUID(),
    meeting: '1',
    criteria: inOrder,
    named: options.named ?? false,
  })
  if (created.status !== 201) throw new Error(`no room: ${JSON.stringify(created.body)}`)
  const { id } = created.body as RoomView
  const path = `/accompaniments/${driven.id}/rooms/${id}`
  const view = async (who = advisor) => (await who.get(path)).body as RoomView
  const command: DrivenRoom['command'] = (sent, operationId = randomUUID()) =>
    advisor.post(`${path}/commands`, { operationId, command: sent })
  const lead: DrivenRoom['lead'] = async (...commands) => {
    for (const each of commands) {
      const done = await command(each)
      if (done.status !== 200) throw new Error(`${each.type}: ${JSON.stringify(done.body)}`)
    }
  }
  if (options.status !== 'prepared') await lead({ type: 'start' })

  return { driven, id, path, view, command, lead, join: async (name) => joinWith(app, (await view()).code ?? '', name) }
}

export async function joinWith(app: TestApp, code: string, name?: string): Promise<Phone> {
  const joined = await app.visitor().post('/join', { code, ...(name === undefined ? {} : { name }) })
  const cookie = cookieOf(joined)
  if (joined.status !== 200 || cookie === '') throw new Error(`not joined: ${JSON.stringify(joined.body)}`)
  return phoneWith(app, cookie)
}

export function phoneWith(app: TestApp, cookie: string): Phone {
  const { send } = app.visitor()
  const ask = async (method: string, path: string, body?: unknown) =>
    answerOf(
      await send(`/api/seat${path}`, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  return {
    cookie,
    get: () => ask('GET', ''),
    put: (criterionId, position, operationId = randomUUID()) =>
      ask('PUT', `/positions/${criterionId}`, { operationId, position }),
    leave: () => ask('DELETE', ''),
    stream: (after = 0) => send('/api/seat/events', { headers: { cookie, 'last-event-id': String(after) } }),
  }
}

export function cookieOf({ headers }: Answer): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export async function answer(phone: Phone, criterionId: string, position: Position): Promise<void> {
  const taken = await phone.put(criterionId, position)
  if (taken.status !== 200) throw new Error(`not taken: ${JSON.stringify(taken.body)}`)
}

type EventReader = {
  readonly seen: RoomEvent[]
  /** Reads on until something of what was seen is there. */
  readonly until: (enough: (seen: readonly RoomEvent[]) => boolean) => Promise<readonly RoomEvent[]>
  /** Reads to the end of the stream. */
  readonly rest: () => Promise<readonly RoomEvent[]>
  readonly stop: () => Promise<void>
}

/** Reads a stream of server-sent events as a browser does. */
export function readEvents(response: Response): EventReader {
  if (response.status !== 200 || response.body === null) throw new Error(`no stream: ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const seen: RoomEvent[] = []
  let rest = ''
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (done) return false
    const blocks = (rest + value).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const id = /^id: (\d+)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data === undefined) continue
      const event = JSON.parse(data) as RoomEvent
      if (String(event.seq) !== id) throw new Error('the number of a message is not that of its event')
      seen.push(event)
    }
    return true
  }
  return {
    seen,
    until: async (enough) => {
      while (!enough(seen)) if (!(await more())) throw new Error('the stream ended')
      return seen
    },
    rest: async () => {
      while (await more());
      return seen
    },
    stop: () => reader.cancel(),
  }
}

export function hasSeq(seq: number) {
  return (seen: readonly RoomEvent[]) => seen.some((event) => event.seq >= seq)
}
