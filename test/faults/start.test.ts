import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import {
  cleanUp,
  freePort,
  postgresOf,
  signInToken,
  startServer,
  type Entrance,
  type ServerProcess,
} from './server-process.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

let dataFolder: string
let port: number
let servers: ServerProcess[]

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'jalon-start-'))
  await chmod(dataFolder, 0o711)
  port = await freePort()
  servers = []
})

afterEach(() => cleanUp(servers, dataFolder))

const start = (settings: Readonly<Record<string, string>> = {}, entrance: Entrance = 'server') => {
  const server = startServer({ DATA_DIR: dataFolder, PORT: String(port), ...settings }, entrance)
  servers.push(server)

  return server
}

const oneSentence = /^[^\n]+\.\n$/

test('says where it is, answers, and stops on SIGTERM with everything it started', async () => {
  const server = start()
  await signInToken(server)
  expect(server.output()).toContain(`http://localhost:${port}`)
  const answers = await Promise.all(['/healthz', '/readyz'].map((name) => fetch(`http://127.0.0.1:${port}${name}`)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[0]?.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)

  server.process.kill('SIGTERM')
  expect(await server.exited).toBe(0)
  expect(await postgresOf(dataFolder)).toBeUndefined()
})

test('keeps its log and its secret to its own account, and the link out of the log', async () => {
  const server = start()
  const token = await signInToken(server)
  await fetch(`http://127.0.0.1:${port}/api/sign-in/${token}`)
  server.process.kill('SIGTERM')
  await server.exited
  const files = ['jalon.log', 'secret', 'postgres.log']
  const modes = await Promise.all(files.map(async (name) => (await stat(path.join(dataFolder, name))).mode & 0o777))
  expect(modes).toEqual([0o600, 0o600, 0o600])

  const log = await readFile(path.join(dataFolder, 'jalon.log'), 'utf8')
  expect(
    log
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)).length,
  ).toBeGreaterThan(2)
  expect(log).toMatch(/"requestId":"[\da-f-]{36}"/)
  expect(log).not.toContain(token)
})

test('a port already taken is told in one sentence, and leaves no database running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const server = start()
  expect(await server.exited).toBe(1)
  expect(server.errors()).toMatch(oneSentence)
  expect(server.errors()).toContain(`Le port ${port} est déjà pris`)
  expect(await postgresOf(dataFolder)).toBeUndefined()
  await new Promise((resolve) => other.close(resolve))
})

test('a folder that another Jalon uses is told in one sentence, and the other goes on', async () => {
  await signInToken(start())
  const second = start({ PORT: String(await freePort()) })
  expect(await second.exited).toBe(1)
  expect(second.errors()).toMatch(oneSentence)
  expect(second.errors()).toContain('Un autre Jalon utilise déjà')
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
})

test('a data folder where nothing can be written is told in one sentence', async () => {
  await writeFile(path.join(dataFolder, 'file'), '')
  const server = start({ DATA_DIR: path.join(dataFolder, 'file', 'data') })
  expect(await server.exited).toBe(1)
  expect(server.errors()).toMatch(oneSentence)
  expect(server.errors()).toContain('ne peut pas écrire')
})

test('wrong settings are told all together', async () => {
  const server = start({ PORT: 'web', SECRET: 'short', SMTP_URL: 'mail' })
  expect(await server.exited).toBe(1)
  expect(server.errors().match(/^ {2}(PORT|SECRET|SMTP_URL) doit être /gm)).toHaveLength(3)
})

test('a database that does not answer is told in one sentence without its password', async () => {
  const server = start({ DATABASE_URL: `postgres://jalon:hunter2@127.0.0.1:${port}/jalon` })
  expect(await server.exited).toBe(1)
  expect(server.errors()).toMatch(oneSentence)
  expect(server.errors()).not.toContain('hunter2')
})

test('too old a Node is told in one sentence', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '18.19.0' } })`
  const run = spawnSync(process.execPath, ['--import', pretend, 'server/setup/start.mjs'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(oneSentence)
  expect(run.stderr).toContain('Jalon demande Node 20')
})

test('Ctrl-C in the terminal, which reaches every process, is one request to stop', async () => {
  const server = start({}, 'command')
  await signInToken(server)
  process.kill(-(server.process.pid ?? 0), 'SIGINT')
  expect(await server.exited).toBe(0)
  expect(server.errors()).toContain('Jalon est arrêté')
  expect(await postgresOf(dataFolder)).toBeUndefined()
})

test('the server does not outlive the command that started it', async () => {
  const server = start({}, 'command')
  await signInToken(server)
  server.process.kill('SIGKILL')
  await poll('the end of the database', async () => ((await postgresOf(dataFolder)) === undefined ? true : undefined))
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed')
})

test('when its database goes away for good, the server says so and ends', async () => {
  const server = start()
  await signInToken(server)
  process.kill((await postgresOf(dataFolder)) ?? 0, 'SIGKILL')
  expect(await server.exited).toBe(1)
  expect(server.errors()).toContain('La base de données s’est arrêtée')
})
