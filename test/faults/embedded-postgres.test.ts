import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isPostgresOn } from '#server/database/embedded/postmaster.ts'
import { poll } from '#test/support/poll.ts'
import { ask, firstOf, openMachine, readyOf, waysHere, type Host, type Machine } from './embedded-machine.ts'

const ways = await waysHere()

describe.each(ways)('PostgreSQL run $name', (way) => {
  let machine: Machine

  beforeEach(async () => {
    machine = await openMachine(way)
  })

  afterEach(() => machine.close())

  test('starts on a fresh folder, with every write durable', async () => {
    const { ready } = await machine.start()
    const [settings] = await ask(
      ready.connection,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses`,
    )
    expect(ready.origin).toBe('started')
    expect(settings).toEqual({ fsync: 'on', commit: 'on', checksums: 'on', addresses: '' })
  })

  test('stops with Node on SIGTERM and finds its data again', async () => {
    const first = await machine.start()
    await ask(first.ready.connection, 'create table kept as select 42 as answer')
    await end(first.host, 'SIGTERM')
    expect(isPostgresOn(first.ready.pid, machine.directory)).toBe(false)

    const second = await machine.start()
    expect(await ask(second.ready.connection, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(second.ready.origin).toBe('started')
  })

  test('does not hear the Ctrl-C of the terminal: requests in flight still find it', async () => {
    const { host } = await machine.start()
    process.kill(-(host.process.pid ?? 0), 'SIGINT')
    expect(await host.exited).toBe(0)
    expect(host.events.at(-1)).toEqual({ event: 'asked', answer: 1 })
  })

  test('survives a kill -9 of Node and is adopted by the next one', async () => {
    const first = await machine.start()
    await ask(first.ready.connection, 'create table kept as select 42 as answer')
    first.host.process.kill('SIGKILL')
    await first.host.exited

    const second = await machine.start()
    expect(second.ready).toMatchObject({ origin: 'adopted', pid: first.ready.pid })
    expect(await ask(second.ready.connection, 'select answer from kept')).toEqual([{ answer: 42 }])
    await end(second.host, 'SIGTERM')
    expect(isPostgresOn(first.ready.pid, machine.directory)).toBe(false)
  })

  test('recovers what was committed after a kill -9 of everything', async () => {
    const first = await machine.start()
    await ask(first.ready.connection, 'create table kept as select 42 as answer')
    first.host.process.kill('SIGKILL')
    process.kill(first.ready.pid, 'SIGKILL')
    await first.host.exited

    const second = await machine.start()
    expect(await ask(second.ready.connection, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test.each([
    ['of a dead process', () => `${2 ** 22 - 1}\n`],
    ['of a process of another', () => '1\n'],
    ['whose number now belongs to something else', () => `${process.pid}\n`],
    ['left empty', () => ''],
    ['holding nonsense', () => 'postmaster\n'],
  ])('starts over a pid file %s', async (_, content) => {
    const first = await machine.start()
    await end(first.host, 'SIGTERM')
    await writeFile(path.join(machine.directory, 'postmaster.pid'), content())

    const second = await machine.start()
    expect(second.ready.origin).toBe('started')
  })

  test('starts over a socket lock that names a living stranger', async () => {
    const first = await machine.start()
    await end(first.host, 'SIGTERM')
    await writeFile(path.join(first.ready.connection.host, '.s.PGSQL.5432.lock'), `${process.pid}\n`)

    const second = await machine.start()
    expect(second.ready.origin).toBe('started')
  })

  test('of two starts at once on a fresh folder, one wins and the other says so in one sentence', async () => {
    const hosts = [machine.launch(), machine.launch()]
    const words = await Promise.all(hosts.map(firstOf))
    expect(words.map(({ event }) => event).toSorted()).toEqual(['ready', 'refused'])
    expect(words.find(({ event }) => event === 'refused')).toMatchObject({
      code: 'folder-locked',
      sentence: expect.stringMatching(/^Un autre Jalon utilise déjà le dossier « [^\n]+\.$/),
    })
  })

  test('refuses a second start without disturbing the first', async () => {
    const first = await machine.start()
    const second = machine.launch()
    expect(await firstOf(second)).toMatchObject({ code: 'folder-locked' })
    expect(await second.exited).toBe(1)
    expect(await ask(first.ready.connection, 'select 1 as answer')).toEqual([{ answer: 1 }])
  })

  test('starts after a kill -9 in the middle of initdb, and sweeps what it left', async () => {
    const first = machine.launch()
    await poll('initdb at work', async () => ((await initialising(machine)).some(isBegun) ? true : undefined))
    first.process.kill('SIGKILL')
    await first.exited
    expect(existsSync(machine.directory)).toBe(false)

    const second = await machine.start()
    await end(second.host, 'SIGTERM')
    // The orphan initdb of the first may have written on for a while: one more start finds it dead.
    const third = await machine.start()
    expect(third.ready.origin).toBe('started')
    expect(await initialising(machine)).toEqual([])
  })

  test('regains its guard when the connection is cut, and keeps others away', async () => {
    const { ready } = await machine.start()
    const guards = `from pg_stat_activity where application_name = 'jalon-guard'`
    const [before] = await ask<{ pid: number }>(ready.connection, `select pid ${guards}`)
    await ask(ready.connection, `select pg_terminate_backend(pid) ${guards}`)
    const after = await poll('another guard holding the lock', async () => {
      const held = await ask<{ pid: number }>(
        ready.connection,
        `select pid from pg_locks where locktype = 'advisory' and granted`,
      )

      return held[0] === undefined || held[0].pid === before?.pid ? undefined : held
    })
    expect(after).toHaveLength(1)
  })

  test('tells that the database went away for good', async () => {
    const { host, ready } = await machine.start()
    process.kill(ready.pid, 'SIGKILL')
    await poll('the news', () => host.events.find(({ event }) => event === 'lost'))
  })

  test('refuses a database of another version of PostgreSQL', async () => {
    const first = await machine.start()
    await end(first.host, 'SIGTERM')
    await writeFile(path.join(machine.directory, 'PG_VERSION'), '17\n')
    expect(await firstOf(machine.launch())).toMatchObject({ code: 'database-other-version' })
  })

  test('several killed in a row leave a database that starts', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { host, ready } = await machine.start()
      host.process.kill('SIGKILL')
      if (round % 2 === 0) process.kill(ready.pid, 'SIGKILL')
      await host.exited
    }
    const { ready } = await machine.start()
    expect(await ask(ready.connection, 'select 1 as answer')).toEqual([{ answer: 1 }])
  })

  const initialising = async ({ folder }: Machine) => {
    const names = await readdir(folder)

    return names.filter((name) => name.includes('.init-')).map((name) => path.join(folder, name))
  }

  const isBegun = (folder: string) => existsSync(path.join(folder, 'PG_VERSION'))
})

async function end(host: Host, signal: NodeJS.Signals): Promise<void> {
  await readyOf(host)
  host.process.kill(signal)
  expect(await host.exited).toBe(0)
}
