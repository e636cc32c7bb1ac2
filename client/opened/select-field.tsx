import { useId } from 'react'

/** One among many, by its label; nothing else can be chosen. */
export function SelectField<V extends string>({ label, value, options, onChange, readOnly = false }: SelectProps<V>) {
  const field = useId()

  return (
    <div className="text-field">
      <label className="label" htmlFor={field}>
        {label}
      </label>
      <select
        id={field}
        className="input"
        disabled={readOnly}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((each) => each.value === target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  )
}

type SelectProps<V> = {
  readonly label: string
  readonly value: V
  /** The empty value, where it is offered, stands for none. */
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
  readonly readOnly?: boolean
}
