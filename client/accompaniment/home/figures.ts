import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { PerceptionView, QuizView } from '#src/contract/awareness.ts'
import { shortDay } from '#client/app/dates.ts'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'

/** How many answered the quiz: only of rounds whose results may be shown; of the others, that they are open or too few. */
export function quizFigure({ rounds, results }: Pick<QuizView, 'rounds' | 'results'>): string {
  const open = rounds.find(({ status }) => status === 'open')
  const { before, after } = results.rounds
  const counted = t.quizAnswers(before.shown ? before.answers : undefined, after.shown ? after.answers : undefined)
  const standing = open === undefined ? '' : t.quizOpen[open.round]
  if (counted !== '' || standing !== '') return [counted, standing].filter((part) => part !== '').join(', ')
  return rounds.some(({ status }) => status === 'closed') ? t.tooFewAnswers : t.notOpenYet
}

/** How many were invited; how many answered only after the close, and where the results may be shown. */
export function surveyFigure(
  { status, invited, until, results }: PerceptionView,
  transitions: AccompanimentView['transitions'],
): string {
  if (status === 'open') return t.surveyOpen(invited, shortDay(until ?? ''))
  if (status === 'closed') return results?.shown === true ? t.surveyAnswers(results.answers, invited) : t.tooFewAnswers
  return transitions.some(({ event }) => event === 'skip-perception') ? t.surveySkipped : t.notOpenYet
}

/** What is to be protected first, and how much of it has a standing action. No figure before a level was given. */
export function restitutionFigure({ score, plan }: Restituted): string {
  const isLevelled = score.dimensions.some(({ criteria }) => criteria.some(({ level }) => level !== undefined))
  if (!isLevelled) return t.afterAudit
  const withAction = score.warnings.filter((warning) => plan.some(({ criterion }) => criterion === warning))
  return t.warnings(score.warnings.length, withAction.length)
}

/** What of `ProgressView` it reads. */
type Restituted = {
  readonly score: {
    readonly warnings: readonly string[]
    readonly dimensions: readonly { readonly criteria: readonly { readonly level?: number }[] }[]
  }
  readonly plan: readonly { readonly criterion?: string }[]
}
