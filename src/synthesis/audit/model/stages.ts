import { ownValue } from '#src/shared/own-value.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'
import type { AuditTally, Stage, StageCriterion } from './audit-synthesis.ts'

/** Every criterion with its answer, by stage, all read from the score object. */
export function stagesOf(
  { questionnaire, sheet, score }: SynthesisSource,
  supports: readonly string[],
): readonly Stage[] {
  const results = new Map(score.dimensions.map((result) => [result.id, result]))
  const numberIn = (ids: readonly string[], id: string) => {
    const index = ids.indexOf(id)
    return index < 0 ? undefined : index + 1
  }

  return questionnaire.dimensions.flatMap((dimension) => {
    const result = results.get(dimension.id)
    if (result === undefined) return []
    const own = new Map(dimension.criteria.map((criterion) => [criterion.id, criterion]))
    const criteria = result.criteria.map((one): StageCriterion => {
      const criterion = own.get(one.id)
      const answer = ownValue(sheet.answers, one.id)
      const reason = answer !== undefined && 'notApplicable' in answer ? answer.reason : undefined
      const [support, warning] = [numberIn(supports, one.id), numberIn(score.warnings, one.id)]
      return {
        id: one.id,
        title: criterion?.title ?? one.id,
        shortTitle: criterion?.shortTitle ?? one.id,
        weight: one.weight,
        legal: criterion?.legal ?? false,
        answer: one.answer,
        ...(one.level === undefined ? {} : { level: one.level }),
        grade: one.grade,
        ...(support === undefined ? {} : { support }),
        ...(warning === undefined ? {} : { warning }),
        ...(reason === undefined ? {} : { reason }),
      }
    })
    const legal = criteria.filter((one) => one.legal && one.answer !== 'notApplicable')
    return [
      {
        id: dimension.id,
        title: dimension.title,
        shortTitle: dimension.shortTitle ?? dimension.title,
        score: result.score,
        legal: { inPlace: legal.filter(({ level }) => (level ?? 0) >= 3).length, applicable: legal.length },
        criteria,
      },
    ]
  })
}

export function tallyOf({ score }: SynthesisSource, stages: readonly Stage[]): AuditTally {
  const all = stages.flatMap(({ criteria }) => criteria)
  const count = (holds: (criterion: StageCriterion) => boolean) => all.filter(holds).length
  const legal = all.filter((criterion) => criterion.legal && criterion.answer !== 'notApplicable')
  return {
    criteria: all.length,
    legal: legal.length,
    legalInPlace: legal.filter(({ level }) => (level ?? 0) >= 3).length,
    legalToStrengthen: legal.filter(({ level }) => level === 2).length,
    warnings: score.warnings.length,
    strengths: score.strengths.length,
    toDemonstrate: score.toDemonstrate.length,
    toImprove: count(({ level, warning }) => level !== undefined && level < 3 && warning === undefined),
    unknown: count(({ answer }) => answer === 'unknown'),
    unanswered: count(({ answer }) => answer === 'unanswered'),
    notApplicable: count(({ answer }) => answer === 'notApplicable'),
  }
}
