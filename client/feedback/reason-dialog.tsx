import { useId, useState, type SubmitEvent } from 'react'
import { sentenceOf } from '#client/app/api.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Dialog } from './dialog.tsx'
import { FieldError, Note } from './note.tsx'
import { feedbackTexts } from './texts-fr.ts'

/** Asks why before something that takes a reason (hold, cancel, send back…), then does it. */
export default function ReasonDialog(props: ReasonDialogProps) {
  const { title, question, why, action, onConfirm, onClose, optional = false } = props
  const field = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const written = reason.trim()
    if (!optional && written.length < 3) {
      setMissing(true)
      document.getElementById(field)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await onConfirm(written)
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {why !== undefined && <p className="muted">{why}</p>}
        <label className="label" htmlFor={field} style={{ marginTop: 12 }}>
          {question}
        </label>
        <textarea
          id={field}
          className="input"
          rows={3}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => {
            setReason(event.target.value)
            setMissing(false)
          }}
          aria-invalid={missing}
          aria-describedby={missing ? `${field}-error` : undefined}
        />
        {missing && <FieldError id={`${field}-error`}>{feedbackTexts.reasonNeeded}</FieldError>}
        {failure !== undefined && <Note kind="error">{failure}</Note>}
        <div className="dialog-actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {appTexts.cancel}
          </button>
          <button type="submit" className="btn" aria-busy={busy}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type ReasonDialogProps = {
  readonly title: string
  readonly question: string
  readonly why?: string | undefined
  /** The words of the button: verb and object. */
  readonly action: string
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly onClose: () => void
  readonly optional?: boolean
}
