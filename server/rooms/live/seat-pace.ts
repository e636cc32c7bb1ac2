/** What one phone may send: far more than a person answers, far less than what fills a disk or drowns a room. */
const mostAtOnce = 600
const perSecond = 2
const mostKept = 10_000

/** Whether a seat may send one more now; each that may is counted. */
export type SeatPace = (seatId: string) => boolean

export function createSeatPace(clock: () => Date): SeatPace {
  const sent = new Map<string, { readonly count: number; readonly at: number }>()

  return (seatId) => {
    const at = clock().getTime()
    const before = sent.get(seatId) ?? { count: 0, at }
    const count = Math.max(0, before.count - (Math.max(0, at - before.at) / 1000) * perSecond)
    if (count >= mostAtOnce) return false
    if (sent.size >= mostKept) sent.clear()
    sent.set(seatId, { count: count + 1, at })
    return true
  }
}
