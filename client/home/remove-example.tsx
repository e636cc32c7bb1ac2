import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { paths } from '#client/app/paths.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { homeTexts } from './texts-fr.ts'
import './portfolio.css'

/** Says what goes and what stays before removing the example network; focus starts on keeping it. */
export default function RemoveExample({ onClose }: { readonly onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function remove(): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await api.removeExample()
      window.location.assign(paths.home)
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={homeTexts.removeTitle} onClose={onClose}>
      <p>{homeTexts.removeLead}</p>
      <ul className="remove-list">
        <li>
          <IconX size={24} aria-hidden />
          <span>
            <b>{homeTexts.removeGoes}</b>
            {homeTexts.removeGoesWhat}
          </span>
        </li>
        <li>
          <IconCheck size={24} aria-hidden />
          <span>
            <b>{homeTexts.removeStays}</b>
            {homeTexts.removeStaysWhat}
          </span>
        </li>
      </ul>
      <p className="muted">{homeTexts.removeNoReturn}</p>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <div className="dialog-actions">
        <button type="button" className="btn" data-autofocus onClick={onClose}>
          {homeTexts.keepExample}
        </button>
        <button type="button" className="btn primary" aria-busy={busy} onClick={() => void remove()}>
          {homeTexts.remove}
        </button>
      </div>
    </Dialog>
  )
}
