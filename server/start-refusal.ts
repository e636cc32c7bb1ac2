import type { SettingFault } from '#server/config.ts'
import type { FileFault } from '#server/questionnaires/content-error.ts'

/** Everything that can keep Jalon from starting and that the person in front of the terminal can mend. */
export type StartProblem =
  | { readonly code: 'settings-invalid'; readonly faults: readonly SettingFault[] }
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'port-forbidden'; readonly port: number }
  | { readonly code: 'host-unknown' }
  | { readonly code: 'folder-locked'; readonly folder: string }
  | { readonly code: 'folder-not-writable'; readonly folder: string }
  | { readonly code: 'disk-full'; readonly folder: string; readonly neededMegabytes: number }
  | { readonly code: 'folder-closed'; readonly folder: string; readonly user: string }
  | { readonly code: 'no-unprivileged-user' }
  | { readonly code: 'binaries-missing'; readonly platform: string }
  | { readonly code: 'database-not-created'; readonly detail: string }
  | { readonly code: 'database-not-started'; readonly log: string }
  | {
      readonly code: 'database-other-version'
      readonly folder: string
      readonly found: string
      readonly expected: string
    }
  | { readonly code: 'database-unreachable'; readonly host: string; readonly cause: string }
  | { readonly code: 'database-too-old'; readonly found: string }
  | { readonly code: 'database-unsafe'; readonly setting: string }
  | { readonly code: 'database-role-refused'; readonly role: string }
  | { readonly code: 'database-role-too-strong'; readonly role: string }
  | { readonly code: 'migration-changed'; readonly name: string }
  | { readonly code: 'migration-missing'; readonly name: string }
  | { readonly code: 'questionnaires-invalid'; readonly faults: readonly FileFault[] }

/** Thrown while starting only, and caught once, in main: its problem becomes one French sentence and an exit code that is not 0. */
export class StartRefusal extends Error {
  readonly problem: StartProblem

  constructor(problem: StartProblem, options?: ErrorOptions) {
    super(problem.code, options)
    this.name = 'StartRefusal'
    this.problem = problem
  }
}
