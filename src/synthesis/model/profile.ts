import { ownValue } from '#src/shared/own-value.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { AnswerKind, DimensionScore, Grade } from '#src/scoring/score.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'

export type Profile = {
  readonly dimensions: readonly ProfileDimension[]
  readonly tally: {
    readonly strengths: number
    readonly toDemonstrate: number
    readonly toImprove: number
    readonly unknown: number
    readonly unanswered: number
    readonly notApplicable: number
  }
}

export type ProfileDimension = {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  readonly score: DimensionScore
  readonly criteria: readonly ProfileCriterion[]
}

export type ProfileCriterion = {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  readonly weight: number
  readonly answer: AnswerKind
  readonly level?: Level
  readonly grade: Grade
  readonly toDemonstrate: boolean
  /** The number of the key argument it carries. */
  readonly argument?: number
  readonly reason?: string
}

/** Every criterion with its answer, by dimension, and how many of each: all read from the score object. */
export function profileOf({ questionnaire, sheet, score }: SynthesisSource): Profile {
  const numbers = new Map((sheet.keyArguments ?? []).map(({ criterion }, index) => [criterion, index + 1]))
  const toDemonstrate = new Set(score.toDemonstrate)
  const criteria = new Map(
    questionnaire.dimensions.flatMap((dimension) => dimension.criteria.map((own) => [own.id, own])),
  )
  const dimensions = new Map(questionnaire.dimensions.map((dimension) => [dimension.id, dimension]))

  const shown = score.dimensions.map(({ id, score: own, criteria: results }): ProfileDimension => {
    const dimension = dimensions.get(id)
    return {
      id,
      title: dimension?.title ?? id,
      shortTitle: dimension?.shortTitle ?? dimension?.title ?? id,
      score: own,
      criteria: results.map((result) => {
        const criterion = criteria.get(result.id)
        const argument = numbers.get(result.id)
        const answer = ownValue(sheet.answers, result.id)
        const reason = answer !== undefined && 'notApplicable' in answer ? answer.reason : undefined
        return {
          id: result.id,
          title: criterion?.title ?? result.id,
          shortTitle: criterion?.shortTitle ?? result.id,
          weight: result.weight,
          answer: result.answer,
          ...(result.level === undefined ? {} : { level: result.level }),
          grade: result.grade,
          toDemonstrate: toDemonstrate.has(result.id),
          ...(argument === undefined ? {} : { argument }),
          ...(reason === undefined ? {} : { reason }),
        }
      }),
    }
  })

  const all = shown.flatMap((dimension) => dimension.criteria)
  const count = (holds: (criterion: ProfileCriterion) => boolean) => all.filter(holds).length
  return {
    dimensions: shown,
    tally: {
      strengths: score.strengths.length,
      toDemonstrate: score.toDemonstrate.length,
      toImprove: count(({ level }) => level !== undefined && level < 3),
      unknown: count(({ answer }) => answer === 'unknown'),
      unanswered: count(({ answer }) => answer === 'unanswered'),
      notApplicable: count(({ answer }) => answer === 'notApplicable'),
    },
  }
}
