import { connect, createServer, type Server } from 'node:net'
import { stat, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StartRefusal } from '#server/start-refusal.ts'

export type FolderLock = { readonly release: () => Promise<void> }

/**
 * Makes this process the only Jalon on a folder, before it touches anything there.
 *
 * The lock is a name to listen on, so the system frees it with the process, however it dies: no stale file to judge.
 * PostgreSQL's own pid file would not do: judging and removing a stale one is only safe by one process at a time.
 * Refuses with `folder-locked`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const name = await lockName(folder)
  const server = await listen(name).catch(async (error: unknown) => {
    if (!isInUse(error)) throw error
    // Where the name is a file, it outlives its process: nobody answers, so it may go.
    if (process.platform === 'linux' || process.platform === 'win32' || (await answers(name))) return undefined
    await unlink(name)

    return listen(name)
  })
  if (server === undefined) throw new StartRefusal({ code: 'folder-locked', folder })

  server.unref()

  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Device and inode name the folder itself, whatever path leads to it. */
async function lockName(folder: string): Promise<string> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const name = `jalon-${dev}-${ino}`
  if (process.platform === 'linux') return `\0${name}`

  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.lock`)
}

function listen(name: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy())

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(name, () => resolve(server))
  })
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name)
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
