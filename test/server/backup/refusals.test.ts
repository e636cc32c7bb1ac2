import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUpFrom } from '#server/backup/back-up.ts'
import { AlreadyThere } from '#server/backup/new-file.ts'
import { UnusableBackup, verifyBackup } from '#server/backup/read-backup.ts'
import { restore, restoreInto, usableMigration } from '#server/backup/restore.ts'
import { asOwner } from '#server/database/backup/owner-session.ts'
import { readEverything } from '#server/database/backup/read-rows.ts'
import { migrate, migrationNames } from '#server/database/migrate.ts'
import { aBackupOf, aRestored, sumsOf } from '#test/support/a-copy.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { aFolder } from '#test/support/temporary-folder.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/test-database.ts'

const patient = new AbortController().signal

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await anAccompaniment(app, 'preparing')
})
afterAll(() => app.close())

/** The lines of a backup, changed, with the sum that they then have: not cut nor altered, but another file. */
async function rewritten(change: (lines: string[]) => readonly string[]): Promise<string> {
  const lines = gunzipSync(await readFile(await aBackupOf(app.connections)))
    .toString()
    .trimEnd()
    .split('\n')
  const kept = change(lines.slice(0, -1)).map((line) => `${line}\n`)
  const rows = kept.filter((line) => /^\{"(row|job)":/.test(line)).length
  const sha256 = createHash('sha256').update(kept.join('')).digest('hex')

  return path.join(
    await aFolder({ x: gzipSync(`${kept.join('')}${JSON.stringify({ end: { rows, sha256 } })}\n`) }),
    'x',
  )
}

/** As if it had never seen a Jalon. */
async function anUntouchedDatabase(): Promise<TestDatabase<unknown>> {
  const database = await createTestDatabase<unknown>()
  await sql`drop schema public cascade; create schema public`.execute(database.owner.db)

  return database
}

const withHeader = (header: object) =>
  rewritten(([first = '{}', ...rest]) => [JSON.stringify({ ...(JSON.parse(first) as object), ...header }), ...rest])

describe('a file is refused before the database is touched', () => {
  const refusalOf = async (file: string): Promise<string> => {
    const folder = await aFolder()
    const directory = path.join(folder, 'data', 'postgres')
    const done = await restore(
      { database: { kind: 'embedded', directory }, dataDirectory: path.dirname(directory) },
      file,
      patient,
    )
    // Not even made.
    expect(existsSync(path.dirname(directory))).toBe(false)

    return done.ok ? 'restored' : done.problem
  }

  test('wherever it was cut', async () => {
    const whole = await readFile(await aBackupOf(app.connections))
    const folder = await aFolder()
    const file = path.join(folder, 'cut')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        await writeFile(file, whole.subarray(0, length))
        await expect(verifyBackup(file)).rejects.toMatchObject({ fault: expect.stringMatching(/damaged|not-a-backup/) })
      }),
      { numRuns: 150, examples: [[0], [1], [10], [whole.length - 1], [whole.length - 8]] },
    )
    expect(await refusalOf(file)).toMatch(/damaged|not-a-backup/)
  })

  test('wherever a bit of it changed, unless it says the same all the same', async () => {
    const whole = await readFile(await aBackupOf(app.connections))
    const content = gunzipSync(whole)
    const folder = await aFolder()
    const file = path.join(folder, 'altered')
    let refusals = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const altered = Buffer.from(whole)
        altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        await writeFile(file, altered)
        const read = await verifyBackup(file).then(
          () => 'sound',
          (error: unknown) => (error instanceof UnusableBackup ? error.fault : String(error)),
        )
        if (read !== 'sound') expect(read).toMatch(/^(backup-damaged|not-a-backup|backup-newer)$/)
        else expect(gunzipSync(altered).equals(content)).toBe(true)
        refusals += read === 'sound' ? 0 : 1
      }),
      { numRuns: 200 },
    )
    expect(refusals).toBeGreaterThan(150)
  })

  test('where a line is missing, doubled or follows the last, though it was compressed again', async () => {
    const lines = gunzipSync(await readFile(await aBackupOf(app.connections)))
      .toString()
      .trimEnd()
      .split('\n')
    const row = lines.findIndex((line) => line.startsWith('{"row":'))
    for (const other of [
      lines.toSpliced(row, 1),
      lines.toSpliced(row, 0, lines[row] ?? ''),
      [...lines, lines[row]],
      lines.slice(0, -1),
    ]) {
      const folder = await aFolder({ x: gzipSync(`${other.join('\n')}\n`) })
      expect(await refusalOf(path.join(folder, 'x'))).toBe('backup-damaged')
    }
  })

  test.each([
    ['of words', Buffer.from('Bonjour')],
    ['of other compressed words', gzipSync('Bonjour\n')],
    ['of another format', gzipSync('{"format":"jalon/score@1"}\n')],
  ])('made %s', async (_, content) => {
    const folder = await aFolder({ x: new Uint8Array(content) })
    expect(await refusalOf(path.join(folder, 'x'))).toBe('not-a-backup')
  })

  test('that is absent, or a folder', async () => {
    const folder = await aFolder()
    expect(await refusalOf(path.join(folder, 'absent'))).toBe('file-unreadable')
    expect(await refusalOf(folder)).toBe('file-unreadable')
  })

  test('of a later format or of a later migration', async () => {
    expect(await refusalOf(await withHeader({ format: 'jalon/backup@2' }))).toBe('backup-newer')
    expect(await refusalOf(await withHeader({ migration: '9999-later' }))).toBe('backup-newer')
  })
})

describe('a database is left as it was', () => {
  test('where it holds anything', async () => {
    const file = await aBackupOf(app.connections)
    const before = await sumsOf(app.owner)
    const migration = await usableMigration(file)
    expect(await restoreInto(app.connections, file, migration, patient)).toEqual({
      ok: false,
      problem: 'database-not-empty',
    })
    expect(await sumsOf(app.owner)).toEqual(before)
  })

  test('where one row is refused, or the command is given up', async () => {
    const orphan = await rewritten((lines) => lines.filter((line) => !line.includes('"search_name":"')))
    const whole = await aBackupOf(app.connections)
    const empty = await createTestDatabase<unknown>()
    const before = await sumsOf(empty.owner.db)
    const migration = await usableMigration(orphan)
    await expect(restoreInto(empty.connections, orphan, migration, patient)).rejects.toMatchObject({ code: '23503' })
    await expect(restoreInto(empty.connections, whole, migration, AbortSignal.abort())).rejects.toThrow(/abort/)
    expect(await sumsOf(empty.owner.db)).toEqual(before)

    // Nothing stands in the way of the next attempt.
    expect(await restoreInto(empty.connections, whole, migration, patient)).toMatchObject({ ok: true })
    expect(await sumsOf(empty.owner.db)).toEqual(await sumsOf(app.owner))
    await empty.drop()
  })
})

describe('an older backup', () => {
  test('goes through the migrations that came since', async () => {
    const names = await migrationNames()
    const older = names.at(-2) ?? ''
    const [source, fresh] = [await anUntouchedDatabase(), await anUntouchedDatabase()]
    await migrate(source.connections.owner, { upTo: older })
    await sql`insert into networks (name) values ('Réseau d’hier')`.execute(source.owner.db)
    const file = await aBackupOf(source.connections)
    expect(await usableMigration(file)).toBe(older)
    expect(await restoreInto(fresh.connections, file, older, patient)).toMatchObject({ ok: true })
    const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(fresh.owner.db)
    expect(applied.rows.map(({ name }) => name)).toEqual(names)
    const networks = sql`select * from networks`
    expect((await networks.execute(fresh.owner.db)).rows).toEqual((await networks.execute(source.owner.db)).rows)
    await source.drop()
    await fresh.drop()
  })

  test('is refused by an empty database that is past it', async () => {
    const older = (await migrationNames()).at(-2) ?? ''
    const ahead = await createTestDatabase<unknown>()
    const file = await withHeader({ migration: older })
    expect(await restoreInto(ahead.connections, file, older, patient)).toEqual({
      ok: false,
      problem: 'database-already-newer',
    })
    await ahead.drop()
  })
})

describe('a backup', () => {
  test('never takes the place of a file, and leaves what a killed one left', async () => {
    const folder = await aFolder({ mine: 'precious', 'next.partial': 'half' })
    await expect(backUpFrom(app.connections, path.join(folder, 'mine'), patient)).rejects.toBeInstanceOf(AlreadyThere)
    expect(await readFile(path.join(folder, 'mine'), 'utf8')).toBe('precious')
    expect(await backUpFrom(app.connections, path.join(folder, 'next'), patient)).toMatchObject({ ok: true })
    expect((await readdir(folder)).toSorted()).toEqual(['mine', 'next'])
  })

  test('that is given up leaves nothing', async () => {
    const folder = await aFolder()
    await expect(backUpFrom(app.connections, path.join(folder, 'x'), AbortSignal.abort())).rejects.toThrow(/abort/)
    expect(await readdir(folder)).toEqual([])
  })

  test('of a database where no Jalon worked is refused', async () => {
    const other = await anUntouchedDatabase()
    const folder = await aFolder()
    expect(await backUpFrom(other.connections, path.join(folder, 'x'), patient)).toEqual({
      ok: false,
      problem: 'nothing-to-back-up',
    })
    expect(await readdir(folder)).toEqual([])
    await other.drop()
  })

  test('shows one moment, whatever is saved while it is read', async () => {
    const d = await anAccompaniment(app, 'preparing')
    const saving = new AbortController()
    const key = 'framing/period'
    const saves = (async () => {
      for (let turn = 0; !saving.signal.aborted; turn += 1)
        await d.save(d.advisor, key, turn % 2 === 0 ? '2024' : '2025')
    })()
    const consistent = `
      select (select max(revision) from entry_history where accompaniment_id = '${d.id}' and key = '${key}') as history,
        (select revision from entries where accompaniment_id = '${d.id}' and key = '${key}') as entry,
        (select count(*)::int from audit_log where accompaniment_id = '${d.id}' and subject = '${key}') as told`
    const seen: number[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      const copy = await aRestored(await aBackupOf(app.connections))
      const { rows } = await sql
        .raw<{ history: number; entry: number; told: number }>(consistent)
        .execute(copy.owner.db)
      await copy.drop()
      const [row] = rows
      expect(row).toEqual({ history: row?.entry, entry: row?.entry, told: row?.entry })
      seen.push(row?.entry ?? 0)
    }
    saving.abort()
    await saves
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(new Set(seen).size).toBeGreaterThan(1)
  })

  test('reads a snapshot: what is written between two tables is in neither', async () => {
    const network = await app.newNetwork()
    const rows = await asOwner(app.connections.owner, async (session) => {
      const found: string[] = []
      let isFirst = true
      for await (const piece of readEverything(session)) {
        if (isFirst)
          await sql`insert into members select ${network}, id, 'member' from users limit 1`.execute(app.owner)
        isFirst = false
        if (piece.kind === 'rows') found.push(...piece.rows)
      }
      return found
    })
    expect(rows.some((row) => row.includes(`"network_id":"${network}"`) && row.includes('"standing"'))).toBe(false)
  })
})
