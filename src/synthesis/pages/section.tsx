import type { ReactNode } from 'react'
import { fr } from '#src/synthesis/french.ts'

/** One section on a new sheet: the kicker says which it is, the heading what it found. */
export function Section(props: {
  readonly id: string
  readonly kicker: string
  readonly title: string
  readonly lead?: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const { id, kicker, title, lead, className, children } = props
  return (
    <section className={`page ${className ?? ''}`.trim()} aria-labelledby={`synthese-${id}`}>
      <header className="head">
        <h2 id={`synthese-${id}`}>
          <span className="kicker">
            {fr(kicker)}
            <span className="sr">{fr(' : ')}</span>
          </span>
          {fr(title)}
        </h2>
        {lead !== undefined && <p className="lead">{fr(lead)}</p>}
      </header>
      {children}
    </section>
  )
}

/** Lines of a definition list, each term over its text. */
export function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="rows">
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt className="note">{fr(term)}</dt>
          <dd dir="auto">{fr(text)}</dd>
        </div>
      ))}
    </dl>
  )
}
