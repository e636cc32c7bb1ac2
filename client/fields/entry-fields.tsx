import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatNumber, parseNumber } from '#client/app/fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { fieldTexts } from './texts-fr.ts'

/** A field bound to an entry: its id is the key, so that the link of a to-do stops there; it saves by itself. */
export type EntryFieldProps = {
  readonly accompanimentId: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean
}

type KeyedProps<Family extends string> = EntryFieldProps & { readonly entryKey: Family }

/** One line of text. Empty erases. */
export function EntryText({ accompanimentId, entryKey, label, hint, disabled = false, maxLength }: TextProps) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  return (
    <TextInput
      id={entryKey}
      label={label}
      description={hint}
      inputWrapperOrder={order}
      maxLength={maxLength}
      disabled={disabled}
      value={typeof value === 'string' ? value : ''}
      error={error}
      onChange={(event) => setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** Several lines, with how many signs are written when there is a limit. */
export function EntryArea({
  accompanimentId,
  entryKey,
  label,
  hint,
  disabled = false,
  maxLength,
  rows = 3,
}: AreaProps) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  const text = typeof value === 'string' ? value : ''
  const counted = maxLength === undefined ? undefined : fieldTexts.signs(text.length, maxLength)
  return (
    <Textarea
      id={entryKey}
      label={label}
      description={[counted, hint].filter(Boolean).join('. ')}
      inputWrapperOrder={order}
      rows={rows}
      resize="vertical"
      maxLength={maxLength}
      disabled={disabled}
      value={text}
      error={error}
      onChange={(event) => setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** A number as it is typed in France; what cannot be read is said, and is not sent. */
export function EntryNumber({ accompanimentId, entryKey, label, hint, disabled = false, unit }: NumberProps) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (typeof value === 'number' ? formatNumber(value) : '')
  const unreadable = typed !== undefined && typed.trim() !== '' && parseNumber(typed) === undefined
  return (
    <TextInput
      id={entryKey}
      label={label}
      description={hint}
      inputWrapperOrder={order}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      disabled={disabled}
      rightSection={unit === undefined ? undefined : <span className="field-unit">{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : 96}
      rightSectionPointerEvents="none"
      value={shown}
      error={unreadable ? fieldTexts.notANumber : error}
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
export function EntrySelect({ accompanimentId, entryKey, label, hint, disabled = false, choices }: SelectProps) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  return (
    <NativeSelect
      id={entryKey}
      label={label}
      description={hint}
      inputWrapperOrder={order}
      disabled={disabled}
      value={typeof value === 'string' ? value : ''}
      error={error}
      data={[
        { value: '', label: fieldTexts.toChoose },
        ...choices.map(({ id, label: words }) => ({ value: id, label: words })),
      ]}
      onChange={(event) => setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** A day, with the browser's own calendar. */
export function EntryDate({
  accompanimentId,
  entryKey,
  label,
  hint,
  disabled = false,
}: KeyedProps<`identity/${string}`>) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  return (
    <TextInput
      id={entryKey}
      type="date"
      label={label}
      description={hint}
      inputWrapperOrder={order}
      disabled={disabled}
      value={typeof value === 'string' ? value : ''}
      error={error}
      onChange={(event) => setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'error', 'description']

type TextProps = KeyedProps<`identity/${string}`> & { readonly maxLength?: number | undefined }
type AreaProps = KeyedProps<`identity/${string}` | 'message'> & {
  readonly maxLength?: number | undefined
  readonly rows?: number
}
type NumberProps = KeyedProps<`identity/${string}`> & { readonly unit?: string | undefined }
type SelectProps = KeyedProps<`identity/${string}`> & {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}
