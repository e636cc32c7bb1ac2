import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import { faultsOf, problemsOf, runCommand, type Run } from '#test/support/run-jalon.ts'
import { createAccompaniment, save, send, signIn, type Session } from './saves.ts'
import {
  askDatabase,
  cleanUp,
  freePort,
  postgresOf,
  signInToken,
  startServer,
  type ServerProcess,
} from './server-process.ts'

const script = path.resolve(import.meta.dirname, '../../server/cli.ts')

let folder: string
let here: string
let there: string
let servers: ServerProcess[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-backup-'))
  await chmod(folder, 0o711)
  here = path.join(folder, 'here')
  there = path.join(folder, 'there')
  servers = []
})

afterEach(async () => {
  await cleanUp(servers, here)
  await cleanUp([], there)
  await rm(folder, { recursive: true, force: true })
})

const { PATH = '', HOME = '' } = process.env
const environment = (dataFolder: string) => ({ PATH, HOME, DATA_DIR: dataFolder })
const jalon = (dataFolder: string, ...args: readonly string[]): Promise<Run> =>
  runCommand(process.execPath, [script, ...args], environment(dataFolder))

async function open(dataFolder: string): Promise<{ readonly server: ServerProcess; readonly session: Session }> {
  const port = await freePort()
  const server = startServer({ DATA_DIR: dataFolder, PORT: String(port) })
  servers.push(server)

  return { server, session: await signIn(`http://127.0.0.1:${port}`, await signInToken(server)) }
}

async function end(server: ServerProcess): Promise<void> {
  server.process.kill('SIGTERM')
  expect(await server.exited).toBe(0)
}

/** Thirty megabytes that do not compress well: a backup of them lasts long enough to be stopped. */
const manyWords = `
  insert into practices (network_id, title, context, how, criteria, kinds, consent_on, created_at, created_by)
  select n.id, 'x', string_agg(gen_random_uuid()::text, ''), 'x', '{}', '{}', now(), now(), n.id
  from networks n, generate_series(1, 400) s, generate_series(1, 2000) t group by n.id, s`

const silent = { exit: 0, stdout: '', stderr: '' }

test('a backup is taken while Jalon works and while it does not, and a server starts on what was restored', async () => {
  const { server, session } = await open(here)
  const id = await createAccompaniment(session, 1)
  expect(await save(session, id, 'framing/scope', 0, 'entity')).toBe(1)
  const beside = path.join(folder, 'beside')
  expect(await jalon(here, 'backup', beside)).toEqual(silent)
  // It went on working.
  expect(await save(session, id, 'framing/scope', 1, 'group')).toBe(2)

  const refused = await jalon(here, 'restore', beside)
  expect(refused).toMatchObject({ exit: 2, stdout: '' })
  expect(faultsOf(refused)).toEqual(['folder-locked '])
  expect(problemsOf(refused)[0]?.['message']).toMatch(/^Un autre Jalon utilise déjà le dossier/)
  await end(server)

  const alone = path.join(folder, 'alone')
  expect(await jalon(here, 'backup', alone)).toEqual(silent)
  expect(await postgresOf(here)).toBeUndefined()
  expect(faultsOf(await jalon(here, 'backup', alone))).toEqual(['file-already-there '])
  expect(faultsOf(await jalon(here, 'restore', alone))).toEqual(['database-not-empty '])

  expect(await jalon(there, 'restore', alone)).toEqual(silent)
  const again = await open(there)
  const view = (await (await send(again.session, 'GET', `/accompaniments/${id}`)).json()) as {
    readonly entries: Readonly<Record<string, { readonly value: unknown; readonly revision: number }>>
  }
  expect(view.entries['framing/scope']).toMatchObject({ value: 'group', revision: 2 })
  await end(again.server)
})

test('a backup that is killed, interrupted, or finds no room leaves no file; the next one is whole', async () => {
  const { server, session } = await open(here)
  await createAccompaniment(session, 1)
  await askDatabase(here, manyWords)
  const file = path.join(folder, 'all')

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const child = spawn(process.execPath, [script, 'backup', file], { env: environment(here), stdio: 'ignore' })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    await poll('the beginning of a backup', async () =>
      (await readdir(folder)).includes('all.partial') ? true : undefined,
    )
    child.kill(signal)
    expect(await ended).toBe(signal === 'SIGKILL' ? null : 2)
    // Only what is killed outright leaves something, and nobody could take it for a backup.
    expect((await readdir(folder)).toSorted()).toEqual(signal === 'SIGKILL' ? ['all.partial', 'here'] : ['here'])
  }

  const narrow = await runCommand(
    'sh',
    ['-c', `ulimit -f 200; exec "$0" "$@"`, process.execPath, script, 'backup', file],
    environment(here),
  )
  expect(narrow.exit).toBe(2)
  expect(faultsOf(narrow)).toEqual(['no-space-left '])
  expect(faultsOf(await jalon(here, 'backup', path.join(folder, 'nowhere', 'all')))).toEqual(['not-writable '])
  expect((await readdir(folder)).toSorted()).toEqual(['here'])

  expect(await jalon(here, 'backup', file)).toEqual(silent)
  await end(server)
  const cut = path.join(folder, 'cut')
  const whole = await readFile(file)
  await writeFile(cut, whole.subarray(0, whole.length / 2))
  expect(faultsOf(await jalon(there, 'restore', cut))).toEqual(['backup-damaged '])
  expect(await jalon(there, 'restore', file)).toEqual(silent)
})

test('a backup during which the database stops says so and leaves no file', async () => {
  const { server, session } = await open(here)
  await createAccompaniment(session, 1)
  await askDatabase(here, manyWords)
  const running = jalon(here, 'backup', path.join(folder, 'all'))
  await poll('the beginning of a backup', async () =>
    (await readdir(folder)).includes('all.partial') ? true : undefined,
  )
  server.process.kill('SIGTERM')
  const run = await running
  expect(run.exit).toBe(2)
  expect(faultsOf(run)).toEqual(['database-stopped '])
  expect(await readdir(folder)).toEqual(['here'])
  await server.exited
})

test('where there is no database, there is nothing to back up, and none is made', async () => {
  expect(faultsOf(await jalon(here, 'backup', path.join(folder, 'all')))).toEqual(['nothing-to-back-up '])
  expect(faultsOf(await jalon(here, 'backup'))).toEqual(['missing-argument '])
  expect(faultsOf(await jalon(here, 'restore', path.join(folder, 'all')))).toEqual(['file-unreadable '])
  expect(await readdir(folder)).toEqual([])
})
