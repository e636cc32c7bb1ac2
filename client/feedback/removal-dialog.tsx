import { useState } from 'react'
import { sentenceOf } from '#client/app/api.ts'
import { Dialog } from './dialog.tsx'
import { Note } from './note.tsx'

type RemovalProps = {
  readonly title: string
  /** What goes, and what stays. */
  readonly why: string
  readonly keep: string
  readonly remove: string
  /** A refusal stays in the dialog, with its sentence. */
  readonly onRemove: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks before taking something back from someone; the focus starts on keeping. */
export function RemovalDialog({ title, why, keep, remove, onRemove, onClose }: RemovalProps) {
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function run(): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await onRemove()
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={title} onClose={onClose}>
      <p>{why}</p>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <div className="dialog-actions">
        <button type="button" className="btn" data-autofocus onClick={onClose}>
          {keep}
        </button>
        <button type="button" className="btn" aria-busy={busy} onClick={() => void run()}>
          {remove}
        </button>
      </div>
    </Dialog>
  )
}
