import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What one run of the command line gave. */
export type Run = { readonly exit: number | null; readonly stdout: string; readonly stderr: string }

/** Runs `jalon` as the npm script does, from the project's root. */
export async function runJalon(...args: readonly string[]): Promise<Run> {
  return runCommand(process.execPath, ['server/cli.ts', ...args])
}

/** Runs any command from the project's root, its environment as given. */
export async function runCommand(command: string, args: readonly string[], env = process.env): Promise<Run> {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []

  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))

  const exit = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })

  return { exit, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }
}

/** The problems a refused command printed: one JSON object per line, and nothing else. */
export function problemsOf({ stderr }: Run): readonly Readonly<Record<string, unknown>>[] {
  return stderr
    .split('\n')
    .slice(0, -1)
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line) as Readonly<Record<string, unknown>>)
}

/** The same, as `code path`: what most tests are about. */
export function faultsOf(run: Run): readonly string[] {
  return problemsOf(run).map(({ code, path }) => `${String(code)} ${String(path)}`)
}
