import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import { browsersOf, isRunning } from '#test/support/processes.ts'
import { aHome, type Home } from './home.ts'
import { send, type Session } from './saves.ts'
import { askDatabase, type ServerProcess } from './server-process.ts'

let home: Home
let temporary: string
let browsers: number[]

beforeEach(async () => {
  home = await aHome()
  temporary = await mkdtemp(path.join(tmpdir(), 'jalon-prints-tmp-'))
  browsers = []
})

afterEach(async () => {
  for (const browser of browsers.filter(isRunning)) process.kill(browser, 'SIGKILL')
  await home.leave()
  await rm(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const open = () => home.open({ JALON_EXAMPLE: 'yes', TMPDIR: temporary })
const kill = (server: ServerProcess) => void server.process.kill('SIGKILL')

describe.each([
  ['Node is killed', (server: ServerProcess) => kill(server)],
  [
    'Node and its browser are killed',
    (server: ServerProcess, browser: number) => {
      kill(server)
      process.kill(browser, 'SIGKILL')
    },
  ],
  ['the server is asked to stop', (server: ServerProcess) => void server.process.kill('SIGTERM')],
])('when %s in the middle of a print', (_, end) => {
  test('the synthesis is printed once after the restart, and those printed before stay as they were', async () => {
    const first = await open()
    const delivered = await deliveredBefore(first.session)
    const browser = browsersOf(first.server.process.pid ?? 0)[0] ?? 0
    browsers.push(browser)
    // Stopped, it cannot end the print before the end comes.
    process.kill(browser, 'SIGSTOP')
    const draft = await askForPrint(first.session)
    await poll('the print under way', async () => {
      const view = await viewOf(first.session, draft)

      return view?.state === 'printing' && view.progressPercent === 40 ? view : undefined
    })
    end(first.server, browser)
    await first.server.exited
    if (isRunning(browser)) process.kill(browser, 'SIGCONT')
    await poll('the end of the browser, which has nobody left', () => (isRunning(browser) ? undefined : true))

    const second = await open()
    const ready = await poll(
      'the print',
      async () => {
        const view = await viewOf(second.session, draft)

        return view?.state === 'ready' ? view : undefined
      },
      20_000,
    )
    expect(ready).toMatchObject({ progressPercent: 100, revision: 0 })
    expect((await pdfOf(second.session, draft)).length).toBe(ready.bytes)
    expect(await pdfOf(second.session, delivered)).toEqual(delivered.pdf)

    // Nothing is left to do, and nothing was done twice.
    second.server.process.kill('SIGTERM')
    expect(await second.server.exited).toBe(0)
    const third = await open()
    const [kept] = await askDatabase(
      home.folder,
      `select (select count(*)::integer from audit_log where action = 'synthesis-printed' and subject = '${draft.id}') as told,
              (select count(*)::integer from syntheses where accompaniment_id = '${draft.accompanimentId}') as syntheses,
              (select count(*)::integer from graphile_worker._private_jobs) as jobs`,
    )
    expect(kept).toEqual({ told: 1, syntheses: 1, jobs: 0 })
    expect(third.server.errors()).toBe('')
  })
})

type Printed = { readonly accompanimentId: string; readonly id: string }

/** The example's own synthesis, once it is printed: the browser is warm from it. */
async function deliveredBefore(session: Session) {
  const accompanimentId = await accompanimentOf(session, 'Les Ateliers du Canal')
  const id = await poll('the synthesis of the example', async () => {
    const [view] = await viewsOf(session, accompanimentId)

    return view?.state === 'ready' ? view.id : undefined
  })

  return { accompanimentId, id, pdf: await pdfOf(session, { accompanimentId, id }) }
}

async function askForPrint(session: Session): Promise<Printed> {
  const accompanimentId = await accompanimentOf(session, 'La Brouette Bleue')
  const body = { operationId: randomUUID(), audience: 'full' }
  const response = await send(session, 'POST', `/accompaniments/${accompanimentId}/syntheses`, body)
  const { id, state } = (await response.json()) as View
  expect([response.status, state]).toEqual([202, 'queued'])

  return { accompanimentId, id }
}

async function accompanimentOf(session: Session, structure: string): Promise<string> {
  const { items } = (await (await send(session, 'GET', '/portfolio')).json()) as Portfolio

  return items.find((item) => item.structure.name === structure)?.id ?? ''
}

async function viewsOf(session: Session, accompanimentId: string): Promise<readonly View[]> {
  return (await (await send(session, 'GET', `/accompaniments/${accompanimentId}/syntheses`)).json()) as readonly View[]
}

async function viewOf(session: Session, { accompanimentId, id }: Printed): Promise<View | undefined> {
  return (await viewsOf(session, accompanimentId)).find((view) => view.id === id)
}

async function pdfOf(session: Session, { accompanimentId, id }: Printed): Promise<Buffer> {
  const response = await send(session, 'GET', `/accompaniments/${accompanimentId}/syntheses/${id}/pdf`)
  expect(response.status).toBe(200)

  return Buffer.from(await response.arrayBuffer())
}

type View = {
  readonly id: string
  readonly revision: number
  readonly state: string
  readonly progressPercent: number
  readonly bytes?: number
}

type Portfolio = { readonly items: readonly { readonly id: string; readonly structure: { readonly name: string } }[] }
