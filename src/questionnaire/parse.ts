import type { FileProblem } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import type { Questionnaire } from './questionnaire.ts'
import { guardProblems } from './guard.ts'
import { questionnaireSchema } from './schema.ts'
import { shapeProblems } from './shape-problems.ts'
import { splitSections } from './sections.ts'
import { fillTolerated } from './tolerated.ts'

/**
 * Reads the canonical form, in any key order, from here or from another tool.
 *
 * Optional keys take their default. A few texts that only screens need (`shortTitle`, an indicator's `source`, `method`
 * and `limits`) may be missing: a sheet must be scored all the same; the check is what refuses them. Sections of other
 * methods (`quiz`, `perception`…) are kept as given. All problems are returned, each with its JSON Pointer.
 */
export function parseQuestionnaire(json: unknown): Result<Questionnaire, readonly FileProblem[]> {
  const unsafe = guardProblems(json)

  if (unsafe.length > 0) return refused(unsafe)

  const { known, sections } = splitSections(fillTolerated(json))
  const parsed = questionnaireSchema.safeParse(known, { reportInput: true })

  if (!parsed.success) return refused(shapeProblems(parsed.error))

  return ok(sections === undefined ? parsed.data : { ...parsed.data, sections })
}
