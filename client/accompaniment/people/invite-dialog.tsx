import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import type { Role } from '#src/accompaniment/states.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { faultOf, sentenceOf } from '#client/app/api.ts'
import { today } from '#client/app/dates.ts'
import { api } from '#client/app/endpoints.ts'
import { newId } from '#client/app/new-id.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { ChoiceField } from '#client/fields/choice.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { peopleTexts as t } from './texts-fr.ts'

/** Invites someone by mail; the first one proposed is the referent, as long as there is none. */
export default function InviteDialog({ accompaniment, onClose }: InviteProps) {
  const { id, people } = accompaniment
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [jobTitle, setJobTitle] = useState('')
  const [role, setRole] = useState<Role>(people.some((person) => person.role === 'referent') ? 'team' : 'referent')
  const [expiresOn, setExpiresOn] = useState('')
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  // One operation for this dialog: pressing again after a lost reply invites once.
  const [operationId] = useState(newId)
  const refresh = useRefreshAccompaniment(id)

  const missing = {
    name: name.trim() === '' ? t.nameNeeded : undefined,
    email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t.emailNeeded,
    expiresOn: role === 'reader' && expiresOn === '' ? t.expiresNeeded : undefined,
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    setChecked(true)
    const first = Object.entries(missing).find(([, sentence]) => sentence !== undefined)
    if (first !== undefined) {
      document.getElementById(`invite-${first[0]}`)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await api.invite(id, {
        operationId,
        name: name.trim(),
        email: email.trim(),
        role,
        ...(jobTitle.trim() === '' ? {} : { jobTitle: jobTitle.trim() }),
        ...(role === 'reader' ? { expiresOn } : {}),
      })
      await refresh()
      onClose()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={t.inviteTitle} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          id="invite-name"
          data-autofocus
          label={t.name}
          maxLength={80}
          value={name}
          error={(checked && missing.name) || faultOf(failure, '/name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          id="invite-email"
          type="email"
          label={t.email}
          maxLength={254}
          value={email}
          error={(checked && missing.email) || faultOf(failure, '/email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={t.jobTitle}
          description={t.jobTitleHint}
          maxLength={80}
          value={jobTitle}
          onChange={(event) => setJobTitle(event.currentTarget.value)}
        />
        <ChoiceField
          id="invite-role"
          label={t.role}
          value={role}
          onChange={setRole}
          choices={offeredRoles(accompaniment.role).map((value) => ({
            value,
            label: journeyTexts.roles[value],
            why: t.roleWhy[value],
          }))}
        />
        {role === 'reader' && (
          <TextInput
            id="invite-expiresOn"
            type="date"
            label={t.expiresOn}
            min={today()}
            value={expiresOn}
            error={(checked && missing.expiresOn) || faultOf(failure, '/expiresOn')}
            onChange={(event) => setExpiresOn(event.currentTarget.value)}
          />
        )}
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

type InviteProps = { readonly accompaniment: AccompanimentView; readonly onClose: () => void }

/** Advisors come from the network, not by invitation to one file; a referent invites the team and readers. */
function offeredRoles(own: Role): readonly Role[] {
  return own === 'advisor' ? ['referent', 'team', 'reader'] : ['team', 'reader']
}
