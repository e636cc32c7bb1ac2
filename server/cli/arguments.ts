import { parseArgs } from 'node:util'
import { ok, refused, type Result } from '#src/shared/result.ts'
import type { CommandProblem } from './outcome.ts'

export type Arguments<Need extends string = never> = {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  /** What the command cannot do without, by its name in the usage. */
  readonly given: Readonly<Record<Need, string>>
}

type Expected<Need extends string> = {
  /** Positional arguments allowed. */
  readonly most: number
  readonly options: readonly string[]
  /** Names in the usage, in order: `--out` is an option, `FILE` the next positional argument. */
  readonly needs?: readonly Need[]
}

/**
 * Separates a command's arguments from its options, all of which take a value, once, and in any order. Every problem
 * comes, what is missing with what is too much.
 */
export function parseArguments<const Need extends string = never>(
  args: readonly string[],
  { most, options, needs = [] }: Expected<Need>,
): Result<Arguments<Need>, readonly CommandProblem[]> {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map((name) => [name, { type: 'string' }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const written = tokens.filter((token) => token.kind === 'option')
  const known = written.filter(({ name }) => options.includes(name))
  const values = Object.fromEntries(known.map(({ name, value }) => [name, value]))
  const places = needs.filter((need) => !need.startsWith('--'))
  const given = Object.fromEntries(
    needs.map((need) => [need, need.startsWith('--') ? values[need.slice(2)] : positionals[places.indexOf(need)]]),
  )
  const problems = [
    ...written.filter(({ name }) => !options.includes(name)).map(({ rawName }) => problem('unknown-option', rawName)),
    ...known.filter(({ value }) => !value).map(({ rawName }) => problem('missing-argument', rawName)),
    ...known
      .filter(({ name }, at) => known.findIndex((other) => other.name === name) < at)
      .map(({ rawName }) => problem('duplicate', rawName)),
    ...positionals.slice(most).map((value) => problem('unknown-option', value)),
    ...needs
      .filter((need) => !given[need] && !known.some(({ rawName }) => rawName === need))
      .map((need) => problem('missing-argument', need)),
  ]

  return problems.length > 0
    ? refused(problems)
    : ok({ positionals, options: values, given: given as Readonly<Record<Need, string>> })
}

/** The refusal of a command that lacks an argument: `value` is its name in the usage. */
export function missingArgument(value: string): { readonly ok: false; readonly problem: readonly CommandProblem[] } {
  return refused([problem('missing-argument', value)])
}

function problem(code: CommandProblem['code'], value: string): CommandProblem {
  return { code, path: '', details: { value } }
}
