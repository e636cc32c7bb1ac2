/** Up to this many, one dot for each; beyond, a bar of the same length for the largest count. */
const mostDots = 25

/** A count in dots of one size in all rows, so that rows compare at a glance. Decorative: the number stands beside it. */
export function CountDots({ count, largest, fill, edge }: CountDotsProps) {
  if (largest > mostDots)
    return (
      <svg className="count-dots" viewBox={`0 0 ${width} 60`} preserveAspectRatio="none" aria-hidden="true">
        <rect
          x="1.5"
          y="12"
          width={Math.max(3, (count / largest) * (width - 3))}
          height="36"
          fill={fill}
          stroke={edge}
          strokeWidth="3"
          visibility={count === 0 ? 'hidden' : undefined}
        />
      </svg>
    )
  return (
    <svg className="count-dots" viewBox={`0 0 ${width} 60`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        const { x, y, r } = dotAt(index, largest)
        // Dots are a count: they have no other identity.
        return <circle key={index} cx={x} cy={y} r={r} fill={fill} stroke={edge} strokeWidth="3" />
      })}
    </svg>
  )
}

const width = 348

/** Six large dots fill the row; more are drawn smaller, from thirteen on in columns of two: the length tells the count. */
function dotAt(index: number, largest: number): { readonly x: number; readonly y: number; readonly r: number } {
  const rows = largest > 12 ? 2 : 1
  const step = Math.min(58, width / Math.max(6, Math.ceil(largest / rows)))
  const r = Math.min(step * 0.45 - 2, rows === 2 ? 12 : 25)
  return { x: Math.floor(index / rows) * step + step / 2, y: rows === 1 ? 30 : 15 + (index % rows) * 30, r }
}

type CountDotsProps = {
  readonly count: number
  readonly largest: number
  readonly fill: string
  readonly edge: string
}
