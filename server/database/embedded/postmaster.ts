import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** A PostgreSQL that lives on this data folder, as its own pid file tells. */
export type RunningPostmaster = { readonly pid: number; readonly port: number }

/**
 * The server that really lives on this folder, or undefined where the pid file is absent, empty, left by a dead
 * process, or names a process that received the same number since and is something else.
 */
export function runningPostmaster(directory: string): RunningPostmaster | undefined {
  const [pid, , , port] = readLines(path.join(directory, 'postmaster.pid')).map(Number)
  if (pid === undefined || !Number.isInteger(pid) || pid <= 0 || !isPostgresOn(pid, directory)) return undefined

  return { pid, port: port ?? 0 }
}

/**
 * Whether this process is a PostgreSQL opened on this folder. A zombie is not: it holds nothing any more.
 *
 * PostgreSQL works inside its data folder, so the folder is recognised even when it was renamed since: taking a living
 * server for a stranger would start a second one on the same files.
 */
export function isPostgresOn(pid: number, directory: string): boolean {
  const command = commandLineOf(pid)
  if (!/postgres(?:\.exe)?["\0 ]/.test(command)) return false

  return worksIn(pid, directory) ?? command.includes(directory)
}

/** Undefined where the system does not tell. */
function worksIn(pid: number, directory: string): boolean | undefined {
  try {
    const [here, there] = [statSync(`/proc/${pid}/cwd`), statSync(directory)]

    return here.dev === there.dev && here.ino === there.ino
  } catch {
    return undefined
  }
}

function commandLineOf(pid: number): string {
  try {
    // A zombie's command line reads as empty.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform === 'win32') return windowsCommandLineOf(pid)

    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function windowsCommandLineOf(pid: number): string {
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`

  return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' })
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
