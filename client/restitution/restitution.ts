import { perceptionBesideAudit, type BesideAudit } from '#src/anonymity/perception-beside-audit.ts'
import type { PerceptionResults } from '#src/anonymity/results.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { stageMap, type Stage, type StageCriterion } from '#src/scoring/stage-map.ts'
import type { Opened } from '#client/opened/opened.ts'

export type Placed = StageCriterion & { readonly stage: string }

export type Restitution = {
  readonly stages: readonly Stage[]
  /** Numbered from one, in the order of the path. */
  readonly warnings: readonly Placed[]
  /** Strongest first, as the score orders them. */
  readonly supports: readonly Placed[]
  readonly toDemonstrate: number
  /** How many criteria have a level: with none, the map says nothing yet. */
  readonly levelled: number
  /** How many legal duties nobody has read yet, or could not tell: no good news stands on them. */
  readonly unread: number
  readonly answers: number
  readonly beside: readonly BesideAudit[]
}

/** What the restitution shows, from the score object and the survey as it may be shown; nothing is computed again. */
export function restitutionOf({ questionnaire, progress }: Opened, survey: PerceptionResults | undefined): Restitution {
  const { score } = progress
  const stages = stageMap(questionnaire, score)
  const placed = stages.flatMap((stage) =>
    stage.criteria.map((criterion) => ({ ...criterion, stage: stage.shortTitle ?? stage.title })),
  )
  const { perception } = awarenessSections(questionnaire)
  return {
    stages,
    warnings: placed.filter(({ isWarning }) => isWarning),
    supports: score.strengths.flatMap((id) => placed.find((criterion) => criterion.id === id) ?? []),
    toDemonstrate: score.toDemonstrate.length,
    levelled: placed.filter(({ level }) => level !== undefined).length,
    unread: placed.filter(({ legal, answer }) => legal && (answer === 'unanswered' || answer === 'unknown')).length,
    answers: survey?.answers ?? 0,
    beside: perception === undefined || survey === undefined ? [] : perceptionBesideAudit(perception, survey, score),
  }
}

/** How many spoke well of it: the classes whose every choice is favourable, where they are shown apart. */
export function favourableCount({ item }: BesideAudit, favourable: ReadonlySet<string>): number | undefined {
  if (item.row === 'masked') return undefined
  const clear = item.row.filter(({ choices }) => choices.every((choice) => favourable.has(choice)))
  return clear.length === 0 ? undefined : clear.reduce((sum, { count }) => sum + count, 0)
}

/** A statement of the survey beside the audit: how many agree, and the levels of the criteria that it speaks of. */
export type Said = {
  readonly id: string
  readonly text: string
  readonly count: number
  readonly levels: readonly (Level | undefined)[]
}

/** Every statement that may stand beside a level, in the questionnaire's order; what was lived or seen stays on its own page. */
export function saidOf({ questionnaire }: Opened, { beside }: Restitution): readonly Said[] {
  const { perception } = awarenessSections(questionnaire)
  const favourable = new Map(
    (perception?.items ?? []).map(({ id, choices }) => [
      id,
      new Set(choices.filter((choice) => choice.favourable === true).map((choice) => choice.id)),
    ]),
  )
  return beside.flatMap((each) => {
    const { id, kind, text } = each.item
    const count = kind === 'statement' ? favourableCount(each, favourable.get(id) ?? new Set()) : undefined
    return count === undefined ? [] : [{ id, text, count, levels: each.criteria.map(({ level }) => level) }]
  })
}
