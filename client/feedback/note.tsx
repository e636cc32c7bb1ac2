import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './feedback.css'

type NoteKind = 'plain' | 'warn' | 'error' | 'ok'

/** An icon and a sentence, never a colour alone. An error is announced at once, the others when the reader is free. */
export function Note({ kind = 'plain', children }: { readonly kind?: NoteKind; readonly children: ReactNode }) {
  const Icon = kind === 'ok' ? IconCircleCheck : kind === 'plain' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={`note ${kind}`} role={kind === 'error' ? 'alert' : kind === 'plain' ? undefined : 'status'}>
      <Icon size={24} aria-hidden />
      <div className="note-text">{children}</div>
    </div>
  )
}

/** The sentence under a field; its id goes in the field's `aria-describedby`. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
    </p>
  )
}
