import type { Spread } from '#src/room/room-events.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'

export const levels: readonly Level[] = [1, 2, 3, 4]

export function countAt(spread: Spread, level: Level): number {
  return [spread.level1, spread.level2, spread.level3, spread.level4][level - 1] ?? 0
}

/** The lowest and the highest level someone chose; undefined where nobody chose one. */
export function reach(spread: Spread): { readonly least: Level; readonly most: Level } | undefined {
  const chosen = levels.filter((level) => countAt(spread, level) > 0)
  const [least] = chosen
  const most = chosen.at(-1)
  return least === undefined || most === undefined ? undefined : { least, most }
}
