import type { ShownClass } from './results.ts'

/** Fewest answers from which anything is shown, and fewest in any class shown (scoring rules, §7). */
export const fewestAnswers = 7
export const fewestInClass = 5

/** A class of an item's answers before anything is suppressed. */
export type CountedClass = ShownClass

/**
 * What may be shown of one row of counts: a class under five, none included, is merged with its neighbour and only their
 * sum is shown; where nothing but the whole is left, or there were only two classes, the row is masked. A class that
 * holds everybody masks the row too, since all the others are empty.
 *
 * @param counted classes in the scale's order, at least one; their counts sum to the answers.
 */
export function suppressRow(counted: readonly CountedClass[]): readonly ShownClass[] | 'masked' {
  let classes = counted
  for (;;) {
    const small = classes.findIndex(({ count }) => count < fewestInClass)
    if (small === -1) return classes.length < 2 ? 'masked' : classes
    if (classes.length <= 2) return 'masked'
    classes = mergedAt(classes, small)
  }
}

/**
 * The same row by group, the first class against all the others, or masked where any of its cells is under five: two
 * groups and known totals give every cell once one of them is known. People who declined their group are a group of their
 * own in that test, though never shown. Two parts and no more: with a third, hardly any group would be large enough.
 *
 * @param shown the row already suppressed.
 * @param groups for each group, decliners included where there are any, its counts by choice id.
 */
export function suppressSplit(
  shown: readonly ShownClass[],
  groups: readonly GroupCounts[],
): Readonly<Record<string, readonly ShownClass[]>> | 'masked' {
  const parts = inTwo(shown)
  const cells = groups.map(({ id, declined, counts }) => ({
    id,
    declined,
    row: parts.map((each) => ({ ...each, count: sum(each.choices.map((choice) => counts.get(choice) ?? 0)) })),
  }))
  if (cells.some(({ row }) => row.some(({ count }) => count < fewestInClass))) return 'masked'
  return Object.fromEntries(cells.filter(({ declined }) => !declined).map(({ id, row }) => [id, row]))
}

export type GroupCounts = {
  readonly id: string
  readonly declined: boolean
  readonly counts: ReadonlyMap<string, number>
}

function inTwo(shown: readonly ShownClass[]): readonly ShownClass[] {
  let parts = shown
  while (parts.length > 2) parts = mergedAt(parts, parts.length - 1)
  return parts
}

/** With its right neighbour, or its left one at the end: never chosen by the counts, which the choice would then tell. */
function mergedAt(classes: readonly CountedClass[], index: number): readonly CountedClass[] {
  const first = index === classes.length - 1 ? index - 1 : index
  const [left, right] = [classes[first], classes[first + 1]]
  if (left === undefined || right === undefined) return classes
  const merged = {
    choices: [...left.choices, ...right.choices],
    text: `${left.text} / ${right.text}`,
    count: left.count + right.count,
  }
  return [...classes.slice(0, first), merged, ...classes.slice(first + 2)]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
