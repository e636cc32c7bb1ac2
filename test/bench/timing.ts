/** Median duration of a call, in milliseconds, over several rounds of enough calls to be timed; the first round warms up. */
export function medianMs(call: () => unknown, { rounds = 7, roundMs = 60 } = {}): number {
  const calls = callsWithin(call, roundMs)
  const times = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now()
    for (let index = 0; index < calls; index++) call()
    return (performance.now() - start) / calls
  })
  return median(times.slice(1))
}

/** The same for what answers later, one call after the other. */
export async function medianMsAsync(call: () => Promise<unknown>, rounds: number): Promise<number> {
  await call()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Two calls in turn, so that a machine whose speed drifts slows both alike; the median of each. */
export async function pairedMs(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  rounds: number,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    for (const [index, call] of [one, other].entries()) {
      const start = performance.now()
      await call()
      if (round > 0) times[index]?.push(performance.now() - start)
    }
  }
  return [median(times[0]), median(times[1])]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function callsWithin(call: () => unknown, ms: number): number {
  const start = performance.now()
  call()
  const once = Math.max(performance.now() - start, 0.0005)
  return Math.max(1, Math.min(50_000, Math.round(ms / once)))
}
