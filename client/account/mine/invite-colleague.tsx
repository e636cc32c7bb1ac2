import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Advisor } from '#src/contract/account.ts'
import { faultOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { newId } from '#client/app/new-id.ts'
import { FormDialog } from '#client/feedback/form-dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { identityErrors, type IdentityErrors } from './identity-draft.ts'
import { mineTexts as t } from './texts-fr.ts'

/** Invites an advisor of the network by mail. */
export default function InviteColleague({ isAnonymous, onInvited, onClose }: InviteProps) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [errors, setErrors] = useState<IdentityErrors>({})
  // One operation for this dialog: pressing again after a lost reply invites once.
  const [operationId] = useState(newId)

  function toCorrect(): string | undefined {
    const found = identityErrors({ name, email })
    setErrors(found)
    const [first] = Object.keys(found)
    return first && `colleague-${first}`
  }

  async function send(): Promise<void> {
    await onInvited(await api.inviteAdvisor({ operationId, name: name.trim(), email: email.trim() }))
  }

  return (
    <FormDialog title={t.inviteTitle} action={t.send} toCorrect={toCorrect} onSend={send} onClose={onClose}>
      {(failure) => (
        <>
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
        </>
      )}
    </FormDialog>
  )
}

type InviteProps = {
  readonly isAnonymous: boolean
  readonly onInvited: (advisor: Advisor) => Promise<unknown>
  readonly onClose: () => void
}
