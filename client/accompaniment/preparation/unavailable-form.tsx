import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { FieldError } from '#client/feedback/note.tsx'
import { preparationTexts as t } from './texts-fr.ts'

/** Asks why a figure cannot be had, in the line itself. */
export function UnavailableForm({ onNote, onCancel }: UnavailableFormProps) {
  const field = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (reason.trim() === '') setMissing(true)
    else onNote(reason.trim())
  }

  return (
    <form className="fact-because" onSubmit={submit} noValidate>
      <div>
        <label className="label" htmlFor={field}>
          {t.whyUnavailable}
        </label>
        <input
          id={field}
          className="input"
          maxLength={200}
          ref={input}
          value={reason}
          aria-invalid={missing}
          aria-describedby={missing ? `${field}-error` : undefined}
          onChange={(event) => {
            setReason(event.target.value)
            setMissing(false)
          }}
        />
        {missing && <FieldError id={`${field}-error`}>{t.whyNeeded}</FieldError>}
      </div>
      <div className="row">
        <button type="submit" className="btn s">
          {t.noteUnavailable}
        </button>
        <button type="button" className="act" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  )
}

type UnavailableFormProps = { readonly onNote: (reason: string) => void; readonly onCancel: () => void }
