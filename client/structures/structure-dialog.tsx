import { useState } from 'react'
import type { Structure } from '#src/contract/structures.ts'
import { faultOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { FormDialog } from '#client/feedback/form-dialog.tsx'
import {
  draftOfStructure,
  emptyStructure,
  structureChange,
  structureErrors,
  StructureFields,
  structureOfDraft,
  type StructureErrors,
} from './structure-fields.tsx'
import { structureTexts as t } from './texts-fr.ts'

/** Adds a structure, or changes one; what is wrong is said under its field before anything is sent. */
export default function StructureDialog({ structure, onSaved, onClose }: StructureDialogProps) {
  const [draft, setDraft] = useState(structure === undefined ? emptyStructure : draftOfStructure(structure))
  const [errors, setErrors] = useState<StructureErrors>({})

  function toCorrect(): string | undefined {
    const found = structureErrors(draft)
    setErrors(found)
    const [first] = Object.keys(found)
    return first && `structure-${first}`
  }

  async function send(): Promise<void> {
    await onSaved(
      structure === undefined
        ? await api.createStructure(structureOfDraft(draft))
        : await api.changeStructure(structure.id, structureChange(draft)),
    )
  }

  return (
    <FormDialog
      title={structure === undefined ? t.addTitle : t.editTitle(structure.name)}
      action={t.save}
      toCorrect={toCorrect}
      onSend={send}
      onClose={onClose}
    >
      {(failure) => {
        const fromServer = { siret: faultOf(failure, '/siret'), name: faultOf(failure, '/name') }
        return <StructureFields draft={draft} onChange={setDraft} errors={{ ...known(fromServer), ...errors }} />
      }}
    </FormDialog>
  )
}

type StructureDialogProps = {
  readonly structure?: Structure | undefined
  /** The dialog closes after it, on a page that shows what was saved. */
  readonly onSaved: (structure: Structure) => Promise<unknown>
  readonly onClose: () => void
}

function known(errors: Readonly<Record<string, string | undefined>>): StructureErrors {
  return Object.fromEntries(Object.entries(errors).filter(([, sentence]) => sentence !== undefined))
}
