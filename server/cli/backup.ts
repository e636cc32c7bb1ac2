import { resolve } from 'node:path'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { backUp } from '#server/backup/back-up.ts'
import type { BackupRefusal } from '#server/backup/refusal.ts'
import { restore } from '#server/backup/restore.ts'
import { parseConfig, type Config } from '#server/config.ts'
import { StartRefusal } from '#server/start-refusal.ts'
import { missingArgument, parseArguments } from './arguments.ts'
import { interruption } from './interruption.ts'
import type { Outcome } from './outcome.ts'

/** `backup FILE`: everything in the database, in one new file. */
export async function backupCommand(args: readonly string[]): Promise<Outcome> {
  return onFile(args, backUp)
}

/** `restore FILE`: from that file into an empty database. */
export async function restoreCommand(args: readonly string[]): Promise<Outcome> {
  return onFile(args, restore)
}

type Work = (config: Config, file: string, signal: AbortSignal) => Promise<Result<undefined, BackupRefusal>>

async function onFile(args: readonly string[], work: Work): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: [] })
  if (!parsed.ok) return parsed

  const [file] = parsed.value.positionals
  if (file === undefined) return missingArgument('FILE')

  const config = parseConfig(process.env, process.cwd())
  if (!config.ok) throw new StartRefusal({ code: 'settings-invalid', faults: config.problem })

  const done = await work(config.value, resolve(file), interruption())

  return done.ok ? ok('') : refused([{ code: done.problem, path: '', details: { value: file } }])
}
