import { isRecord } from '#src/shared/json.ts'

/** A part of a questionnaire that may still be wrong in any way, and where it is. */
export type Part = { readonly value: unknown; readonly path: string }

/** The parts rules speak of, found in whatever is given: a missing or misshapen list is an empty one. */
export type Parts = {
  readonly root: Part
  readonly dimensions: readonly Part[]
  readonly criteria: readonly Part[]
  readonly actions: readonly Part[]
  readonly indicators: readonly Part[]
  readonly identity: readonly Part[]
  readonly elements: readonly Part[]
}

/**
 * Rules read a questionnaire through this, so that a fault of shape somewhere never hides a fault of coherence
 * elsewhere: all are found at once.
 */
export function partsOf(json: unknown): Parts {
  const root = { value: json, path: '' }
  const dimensions = entriesAt(root, 'dimensions')
  const criteria = dimensions.flatMap((dimension) => entriesAt(dimension, 'criteria'))

  return {
    root,
    dimensions,
    criteria,
    actions: criteria.flatMap((criterion) => entriesAt(criterion, 'actions')),
    indicators: entriesAt(root, 'indicators'),
    identity: entriesAt(root, 'identity'),
    elements: entriesAt(root, 'elementLibrary'),
  }
}

/** The entries of the list under a key. */
export function entriesAt(part: Part, key: string): readonly Part[] {
  const list = valueAt(part, key)

  return Array.isArray(list)
    ? list.map((value: unknown, index) => ({ value, path: `${part.path}/${key}/${index}` }))
    : []
}

/** The value under a key, undefined where there is none. */
export function valueAt(part: Part, key: string): unknown {
  return isRecord(part.value) && Object.hasOwn(part.value, key) ? part.value[key] : undefined
}

/** The text under a key, undefined where it is missing or no text. */
export function textAt(part: Part, key: string): string | undefined {
  const value = valueAt(part, key)

  return typeof value === 'string' ? value : undefined
}

/** The number under a key, undefined where it is missing or no number. */
export function numberAt(part: Part, key: string): number | undefined {
  const value = valueAt(part, key)

  return typeof value === 'number' ? value : undefined
}
