import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { Me } from '#src/contract/account.ts'
import { firstNameOf } from '#client/account/first-name.ts'
import { faultOf, Refused, sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { paths } from '#client/app/paths.ts'
import { keys } from '#client/app/query-client.ts'
import { Note } from '#client/feedback/note.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { changeOf, identityErrors, type IdentityErrors } from './identity-draft.ts'
import { mineTexts as t } from './texts-fr.ts'

/** One's own name and address; the first advisor's, being nobody's, are not shown. */
export function WhoIAm({ me }: { readonly me: Me }) {
  const { user, outbox } = me
  const isKnown = firstNameOf(user) !== undefined
  const [name, setName] = useState(isKnown ? user.name : '')
  const [email, setEmail] = useState(isKnown ? user.email : '')
  const [errors, setErrors] = useState<IdentityErrors>({})
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const queries = useQueryClient()
  // Its place is under the address it is about.
  const taken = failure instanceof Refused && failure.code === 'address-taken' ? failure.message : undefined

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const found = identityErrors({ name, email })
    setErrors(found)
    const [first] = Object.keys(found)
    if (first !== undefined) {
      document.getElementById(`me-${first}`)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    setSaved(false)
    try {
      const change = changeOf({ name, email }, user)
      await api.changeMe(change)
      setName(change.name)
      setEmail(change.email ?? user.email)
      await queries.invalidateQueries({ queryKey: keys.me })
      await queries.invalidateQueries({ queryKey: keys.advisors })
      setSaved(true)
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }

  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        id="me-name"
        label={t.name}
        autoComplete="name"
        maxLength={80}
        value={name}
        error={errors.name ?? faultOf(failure, '/name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        id="me-email"
        type="email"
        label={t.email}
        description={isKnown ? t.emailHint : undefined}
        autoComplete="email"
        maxLength={254}
        value={email}
        error={errors.email ?? taken ?? faultOf(failure, '/email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {failure !== undefined && taken === undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
      {user.pendingEmail !== undefined && (
        <Note>
          {t.pending(user.pendingEmail, user.email)} {outbox && <GoLink to={paths.outbox}>{t.pendingKept}</GoLink>}
        </Note>
      )}
      <div className="row">
        <button type="submit" className="btn primary" aria-busy={busy}>
          {t.save}
        </button>
        <span role="status">{saved ? t.saved : ''}</span>
      </div>
    </form>
  )
}
