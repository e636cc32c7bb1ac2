import { useId, type ReactNode } from 'react'
import { FieldError } from '#client/feedback/note.tsx'
import { openedTexts } from './texts-fr.ts'

/** A labelled text: one line or several, with its count of characters where there is a limit, and its refusal. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, id, hint, error, max, rows, placeholder, readOnly = false, big = false } = props
  const own = useId()
  const field = id ?? own
  const described = [hint === undefined ? '' : `${own}-hint`, error === undefined ? '' : `${own}-error`].filter(Boolean)
  const shared = {
    id: field,
    className: big ? 'input claim-input' : 'input',
    value,
    readOnly,
    ...(max === undefined ? {} : { maxLength: max }),
    ...(placeholder === undefined ? {} : { placeholder }),
    'aria-invalid': error !== undefined,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  }

  return (
    <div className="text-field">
      <div className="text-field-head">
        <label className="label" htmlFor={field}>
          {label}
        </label>
        {max !== undefined && <span className="quiet small num">{openedTexts.characters(value.length, max)}</span>}
      </div>
      {hint !== undefined && (
        <p className="hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
      {error !== undefined && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </div>
  )
}

type TextFieldProps = {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly id?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly max?: number
  /** Absent: one line. */
  readonly rows?: number
  readonly placeholder?: string
  readonly readOnly?: boolean
  readonly big?: boolean
}
