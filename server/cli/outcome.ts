import type { FileProblem } from '#src/shared/problem.ts'
import type { Result } from '#src/shared/result.ts'

/** A problem the command line prints; `file` and `line` where the fault is not in the file the command was given. */
export type CommandProblem = FileProblem & { readonly file?: string; readonly line?: number }

/**
 * What a command prints on standard output, to the letter, or all the problems for standard error. Warnings go to
 * standard error too and refuse nothing.
 */
export type Outcome = Result<string, readonly CommandProblem[]> & { readonly warnings?: readonly CommandProblem[] }

/**
 * A command, given the arguments after its name and the day it is (`YYYY-MM-DD`). What it throws is a fault of the
 * program.
 */
export type Command = (args: readonly string[], today: string) => Promise<Outcome>
