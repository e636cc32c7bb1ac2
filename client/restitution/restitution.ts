import { perceptionBesideAudit, type BesideAudit } from '#src/anonymity/perception-beside-audit.ts'
import type { PerceptionResults } from '#src/anonymity/results.ts'
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
