/** The class of a name on a cover: the longer, the smaller. */
export function titleSize(name: string): string {
  const longest = Math.max(...name.split(/\s/).map((word) => word.length))
  if (name.length <= 34 && longest <= 16) return 't-1'
  if (name.length <= 66 && longest <= 22) return 't-2'
  return name.length <= 110 && longest <= 30 ? 't-3' : 't-4'
}
