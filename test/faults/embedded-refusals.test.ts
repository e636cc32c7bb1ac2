import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret, prepareDataFolder } from '#server/data-folder.ts'
import { prepareAddress, socketFolder } from '#server/database/embedded/address.ts'
import { checkFreeSpace } from '#server/database/embedded/initialise.ts'
import { lockFolder } from '#server/database/embedded/folder-lock.ts'
import { isPostgresOn } from '#server/database/embedded/postmaster.ts'
import { checkOpenTo, chooseRunAs, unprivilegedAccount } from '#server/database/embedded/privileges.ts'
import { StartRefusal } from '#server/start-refusal.ts'
import { startSentence } from '#server/start-texts-fr.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-refusal-'))
  await chmod(folder, 0o711)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('an account that cannot pass through a folder is told which one, and the ways out', async () => {
  const closed = path.join(folder, 'closed')
  await mkdir(path.join(closed, 'jalon'), { recursive: true })
  await chmod(closed, 0o700)
  const stranger = { kind: 'account', name: 'nobody', uid: 65_533, gid: 65_533 } as const

  const refusal = await refusalOf(checkOpenTo(stranger, [path.join(closed, 'jalon')]))
  expect(refusal.problem).toEqual({ code: 'folder-closed', folder: closed, user: 'nobody' })
  expect(startSentence(refusal.problem)).toMatch(/« nobody ».+« .+closed ».+compte ordinaire.+DATABASE_URL\.$/)
})

test('an account that may pass through every folder is let in', async () => {
  const open = path.join(folder, 'open')
  await mkdir(open)
  await chmod(open, 0o755)
  await expect(checkOpenTo({ kind: 'account', name: 'x', uid: 65_533, gid: 65_533 }, [open])).resolves.toBeUndefined()
})

test('every Unix has an account without rights to fall back on', async () => {
  expect(await unprivilegedAccount()).toMatchObject({
    kind: 'account',
    name: expect.stringMatching(/^(postgres|nobody)$/),
  })
})

test('root goes on with the account that a data folder already belongs to', async () => {
  const isRoot = process.getuid?.() === 0
  if (isRoot) await chown(folder, 65_533, 65_533)
  expect(await chooseRunAs(folder)).toMatchObject(isRoot ? { kind: 'account', uid: 65_533 } : { kind: 'ourselves' })
})

test('a folder where nothing can be written is refused before anything starts', async () => {
  const file = path.join(folder, 'file')
  await writeFile(file, '')
  const refusal = await refusalOf(prepareDataFolder(path.join(file, 'data')))
  expect(refusal.problem.code).toBe('folder-not-writable')
})

test('a disk without room is refused before PostgreSQL breaks on it', async () => {
  // The folder of processes is a file system that never has room.
  const refusal = await refusalOf(checkFreeSpace('/proc', 1))
  expect(refusal.problem.code).toBe('disk-full')
})

test('the secret is made once, kept, and readable by its owner alone', async () => {
  const first = await keptSecret(folder)
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(await keptSecret(folder)).toBe(first)
})

test('a folder is locked by one process at a time, and free again once released', async () => {
  const lock = await lockFolder(folder)
  expect((await refusalOf(lockFolder(folder))).problem.code).toBe('folder-locked')
  await lock.release()
  await (await lockFolder(folder)).release()
})

test('a socket whose path would be too long for the system goes to the temporary folder, and is swept with its data', async () => {
  const long = path.join(folder, 'x'.repeat(120), 'postgres')
  const elsewhere = socketFolder(long)
  expect(elsewhere.startsWith(tmpdir())).toBe(true)
  await mkdir(long, { recursive: true })
  await prepareAddress(long, { kind: 'ourselves' }, undefined)
  await rm(long, { recursive: true })

  const other = path.join(folder, 'y'.repeat(120), 'postgres')
  await mkdir(other, { recursive: true })
  await prepareAddress(other, { kind: 'ourselves' }, undefined)
  await expect(rm(elsewhere, { recursive: true })).rejects.toMatchObject({ code: 'ENOENT' })
  await rm(socketFolder(other), { recursive: true })
})

test('a process that is not PostgreSQL is never taken for it, whatever its folder', () => {
  expect(isPostgresOn(process.pid, process.cwd())).toBe(false)
})

async function refusalOf(work: Promise<unknown>): Promise<StartRefusal> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (!(error instanceof StartRefusal)) throw new Error('this should have been refused', { cause: error })

  return error
}
