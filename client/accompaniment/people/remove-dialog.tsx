import { useState } from 'react'
import type { Person } from '#src/contract/people.ts'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { peopleTexts as t } from './texts-fr.ts'

/** Takes someone's access back, after saying what stays. */
export default function RemoveDialog({ accompanimentId, person, onClose }: RemoveProps) {
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const refresh = useRefreshAccompaniment(accompanimentId)

  async function remove(): Promise<void> {
    setBusy(true)
    try {
      await api.takeBackAccess(accompanimentId, person.userId)
      await refresh()
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={t.removeTitle(person.name)} onClose={onClose}>
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

type RemoveProps = { readonly accompanimentId: string; readonly person: Person; readonly onClose: () => void }
