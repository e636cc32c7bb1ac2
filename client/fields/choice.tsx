import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Radio.css'
import { Radio } from '@mantine/core'
import './fields.css'

/**
 * A few named choices, all in view. Nothing is chosen until someone chooses.
 *
 * @param id of the group, to which the link of a to-do leads.
 */
export function ChoiceField<V extends string>(props: ChoiceProps<V>) {
  const { id, label, hint, choices, value, onChange, error, disabled = false } = props
  return (
    <Radio.Group
      id={id}
      label={label}
      description={hint}
      error={error}
      value={value ?? null}
      onChange={(chosen) => {
        const choice = choices.find((each) => each.value === chosen)
        if (choice !== undefined) onChange(choice.value)
      }}
    >
      <div
        className={
          choices.every(({ label: words, why }) => why === undefined && words.length < 12) ? 'choices row' : 'choices'
        }
      >
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.why}
            disabled={disabled}
            color="var(--link)"
            size="md"
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** Yes or no, each in its own words; neither until someone answers. */
export function YesNoField({ value, yes, no, onChange, ...field }: YesNoProps) {
  return (
    <ChoiceField
      {...field}
      value={value === undefined ? undefined : value ? 'yes' : 'no'}
      onChange={(choice) => onChange(choice === 'yes')}
      choices={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
    />
  )
}

type ChoiceProps<V extends string> = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly choices: readonly { readonly value: V; readonly label: string; readonly why?: string }[]
  readonly value: V | undefined
  readonly onChange: (value: V) => void
  readonly error?: string | undefined
  readonly disabled?: boolean
}

type YesNoProps = Omit<ChoiceProps<'yes' | 'no'>, 'choices' | 'value' | 'onChange'> & {
  readonly value: boolean | undefined
  readonly yes: string
  readonly no: string
  readonly onChange: (value: boolean) => void
}
