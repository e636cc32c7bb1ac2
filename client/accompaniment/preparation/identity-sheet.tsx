import type { IdentityField } from '#src/questionnaire/questionnaire.ts'
import { YesNoField } from '#client/fields/choice.tsx'
import { EntryArea, EntryNumber, EntrySelect, EntryText } from '#client/fields/entry-fields.tsx'
import { fieldTexts } from '#client/fields/texts-fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { framingTexts } from '#client/accompaniment/framing/texts-fr.ts'

/** The identity sheet as the questionnaire describes it; each field says where it is used. */
export function IdentitySheet({ accompanimentId, fields, disabled }: SheetProps) {
  return (
    <div className="identity-fields">
      {fields.map((field) => (
        <Field key={field.id} accompanimentId={accompanimentId} field={field} disabled={disabled} />
      ))}
    </div>
  )
}

type SheetProps = {
  readonly accompanimentId: string
  readonly fields: readonly IdentityField[]
  readonly disabled: boolean
}

function Field({ accompanimentId, field, disabled }: FieldProps) {
  const shared = {
    accompanimentId,
    entryKey: `identity/${field.id}` as const,
    label: field.label,
    hint: field.required ? (field.hint ?? '') : [fieldTexts.optional, field.hint].filter(Boolean).join('. '),
    disabled,
  }
  switch (field.type) {
    case 'text':
      return <EntryText {...shared} maxLength={field.maxLength} />
    case 'long-text':
      return <EntryArea {...shared} maxLength={field.maxLength} />
    case 'number':
      return <EntryNumber {...shared} unit={field.unit} />
    case 'date':
      return <EntryText {...shared} type="date" />
    case 'choice':
      return <EntrySelect {...shared} choices={field.choices ?? []} />
    case 'boolean':
      return <YesNo {...shared} />
  }
}

type FieldProps = { readonly accompanimentId: string; readonly field: IdentityField; readonly disabled: boolean }

function YesNo({ accompanimentId, entryKey, label, hint, disabled }: YesNoProps) {
  const { value, setValue, error } = useEntry(accompanimentId, entryKey)
  return (
    <YesNoField
      id={entryKey}
      label={label}
      hint={hint}
      disabled={disabled}
      error={error}
      value={value === undefined ? undefined : value === true}
      yes={framingTexts.yes}
      no={framingTexts.no}
      onChange={setValue}
    />
  )
}

type YesNoProps = {
  readonly accompanimentId: string
  readonly entryKey: `identity/${string}`
  readonly label: string
  readonly hint: string
  readonly disabled: boolean
}
