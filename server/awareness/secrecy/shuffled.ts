import { randomInt } from 'node:crypto'

/** The same things in an order that nobody can guess, drawn from the system's own randomness. */
export function shuffled<T>(things: readonly T[]): readonly T[] {
  return things
    .map((thing) => ({ thing, rank: randomInt(2 ** 47) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing)
}
