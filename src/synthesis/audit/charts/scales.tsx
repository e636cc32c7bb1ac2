import { mm } from '#src/synthesis/charts/tile.tsx'

/** The mark of the law, drawn: neither font has the sign. `x`, `y` its corner, `size` its side, in millimetres. */
export function ScalesPath({ x, y, size = 3.4 }: { readonly x: number; readonly y: number; readonly size?: number }) {
  const k = size / 10
  const at = (a: number, b: number) => `${mm(x + a * k)} ${mm(y + b * k)}`
  return (
    <>
      <path
        d={`M${at(1.6, 2.4)}L${at(8.4, 2.4)}M${at(5, 0.8)}L${at(5, 9.2)}M${at(2.8, 9.2)}L${at(7.2, 9.2)}M${at(2.1, 2.4)}L${at(0.3, 6)}M${at(2.1, 2.4)}L${at(3.9, 6)}M${at(7.9, 2.4)}L${at(6.1, 6)}M${at(7.9, 2.4)}L${at(9.7, 6)}`}
        stroke="var(--ink)"
        strokeWidth={mm(0.8 * k)}
        fill="none"
      />
      <path
        d={`M${at(0, 6)}A${mm(2 * k)} ${mm(2 * k)} 0 0 0 ${at(4.2, 6)}ZM${at(5.8, 6)}A${mm(2 * k)} ${mm(2 * k)} 0 0 0 ${at(10, 6)}Z`}
        fill="var(--ink)"
      />
    </>
  )
}

/** The same inside a line of text; read aloud unless the words beside it say so already. */
export function Scales({ size = 3.4, silent }: { readonly size?: number; readonly silent?: true }) {
  return (
    <svg
      className="bal"
      width={`${size}mm`}
      height={`${size}mm`}
      viewBox={`0 0 ${size} ${size}`}
      {...(silent === true ? { 'aria-hidden': true } : { role: 'img', 'aria-label': 'obligation légale' })}
    >
      <ScalesPath x={0} y={0} size={size} />
    </svg>
  )
}
