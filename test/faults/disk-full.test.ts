import { openSync, closeSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aHome, type Home } from './home.ts'
import { createAccompaniment, save } from './saves.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const example = 'questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json'
/** The system's own file that takes nothing: writing to it fails as on a full disk. */
const full = '/dev/full'

describe('on a full disk', () => {
  let home: Home

  beforeEach(async () => {
    home = await aHome()
  })

  afterEach(() => home.leave())

  test('a log that can no longer be written is told once, and ends nothing', async () => {
    await symlink(full, path.join(home.folder, 'jalon.log'))
    const { server, session } = await home.open()
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
