import type { Criterion, Kind } from './questionnaire.ts'

/**
 * The question as asked to a structure of these kinds. A variant replaces the common wording only where it suits every
 * kind the structure has: an AI that is also an EITI reads the common one.
 */
export function questionWording(
  criterion: Pick<Criterion, 'question' | 'variants'>,
  structureKinds: readonly Kind[],
): string {
  const [first, ...others] = structureKinds.map((kind) => criterion.variants[kind])

  return first !== undefined && others.every((wording) => wording === first) ? first : criterion.question
}
