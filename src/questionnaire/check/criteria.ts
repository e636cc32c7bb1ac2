import { kinds } from '#src/questionnaire/questionnaire.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { entriesAt, type Part, type Parts, valueAt } from './parts.ts'

/** A questionnaire has dimensions, and each of them criteria: an empty one could never be computed. */
export function emptinessProblems(parts: Parts): readonly FileProblem[] {
  return [
    ...emptyList(parts.root, 'dimensions'),
    ...parts.dimensions.flatMap((dimension) => emptyList(dimension, 'criteria')),
  ]
}

/** Levels a team can tell apart: capitals, spaces and the final stop make no difference. */
export function levelProblems(parts: Parts): readonly FileProblem[] {
  return parts.criteria.flatMap((criterion) => {
    const seen = new Map<string, number>()

    return entriesAt(criterion, 'levels').flatMap(({ value, path }, index): readonly FileProblem[] => {
      if (typeof value !== 'string' || value.trim() === '') return []

      const text = value
        .toLowerCase()
        .replaceAll(/[\s.;:,!?…]+/g, ' ')
        .trim()
      const same = seen.get(text)

      seen.set(text, same ?? index + 1)

      return same === undefined ? [] : [{ code: 'identical-levels', path, details: { level: index + 1, same } }]
    })
  })
}

/** Someone must be able to answer a criterion, or give an indicator's value. */
export function exclusionProblems(parts: Parts): readonly FileProblem[] {
  return [...parts.criteria, ...parts.indicators].flatMap((part): readonly FileProblem[] => {
    const excluded = new Set(entriesAt(part, 'excludedFor').map(({ value }) => value))

    return kinds.every((kind) => excluded.has(kind))
      ? [{ code: 'excluded-for-every-kind', path: `${part.path}/excludedFor` }]
      : []
  })
}

/** Every action answers some level, and level 1 of a legal criterion, a warning, always has one. */
export function actionProblems(parts: Parts): readonly FileProblem[] {
  const aimless = parts.actions.filter((action) => isEmptyList(valueAt(action, 'forLevels')))
  const helpless = parts.criteria.filter(
    (criterion) =>
      valueAt(criterion, 'legal') === true &&
      !entriesAt(criterion, 'actions').some((action) =>
        entriesAt(action, 'forLevels').some(({ value }) => value === 1),
      ),
  )

  return [
    ...aimless.map(({ path }): FileProblem => ({ code: 'action-without-level', path: `${path}/forLevels` })),
    ...helpless.map(({ path }): FileProblem => ({ code: 'legal-action-missing', path: `${path}/actions` })),
  ]
}

/** A choice without choices could never be answered. */
export function identityProblems(parts: Parts): readonly FileProblem[] {
  return parts.identity.flatMap((field): readonly FileProblem[] => {
    if (valueAt(field, 'type') !== 'choice') return []

    return valueAt(field, 'choices') === undefined
      ? [{ code: 'missing-key', path: `${field.path}/choices` }]
      : emptyList(field, 'choices')
  })
}

function emptyList(part: Part, key: string): readonly FileProblem[] {
  return isEmptyList(valueAt(part, key)) ? [{ code: 'empty-list', path: `${part.path}/${key}` }] : []
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
