import type { ReactNode } from 'react'
import './drawing.css'

/** Initials, name and what the person is here. */
export function PersonTag({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  return (
    <span className="person">
      <span className="face soft" aria-hidden="true">
        {initials(name)}
      </span>
      <span>
        <b>{name}</b>
        {children !== undefined && <span className="small muted person-detail">{children}</span>}
      </span>
    </span>
  )
}

/** « CV » for Claire Vasseur; the first letter alone for a single name. */
export function initials(name: string): string {
  const words = name.trim().split(/[\s-]+/)
  const first = words[0]?.charAt(0) ?? ''
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''
  return (first + last).toLocaleUpperCase('fr')
}
