import { useId } from 'react'

/** A few short options side by side, one chosen: real radios, so that arrows move and the group has its name. */
export function Choice<T extends string | number>({
  label,
  options,
  value,
  onChange,
  disabled = false,
}: ChoiceProps<T>) {
  const name = useId()
  return (
    <div className="choice" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'on' : ''}>
          <input
            className="vh"
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}

type ChoiceProps<T> = {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | undefined
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
}
