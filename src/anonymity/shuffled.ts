/**
 * The items in an order that the seed alone decides: the same before and after a reload, another for each person. Fisher
 * and Yates, so that every order is as likely as the others over seeds.
 *
 * @param seed any text; a random one, kept by the phone until it has sent.
 */
export function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const order = [...items]
  const random = randomsFrom(seed)
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1))
    const kept = order[last] as T
    order[last] = order[chosen] as T
    order[chosen] = kept
  }
  return order
}

/** Numbers in [0, 1) from a text: FNV-1a to mix it, then mulberry32. No secret hangs on them. */
function randomsFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
