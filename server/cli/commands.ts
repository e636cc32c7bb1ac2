import { ok, refused, type Result } from '#src/shared/result.ts'
import type { Command, CommandProblem } from './outcome.ts'

/** Commands by name. Each is loaded when called, so that `score` starts neither a browser nor a database. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['score', async () => (await import('./score.ts')).scoreCommand],
  ['synthesis', async () => (await import('./synthesis.ts')).synthesisCommand],
  ['questionnaire check', async () => (await import('./questionnaire.ts')).checkCommand],
  ['questionnaire export', async () => (await import('./questionnaire.ts')).exportCommand],
  ['questionnaire publish', async () => (await import('./questionnaire.ts')).publishCommand],
  ['backup', async () => (await import('./backup.ts')).backupCommand],
  ['restore', async () => (await import('./backup.ts')).restoreCommand],
  ['schemas', async () => (await import('./schemas.ts')).schemasCommand],
])

/** The command that arguments name, in one word or two, and the arguments left to it. */
export async function findCommand(
  args: readonly string[],
): Promise<Result<{ readonly run: Command; readonly args: readonly string[] }, readonly CommandProblem[]>> {
  for (const words of [2, 1]) {
    const load = commands.get(args.slice(0, words).join(' '))

    if (load !== undefined && args.length >= words) return ok({ run: await load(), args: args.slice(words) })
  }

  return refused([{ code: 'unknown-command', path: '', details: { value: args.slice(0, 2).join(' ') } }])
}
