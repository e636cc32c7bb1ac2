import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { Advisor } from '#src/contract/account.ts'
import { faultOf, sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { newId } from '#client/app/new-id.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { identityErrors, type IdentityErrors } from './identity-draft.ts'
import { mineTexts as t } from './texts-fr.ts'

/** Invites an advisor of the network by mail. */
export default function InviteColleague({ isAnonymous, onInvited, onClose }: InviteProps) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [errors, setErrors] = useState<IdentityErrors>({})
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  // One operation for this dialog: pressing again after a lost reply invites once.
  const [operationId] = useState(newId)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const found = identityErrors({ name, email })
    setErrors(found)
    const [first] = Object.keys(found)
    if (first !== undefined) {
      document.getElementById(`colleague-${first}`)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await onInvited(await api.inviteAdvisor({ operationId, name: name.trim(), email: email.trim() }))
      onClose()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={t.inviteTitle} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <p className="muted">{t.inviteLead}</p>
        {isAnonymous && <Note>{t.inviteAnonymous}</Note>}
        <TextInput
          id="colleague-name"
          data-autofocus
          label={t.inviteName}
          maxLength={80}
          value={name}
          error={errors.name === undefined ? faultOf(failure, '/name') : t.inviteNameNeeded}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          id="colleague-email"
          type="email"
          label={t.inviteEmail}
          maxLength={254}
          value={email}
          error={errors.email ?? faultOf(failure, '/email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
        <div className="dialog-actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {appTexts.cancel}
          </button>
          <button type="submit" className="btn primary" aria-busy={busy} disabled={busy}>
            {t.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type InviteProps = {
  readonly isAnonymous: boolean
  readonly onInvited: (advisor: Advisor) => Promise<unknown>
  readonly onClose: () => void
}
