import type { Opened } from '#client/opened/opened.ts'

/** Ids of the key arguments as the team ordered them; those it has not placed come last. */
export function argumentIds(opened: Pick<Opened, 'idsOf' | 'read'>): readonly string[] {
  const order = opened.read('arguments-order') ?? []
  const ids = opened.idsOf('argument')
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return ids.toSorted((a, b) => rank(a) - rank(b))
}
