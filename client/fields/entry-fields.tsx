import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState, type ChangeEvent } from 'react'
import { formatNumber, parseNumber } from '#client/app/fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { fieldTexts } from './texts-fr.ts'

/** A field bound to an entry: its id is the key, so that the link of a to-do stops there; it saves by itself. */
type EntryFieldProps = {
  readonly accompanimentId: string
  readonly entryKey: `identity/${string}`
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean
}

/** One line of text, or a day with the browser's own calendar. Empty erases. */
export function EntryText({ type = 'text', maxLength, ...entry }: TextProps) {
  return <TextInput {...useTextEntry(entry)} type={type} maxLength={maxLength} />
}

/** Several lines, with how many signs are written when there is a limit. */
export function EntryArea({ maxLength, ...entry }: AreaProps) {
  const field = useTextEntry(entry)
  const counted = maxLength === undefined ? undefined : fieldTexts.signs(field.value.length, maxLength)
  const description = [counted, entry.hint].filter(Boolean).join('. ')
  return <Textarea {...field} description={description} rows={3} resize="vertical" maxLength={maxLength} />
}

/** A number as it is typed in France; what cannot be read is said, and is not sent. */
export function EntryNumber({ unit, ...entry }: NumberProps) {
  const { value, setValue, field } = useField(entry)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (typeof value === 'number' ? formatNumber(value) : '')
  const unreadable = typed !== undefined && typed.trim() !== '' && parseNumber(typed) === undefined
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      rightSection={unit === undefined ? undefined : <span className="field-unit">{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : 96}
      rightSectionPointerEvents="none"
      value={shown}
      error={unreadable ? fieldTexts.notANumber : field.error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        if (text.trim() === '') setValue(null)
        else {
          const number = parseNumber(text)
          if (number !== undefined) setValue(number)
        }
      }}
      onBlur={() => {
        if (!unreadable) setTyped(undefined)
      }}
    />
  )
}

/** One among a few; the first line says that nothing is chosen. */
export function EntrySelect({ choices, ...entry }: SelectProps) {
  const named = choices.map(({ id, label }) => ({ value: id, label }))
  return <NativeSelect {...useTextEntry(entry)} data={[{ value: '', label: fieldTexts.toChoose }, ...named]} />
}

function useTextEntry(entry: EntryFieldProps) {
  const { value, setValue, field } = useField(entry)
  return {
    ...field,
    value: typeof value === 'string' ? value : '',
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      setValue(currentTarget.value === '' ? null : currentTarget.value),
  }
}

/** What every field of an entry shows of it. */
function useField({ accompanimentId, entryKey, label, hint, disabled = false }: EntryFieldProps) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  return {
    value,
    setValue,
    field: { id: entryKey, label, description: hint, inputWrapperOrder: order, disabled, error },
  }
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'error', 'description']

type TextProps = EntryFieldProps & { readonly type?: 'text' | 'date'; readonly maxLength?: number | undefined }
type AreaProps = EntryFieldProps & { readonly maxLength?: number | undefined }
type NumberProps = EntryFieldProps & { readonly unit?: string | undefined }
type SelectProps = EntryFieldProps & {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}
