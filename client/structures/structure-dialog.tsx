import { useState, type SubmitEvent } from 'react'
import type { Structure } from '#src/contract/structures.ts'
import { faultOf, sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
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
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const found = structureErrors(draft)
    setErrors(found)
    const [first] = Object.keys(found)
    if (first !== undefined) {
      document.getElementById(`structure-${first}`)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      onSaved(
        structure === undefined
          ? await api.createStructure(structureOfDraft(draft))
          : await api.changeStructure(structure.id, structureChange(draft)),
      )
      onClose()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  const fromServer = { siret: faultOf(failure, '/siret'), name: faultOf(failure, '/name') }
  return (
    <Dialog opened title={structure === undefined ? t.addTitle : t.editTitle(structure.name)} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <StructureFields draft={draft} onChange={setDraft} errors={{ ...known(fromServer), ...errors }} />
        {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
        <div className="dialog-actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {appTexts.cancel}
          </button>
          <button type="submit" className="btn primary" aria-busy={busy} disabled={busy}>
            {t.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type StructureDialogProps = {
  readonly structure?: Structure | undefined
  readonly onSaved: (structure: Structure) => void
  readonly onClose: () => void
}

function known(errors: Readonly<Record<string, string | undefined>>): StructureErrors {
  return Object.fromEntries(Object.entries(errors).filter(([, sentence]) => sentence !== undefined))
}
