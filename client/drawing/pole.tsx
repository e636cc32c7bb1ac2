/** The striped pole, planted where we are: the logo, the present step. Decorative; words say the same beside it. */
export function Pole({ height = 30 }: { readonly height?: number }) {
  return (
    <svg width={(height * 8) / 36} height={height} viewBox="0 0 8 36" aria-hidden="true">
      {[0, 1, 2, 3].map((band) => (
        <rect
          key={band}
          x="1"
          y={1 + band * 7}
          width="6"
          height="7"
          fill={band % 2 === 0 ? 'var(--accent)' : 'var(--surface)'}
        />
      ))}
      <rect x="1" y="1" width="6" height="28" rx="1.2" fill="none" stroke="var(--accent-strong)" strokeWidth="1.2" />
      <path d="M2 29 H6 L4 35.4 Z" fill="var(--ink)" />
    </svg>
  )
}
