import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '#src/accompaniment/states.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { faultOf } from '#client/app/api.ts'
import { today } from '#client/app/dates.ts'
import { api } from '#client/app/endpoints.ts'
import { isMailAddress } from '#client/app/mail-address.ts'
import { newId } from '#client/app/new-id.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { FormDialog } from '#client/feedback/form-dialog.tsx'
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
  // One operation for this dialog: pressing again after a lost reply invites once.
  const [operationId] = useState(newId)
  const refresh = useRefreshAccompaniment(id)

  const missing = {
    name: name.trim() === '' ? t.nameNeeded : undefined,
    email: isMailAddress(email.trim()) ? undefined : t.emailNeeded,
    expiresOn: role === 'reader' && expiresOn === '' ? t.expiresNeeded : undefined,
  }

  function toCorrect(): string | undefined {
    setChecked(true)
    const first = Object.entries(missing).find(([, sentence]) => sentence !== undefined)
    return first && `invite-${first[0]}`
  }

  async function send(): Promise<void> {
    await api.invite(id, {
      operationId,
      name: name.trim(),
      email: email.trim(),
      role,
      ...(jobTitle.trim() === '' ? {} : { jobTitle: jobTitle.trim() }),
      ...(role === 'reader' ? { expiresOn } : {}),
    })
    await refresh()
  }

  return (
    <FormDialog title={t.inviteTitle} action={t.send} toCorrect={toCorrect} onSend={send} onClose={onClose}>
      {(failure) => (
        <>
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
        </>
      )}
    </FormDialog>
  )
}

type InviteProps = { readonly accompaniment: AccompanimentView; readonly onClose: () => void }

/** Advisors come from the network, not by invitation to one file; a referent invites the team and readers. */
function offeredRoles(own: Role): readonly Role[] {
  return own === 'advisor' ? ['referent', 'team', 'reader'] : ['team', 'reader']
}
