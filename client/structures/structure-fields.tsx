import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { isDepartment, isSiret } from '#src/answers/structure-identity.ts'
import { kinds, type Kind } from '#src/questionnaire/questionnaire.ts'
import type { ChangeStructureBody, StructureBody } from '#src/contract/structures.ts'
import { accompanimentTexts } from '#client/accompaniment/texts-fr.ts'
import { ChoiceField } from '#client/fields/choice.tsx'
import { structureTexts as t } from './texts-fr.ts'

/** A structure as it is typed; spaces in its numbers are the reader's comfort. */
type StructureDraft = {
  readonly name: string
  readonly siret: string
  readonly kinds: readonly Kind[]
  readonly legalForm: string
  readonly department: string
  readonly city: string
  readonly member: 'yes' | 'no' | undefined
}

export const emptyStructure: StructureDraft = {
  name: '',
  siret: '',
  kinds: [],
  legalForm: '',
  department: '',
  city: '',
  member: undefined,
}

export function draftOfStructure(structure: StructureBody): StructureDraft {
  return {
    name: structure.name,
    siret: structure.siret ?? '',
    kinds: structure.kinds,
    legalForm: structure.legalForm ?? '',
    department: structure.department ?? '',
    city: structure.city ?? '',
    member: structure.member === undefined ? undefined : structure.member ? 'yes' : 'no',
  }
}

/** What to send, blanks left out. */
export function structureOfDraft(draft: StructureDraft): StructureBody {
  const siret = compact(draft.siret)
  const department = compact(draft.department).toLocaleUpperCase('fr')
  const legalForm = legalForms.find((form) => form === draft.legalForm)
  return {
    name: draft.name.trim(),
    kinds: [...draft.kinds],
    ...(siret === '' ? {} : { siret }),
    ...(department === '' ? {} : { department }),
    ...(draft.city.trim() === '' ? {} : { city: draft.city.trim() }),
    ...(legalForm === undefined ? {} : { legalForm }),
    ...(draft.member === undefined ? {} : { member: draft.member === 'yes' }),
  }
}

/** What to send of a structure that exists: what was blanked is emptied. */
export function structureChange(draft: StructureDraft): ChangeStructureBody {
  return { siret: null, legalForm: null, department: null, city: null, member: null, ...structureOfDraft(draft) }
}

export type StructureErrors = Partial<Record<'name' | 'siret' | 'department', string>>

/** What to correct, in French, by field; none when it can be sent. */
export function structureErrors(draft: StructureDraft): StructureErrors {
  const siret = compact(draft.siret)
  const department = compact(draft.department).toLocaleUpperCase('fr')
  return {
    ...(draft.name.trim() === '' ? { name: t.nameNeeded } : {}),
    ...(siret === '' || isSiret(siret) ? {} : { siret: t.siretWrong }),
    ...(department === '' || isDepartment(department) ? {} : { department: t.departmentWrong }),
  }
}

/** The fields of a structure, the same wherever one is written. */
export function StructureFields({ draft, onChange, errors, idPrefix = 'structure' }: FieldsProps) {
  const set = (change: Partial<StructureDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <TextInput
        id={`${idPrefix}-name`}
        label={t.name}
        maxLength={120}
        value={draft.name}
        error={errors.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        id={`${idPrefix}-siret`}
        label={t.siret}
        description={t.siretHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={draft.siret}
        error={errors.siret}
        onChange={(event) => set({ siret: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t.kinds}
        description={t.kindsHint}
        value={[...draft.kinds]}
        onChange={(chosen) => set({ kinds: kinds.filter((kind) => chosen.includes(kind)) })}
      >
        <div className="choices">
          {kinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={accompanimentTexts.kinds[kind]} color="var(--link)" size="md" />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        id={`${idPrefix}-legal-form`}
        label={t.legalForm}
        value={draft.legalForm}
        data={[
          { value: '', label: t.unknown },
          ...legalForms.map((form) => ({ value: form, label: t.legalForms[form] })),
        ]}
        onChange={(event) => set({ legalForm: event.currentTarget.value })}
      />
      <div className="form-two">
        <TextInput
          id={`${idPrefix}-city`}
          label={t.city}
          maxLength={80}
          value={draft.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
        />
        <TextInput
          id={`${idPrefix}-department`}
          label={t.department}
          description={t.departmentHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          maxLength={3}
          value={draft.department}
          error={errors.department}
          onChange={(event) => set({ department: event.currentTarget.value })}
        />
      </div>
      <ChoiceField
        id={`${idPrefix}-member`}
        label={t.member}
        value={draft.member}
        onChange={(member) => set({ member })}
        choices={[
          { value: 'yes', label: t.memberYes },
          { value: 'no', label: t.memberNo },
        ]}
      />
    </>
  )
}

type FieldsProps = {
  readonly draft: StructureDraft
  readonly onChange: (draft: StructureDraft) => void
  readonly errors: StructureErrors
  readonly idPrefix?: string
}

const legalForms = ['association', 'cooperative', 'company', 'foundation', 'public', 'other'] as const

function compact(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '')
}
