import { IconClock, IconMail, IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useState, type SubmitEvent } from 'react'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { isMailAddress } from '#client/app/mail-address.ts'
import { FieldError, Note } from '#client/feedback/note.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { OpenFrame } from './open-frame.tsx'
import { accountTexts as t } from './texts-fr.ts'

/** Asks for an address, then says to look in the box; the same words whether or not the address is known. */
export default function SignInPage() {
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()

  return sentTo === undefined ? (
    <AddressForm email={email} onEmail={setEmail} onSent={setSentTo} />
  ) : (
    <CheckBox email={sentTo} onChange={() => setSentTo(undefined)} />
  )
}

function AddressForm({ email, onEmail, onSent }: AddressProps) {
  const field = useId()
  const [incomplete, setIncomplete] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const address = email.trim()
    if (!isMailAddress(address)) {
      setIncomplete(true)
      document.getElementById(field)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await api.signIn(address)
      onSent(address)
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <OpenFrame
      questions={[
        [t.noInvitation, t.noInvitationWhy],
        [t.noPassword, t.noPasswordWhy],
      ]}
    >
      <PageTitle title={t.title}>{t.lead}</PageTitle>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="open-field">
          <label className="label" htmlFor={field}>
            {t.address}
          </label>
          <span className="hint" id={`${field}-hint`}>
            {t.addressHint}
          </span>
          <input
            id={field}
            className="input"
            type="email"
            autoComplete="email"
            maxLength={254}
            value={email}
            onChange={(event) => {
              onEmail(event.target.value)
              setIncomplete(false)
            }}
            aria-invalid={incomplete}
            aria-describedby={incomplete ? `${field}-error` : `${field}-hint`}
          />
          {incomplete && <FieldError id={`${field}-error`}>{t.addressNeeded}</FieldError>}
        </div>
        {failure !== undefined && <Note kind="error">{failure}</Note>}
        <button type="submit" className="btn primary" aria-busy={busy} disabled={busy}>
          {t.receive}
        </button>
      </form>
    </OpenFrame>
  )
}

type AddressProps = {
  readonly email: string
  readonly onEmail: (email: string) => void
  readonly onSent: (email: string) => void
}

const secondsBetweenMessages = 60

function CheckBox({ email, onChange }: { readonly email: string; readonly onChange: () => void }) {
  const [wait, setWait] = useState(secondsBetweenMessages)
  const [failure, setFailure] = useState<string>()
  useEffect(() => {
    if (wait === 0) return undefined
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])

  async function again(): Promise<void> {
    setFailure(undefined)
    try {
      await api.signIn(email)
      setWait(secondsBetweenMessages)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <OpenFrame
      questions={[
        [t.whySilent, t.whySilentWhy],
        [t.scanner, t.scannerWhy],
      ]}
    >
      <PageTitle title={t.checkTitle}>
        <span role="status">{t.checkLead}</span>
      </PageTitle>
      <div className="panel open-box">
        <IconMail size={32} aria-hidden />
        <div>
          <b>{email}</b>
          <br />
          <button type="button" className="act" onClick={onChange}>
            {t.wrongAddress}
          </button>
        </div>
      </div>
      <ul className="open-facts">
        <li>
          <IconClock size={24} aria-hidden />
          <span>{t.linkLife}</span>
        </li>
        <li>
          <IconSearch size={24} aria-hidden />
          <span>{t.nothingReceived}</span>
        </li>
      </ul>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      {wait > 0 ? (
        <p className="muted">{t.againIn(wait)}</p>
      ) : (
        <button type="button" className="btn" onClick={() => void again()}>
          {t.again}
        </button>
      )}
    </OpenFrame>
  )
}
