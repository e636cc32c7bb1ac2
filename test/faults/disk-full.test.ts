import { openSync, closeSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccompaniment, save, signIn } from './saves.ts'
import { cleanUp, freePort, signInToken, startServer, type ServerProcess } from './server-process.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const example = 'questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json'
/** The system's own file that takes nothing: writing to it fails as on a full disk. */
const full = '/dev/full'

describe('on a full disk', () => {
  let dataFolder: string
  let servers: ServerProcess[]

  beforeEach(async () => {
    dataFolder = await mkdtemp(path.join(tmpdir(), 'jalon-full-'))
    await chmod(dataFolder, 0o711)
    servers = []
  })

  afterEach(() => cleanUp(servers, dataFolder))

  test('a log that can no longer be written is told once, and ends nothing', async () => {
    await symlink(full, path.join(dataFolder, 'jalon.log'))
    const port = await freePort()
    const server = startServer({ DATA_DIR: dataFolder, PORT: String(port) })
    servers.push(server)
    const session = await signIn(`http://127.0.0.1:${port}`, await signInToken(server))
    const id = await createAccompaniment(session, 1)
    expect(await save(session, id, 'framing/scope', 0, 'entity')).toBe(1)
    server.process.kill('SIGTERM')
    expect(await server.exited).toBe(0)
    expect(server.errors().match(/Le journal ne peut plus être écrit/g)).toHaveLength(1)
  })

  test.each([
    ['a result', ['score', example]],
    ['the usage', ['--help']],
  ])('the command line does not pretend to have written %s', (_, args) => {
    const out = openSync(full, 'w')
    const run = spawnSync(process.execPath, ['server/cli.ts', ...args], {
      cwd: projectFolder,
      stdio: ['ignore', out, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(out)
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/^[^\n]+\n$/)
  })

  test('the command line refuses a document that it could not write', () => {
    const args = ['server/cli.ts', 'synthesis', example, '--audience', 'full', '--out', full]
    const run = spawnSync(process.execPath, args, { cwd: projectFolder, encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(JSON.parse(run.stderr)).toMatchObject({ code: 'not-writable' })
  })
})
