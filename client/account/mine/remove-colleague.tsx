import { useState } from 'react'
import type { Advisor } from '#src/contract/account.ts'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { mineTexts as t } from './texts-fr.ts'

/** Takes the network back from a colleague, after saying what stays. */
export default function RemoveColleague({ advisor, onRemoved, onClose }: RemoveProps) {
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function remove(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await api.removeAdvisor(advisor.id)
      await onRemoved()
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={t.removeTitle(advisor.name)} onClose={onClose}>
      <p>{t.removeWhy}</p>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <div className="dialog-actions">
        <button type="button" className="btn" data-autofocus onClick={onClose}>
          {t.keep}
        </button>
        <button type="button" className="btn" aria-busy={busy} disabled={busy} onClick={() => void remove()}>
          {t.remove}
        </button>
      </div>
    </Dialog>
  )
}

type RemoveProps = {
  readonly advisor: Advisor
  readonly onRemoved: () => Promise<unknown>
  readonly onClose: () => void
}
