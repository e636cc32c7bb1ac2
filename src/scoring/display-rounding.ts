/**
 * The number to show, to the nearest at that many decimals, halves away from zero (scoring rules, §2). For display
 * alone: what is stored and exported stays unrounded. It rounds the decimal writing people would read, so 1.005 at two
 * decimals is 1.01; it never returns -0.
 *
 * @param decimals 0 or more
 */
export function roundForDisplay(value: number, decimals = 0): number {
  const rounded = shifted(Math.round(shifted(Math.abs(value), decimals)), -decimals)

  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Moves the decimal point in the writing of the number: multiplying by a power of ten would round a first time. */
function shifted(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e')

  return Number(`${digits}e${Number(exponent) + places}`)
}
