/** The list with one item moved by so many places, within its bounds. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id)
  const to = Math.min(ids.length - 1, Math.max(0, from + by))
  return ids.filter((each) => each !== id).toSpliced(to, 0, id)
}
