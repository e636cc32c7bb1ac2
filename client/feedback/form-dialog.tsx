import { useState, type ReactNode, type SubmitEvent } from 'react'
import { sentenceOf } from '#client/app/api.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { focusField } from '#client/fields/focus-field.ts'
import { Dialog } from './dialog.tsx'
import { Note } from './note.tsx'

/** A form in a dialog: the focus goes to the first field to correct; it closes once what it sends is taken. */
export function FormDialog({ title, action, toCorrect, onSend, onClose, children }: FormDialogProps) {
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const first = toCorrect()
    if (first !== undefined) {
      focusField(first)
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await onSend()
      onClose()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={title} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        {children(failure)}
        {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
        <div className="dialog-actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {appTexts.cancel}
          </button>
          <button type="submit" className="btn primary" aria-busy={busy}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type FormDialogProps = {
  readonly title: string
  /** The words of the button: verb and object. */
  readonly action: string
  /** Shows what is wrong before anything is sent; answers the id of the first field, none when it can be sent. */
  readonly toCorrect: () => string | undefined
  readonly onSend: () => Promise<unknown>
  readonly onClose: () => void
  /** The fields, given what the server refused. */
  readonly children: (failure: unknown) => ReactNode
}
