import { expect } from 'vitest'

type Bound = { readonly atLeast: number } | { readonly atMost: number }

/** Prints the figure on one line and holds it to its promise. */
export function report(name: string, ratio: number, promise: Bound, detail: string): void {
  const bound = 'atLeast' in promise ? `≥ ${promise.atLeast}` : `≤ ${promise.atMost}`
  process.stdout.write(`bench  ${name.padEnd(58)} ${ratio.toPrecision(4).padStart(9)}   (${bound})   ${detail}\n`)
  if ('atLeast' in promise) expect(ratio).toBeGreaterThanOrEqual(promise.atLeast)
  else expect(ratio).toBeLessThanOrEqual(promise.atMost)
}
