import { parseArgs } from 'node:util'
import { ok, refused, type Result } from '#src/shared/result.ts'
import type { CommandProblem } from './outcome.ts'

export type Arguments = {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
}

/** Separates a command's arguments from its options, all of which take a value. `most`: positional arguments allowed. */
export function parseArguments(
  args: readonly string[],
  { most, options }: { readonly most: number; readonly options: readonly string[] },
): Result<Arguments, readonly CommandProblem[]> {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map((name) => [name, { type: 'string' }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = tokens.filter((token) => token.kind === 'option')
  const problems = [
    ...given
      .filter(({ name }) => !options.includes(name))
      .map(({ rawName }): CommandProblem => ({ code: 'unknown-option', path: '', details: { value: rawName } })),
    ...given
      .filter(({ name, value }) => options.includes(name) && (value === undefined || value === ''))
      .map(({ rawName }): CommandProblem => ({ code: 'missing-argument', path: '', details: { value: rawName } })),
    ...positionals
      .slice(most)
      .map((value): CommandProblem => ({ code: 'unknown-option', path: '', details: { value } })),
  ]

  return problems.length > 0
    ? refused(problems)
    : ok({ positionals, options: Object.fromEntries(given.map(({ name, value }) => [name, value])) })
}

/** The refusal of a command that lacks an argument: `value` is its name in the usage. */
export function missingArgument(value: string): { readonly ok: false; readonly problem: readonly CommandProblem[] } {
  return refused([{ code: 'missing-argument', path: '', details: { value } }])
}
