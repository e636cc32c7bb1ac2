import { inRows, weightOf } from '#src/synthesis/charts/bar-rows.ts'
import type { StageCriterion } from '#src/synthesis/audit/model/audit-synthesis.ts'

/** Millimetres. */
export const width = 131
export const gap = 0.8
/** Between what the law asks and good practice. */
const ditch = 4
/** A narrower tile could not hold its level and its letter. */
const least = 8

export type Placed = { readonly criterion: StageCriterion; readonly x: number; readonly width: number }
type Row = { readonly lawful: readonly StageCriterion[]; readonly others: readonly StageCriterion[] }

/** One row wherever every tile can be read in it; else what the law asks has rows of its own, over the practices. */
export function rowsOf(applicable: readonly StageCriterion[]): readonly Row[] {
  const lawful = applicable.filter(({ legal }) => legal)
  const others = applicable.filter(({ legal }) => !legal)
  const lightest = Math.min(...applicable.map(({ weight }) => weight))
  if (applicable.length < 2 || unitOf({ lawful, others }) * lightest - gap >= least) {
    return [{ lawful, others }]
  }
  const room = { width, gap, least }
  return [
    ...inRows(lawful, room, lightest).map((row): Row => ({ lawful: row, others: [] })),
    ...inRows(others, room, lightest).map((row): Row => ({ lawful: [], others: row })),
  ]
}

/** Millimetres that a point of weight takes. */
export function unitOf({ lawful, others }: Row): number {
  const between = lawful.length > 0 && others.length > 0 ? ditch : 0
  return (width + gap - between) / Math.max(1, weightOf([...lawful, ...others]))
}

/** Where each tile begins, and where what the law asks ends. */
export function placedIn({ lawful, others }: Row, unit: number) {
  let x = 0
  const place = (criterion: StageCriterion): Placed => {
    const start = x
    x += unit * criterion.weight
    return { criterion, x: start, width: unit * criterion.weight - gap }
  }
  const left = lawful.map(place)
  const end = x - gap
  x += lawful.length > 0 && others.length > 0 ? ditch : 0
  return { end, placed: [...left, ...others.map(place)] }
}
