import { preparationTexts as t } from './texts-fr.ts'

export type FactState = 'given' | 'unavailable' | 'open'

/** One tick a fact: filled when given, dashed when said unavailable, empty when still open. */
export function FactStrip({ states }: { readonly states: readonly FactState[] }) {
  const count = (wanted: FactState) => states.filter((state) => state === wanted).length
  const sorted = [...states].toSorted((a, b) => rank[a] - rank[b])
  return (
    <div
      className="fact-strip"
      role="img"
      aria-label={t.stripLabel(count('given'), count('unavailable'), count('open'))}
    >
      {sorted.map((state, index) => (
        <i key={`${state} ${index}`} className={state} />
      ))}
    </div>
  )
}

const rank = { given: 0, unavailable: 1, open: 2 } as const
