import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, test } from 'vitest'
import { ownerRole } from '#server/database/embedded/initialise.ts'
import { createAccompaniment, signIn, type Session } from '#test/faults/saves.ts'
import { cleanUp, freePort, signInToken, startServer, type ServerProcess } from '#test/faults/server-process.ts'
import { report } from './figure.ts'
import { median } from './timing.ts'

const connections = 32
const savesPerRound = 4000
/** What the server runs for each save, one call and one commit each; it may send several together, a bare loop cannot. */
const saveStatement = 'select save_entry($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10) as reply'
const value = { title: 'Un élément propre', description: 'Chaque lundi matin, en équipe, depuis deux ans.' }

let folder: string
let server: ServerProcess
let session: Session
let accompaniment: string
let pool: pg.Pool
let socket = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-bench-'))
  await chmod(folder, 0o711)
  const port = await freePort()
  server = startServer({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' })
  session = await signIn(`http://127.0.0.1:${port}`, await signInToken(server))
  accompaniment = await createAccompaniment(session, 1)
  socket = (await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[4] ?? ''
  pool = new pg.Pool({ host: socket, user: 'jalon_app', database: 'postgres', max: connections })
}, 120_000)

afterAll(async () => {
  await pool.end()
  await cleanUp([server], folder)
})

test('durable saves over HTTP, against a bare loop of the same statement', async () => {
  const ratios: number[] = []
  let detail = ''
  for (let round = 0; round < 4; round++) {
    const ours = await perSecond(await overHttp())
    const bare = await perSecond(await bareLoop())
    if (round > 0) ratios.push(ours / bare)
    detail = `${ours.toFixed(0)}/s against ${bare.toFixed(0)}/s, ${connections} connections`
  }
  report('durable saves over HTTP, of a bare pg loop', median(ratios), { atLeast: 0.5 }, detail)
})

type Saver = (worker: number) => Promise<void>

async function perSecond(save: Saver): Promise<number> {
  let left = savesPerRound
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, worker) => {
      while (left-- > 0) await save(worker)
    }),
  )
  return savesPerRound / ((performance.now() - start) / 1000)
}

/** Each worker has an entry of its own, so that nobody's revision is stale. */
function newEntries() {
  return Array.from({ length: connections }, () => ({ key: `element/${randomUUID()}`, revision: 0 }))
}

async function overHttp(): Promise<Saver> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const entries = newEntries()
  return async (worker) => {
    const entry = entries[worker]
    if (entry === undefined) throw new Error('no such worker')
    await put(agent, entry.key, { operationId: randomUUID(), baseRevision: entry.revision, value })
    entry.revision += 1
  }
}

function put(agent: http.Agent, key: string, body: object): Promise<void> {
  const data = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${session.origin}/api/accompaniments/${accompaniment}/entries/${encodeURIComponent(key)}`,
      {
        method: 'PUT',
        agent,
        headers: {
          cookie: session.cookie,
          origin: session.origin,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(data),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        )
      },
    )
    request.on('error', reject)
    request.end(data)
  })
}

async function bareLoop(): Promise<Saver> {
  const owner = new pg.Client({ host: socket, user: ownerRole, database: 'postgres' })
  await owner.connect()
  const { rows } = await owner.query<{ readonly network: string; readonly actor: string; readonly stamp: number }>(
    `select n.id as network, n.first_advisor_id as actor, a.access_stamp as stamp
     from accompaniments a join networks n on n.id = a.network_id where a.id = $1`,
    [accompaniment],
  )
  await owner.end()
  const [known] = rows
  if (known === undefined) throw new Error('no such accompaniment')
  const entries = newEntries()
  return async (worker) => {
    const entry = entries[worker]
    if (entry === undefined) throw new Error('no such worker')
    const at = new Date().toISOString()
    await pool.query({
      name: 'save-entry',
      text: saveStatement,
      values: [
        known.network,
        known.actor,
        randomUUID(),
        'f',
        accompaniment,
        known.stamp,
        entry.key,
        entry.revision,
        JSON.stringify(value),
        at,
      ],
    })
    entry.revision += 1
  }
}
