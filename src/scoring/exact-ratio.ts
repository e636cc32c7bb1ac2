/** A fraction of integers with no limit of size; the denominator is positive. */
export type ExactRatio = { readonly numerator: bigint; readonly denominator: bigint }

/** Exact sum of two fractions, reduced so that a long sum stays small. */
export function addRatios(a: ExactRatio, b: ExactRatio): ExactRatio {
  return reduced({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  })
}

/**
 * The double nearest to a fraction that is 0 or more, ties to even: what one division of its two integers would give,
 * were they small enough. 128 more bits than the quotient's integer part, the last one sticky, decide every rounding.
 */
export function nearestDouble({ numerator, denominator }: ExactRatio): number {
  const scaled = numerator << 128n
  const quotient = scaled / denominator

  return Number(scaled % denominator === 0n ? quotient : quotient | 1n) / 2 ** 128
}

function reduced({ numerator, denominator }: ExactRatio): ExactRatio {
  const divisor = greatestCommonDivisor(numerator, denominator)

  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
