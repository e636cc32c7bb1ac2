import { useId, useState } from 'react'
import { formatNumber, parseNumber } from '#client/app/fr.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { openedTexts } from './texts-fr.ts'

/** A number typed the French way; what is no number stays in the field, with its sentence, and is not saved. */
export function NumberField({
  label,
  value,
  onChange,
  id,
  flagged = false,
  describedBy,
  readOnly = false,
}: NumberProps) {
  const own = useId()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === undefined ? '' : formatNumber(value, 6))
  const wrong = typed !== undefined && typed.trim() !== '' && parseNumber(typed) === undefined

  return (
    <div className="number-field">
      <label htmlFor={id ?? own}>{label}</label>
      <input
        id={id ?? own}
        className={flagged ? 'input num flagged' : 'input num'}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        readOnly={readOnly}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${own}-error` : describedBy}
        onChange={({ target }) => {
          setTyped(target.value)
          if (target.value.trim() === '') onChange(undefined)
          else {
            const number = parseNumber(target.value)
            if (number !== undefined) onChange(number)
          }
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined)
        }}
      />
      {wrong && <FieldError id={`${own}-error`}>{openedTexts.notANumber}</FieldError>}
    </div>
  )
}

type NumberProps = {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly id?: string
  readonly flagged?: boolean
  readonly describedBy?: string | undefined
  readonly readOnly?: boolean
}
