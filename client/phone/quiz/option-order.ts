/**
 * The same options in an order that depends on the seed alone: a person finds them where they were after a reload, and
 * two people side by side do not touch the same place.
 */
export function inOrderOf<T extends { readonly id: string }>(seed: string, options: readonly T[]): readonly T[] {
  return options
    .map((option) => ({ option, rank: hashOf(`${seed}/${option.id}`) }))
    .toSorted((one, other) => one.rank - other.rank || (one.option.id < other.option.id ? -1 : 1))
    .map(({ option }) => option)
}

/** FNV-1a, then stirred: neighbouring texts would otherwise keep neighbouring ranks. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
