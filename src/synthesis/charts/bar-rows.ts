type Weighted = { readonly weight: number }

/** In millimetres: the bar, what stands between two tiles, and the narrowest a tile may be. */
type Room = { readonly width: number; readonly gap: number; readonly least: number }

/**
 * What a bar holds, in as many rows as keep each tile wide enough to read, in the same order. One row wherever it can:
 * a bar is then the whole of its dimension.
 *
 * @param lightest the least weight drawn at the same scale, where other tiles are
 */
export function inRows<T extends Weighted>(
  tiles: readonly T[],
  { width, gap, least }: Room,
  lightest = Math.min(...tiles.map(({ weight }) => weight)),
): readonly (readonly T[])[] {
  const most = ((width + gap) * lightest) / (least + gap)
  const total = weightOf(tiles)
  const even = Math.ceil(total / Math.ceil(total / most))
  const rows: T[][] = []

  for (const tile of tiles) {
    const row = rows.at(-1)
    const held = row === undefined ? 0 : weightOf(row)
    if (row !== undefined && held < even && held + tile.weight <= most) row.push(tile)
    else rows.push([tile])
  }

  return rows
}

export function weightOf(tiles: readonly Weighted[]): number {
  return tiles.reduce((sum, { weight }) => sum + weight, 0)
}
