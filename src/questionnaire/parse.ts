import type { FileProblem } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { identifierProblems } from './check/identifiers.ts'
import { partsOf } from './check/parts.ts'
import type { Questionnaire } from './questionnaire.ts'
import { guardProblems } from './shape/guard.ts'
import { usableSchema } from './shape/schema.ts'
import { shapeProblems } from './shape/problems.ts'
import { splitSections } from './shape/sections.ts'
import { fillTolerated } from './shape/tolerated.ts'

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

  const filled = fillTolerated(json)
  const { known, sections } = splitSections(filled)
  const parsed = usableSchema.safeParse(known, { reportInput: true })

  const problems = [...(parsed.success ? [] : shapeProblems(parsed.error)), ...identifierProblems(partsOf(filled))]

  if (!parsed.success || problems.length > 0) return refused(problems)

  return ok(sections === undefined ? parsed.data : { ...parsed.data, sections })
}
