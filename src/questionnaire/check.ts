import type { FileProblem } from '#src/shared/problem.ts'
import {
  actionProblems,
  emptinessProblems,
  exclusionProblems,
  identityProblems,
  levelProblems,
} from './check/criteria.ts'
import { historyProblems } from './check/history.ts'
import { identifierProblems, referenceProblems, repetitionProblems } from './check/identifiers.ts'
import { boundsProblems, unitProblems, usageProblems } from './check/indicators.ts'
import { partsOf } from './check/parts.ts'
import {
  datedFactProblems,
  perceptionProblems,
  quizProblems,
  sectionIdentifierProblems,
  sectionShapeProblems,
  translationProblems,
} from './check/sections.ts'
import { textProblems } from './check/texts.ts'
import { validityProblems } from './check/validity.ts'
import type { Questionnaire } from './questionnaire.ts'
import { guardProblems } from './shape/guard.ts'
import { shapeProblems } from './shape/problems.ts'
import { publishableSchema } from './shape/schema.ts'
import { splitSections } from './shape/sections.ts'

/**
 * Everything that keeps a version from being published, all at once and each with its path: shape, coherence, texts,
 * and ids that the published versions of the same questionnaire gave another meaning. Empty where it is sound.
 */
export function checkQuestionnaire(json: unknown, published: readonly Questionnaire[]): readonly FileProblem[] {
  const unsafe = guardProblems(json)

  if (unsafe.length > 0) return unsafe

  const parts = partsOf(json)
  const shape = publishableSchema.safeParse(splitSections(json).known, { reportInput: true })

  return withoutRepeats([
    ...(shape.success ? [] : shapeProblems(shape.error)),
    ...textProblems(json),
    ...[
      identifierProblems,
      referenceProblems,
      repetitionProblems,
      emptinessProblems,
      levelProblems,
      exclusionProblems,
      actionProblems,
      identityProblems,
      usageProblems,
      unitProblems,
      boundsProblems,
      sectionShapeProblems,
      sectionIdentifierProblems,
      quizProblems,
      perceptionProblems,
      translationProblems,
      datedFactProblems,
    ].flatMap((rule) => rule(parts)),
    ...validityProblems(json),
    ...historyProblems(parts, published),
  ])
}

/** The first of those that say the same of the same place: it is the most precise. */
function withoutRepeats(problems: readonly FileProblem[]): readonly FileProblem[] {
  const first = new Map(problems.toReversed().map((problem) => [`${problem.code} ${problem.path}`, problem]))

  return problems.filter((problem) => first.get(`${problem.code} ${problem.path}`) === problem)
}
