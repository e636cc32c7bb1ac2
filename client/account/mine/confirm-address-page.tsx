import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { paths } from '#client/app/paths.ts'
import { useMe } from '#client/app/queries.ts'
import { keys } from '#client/app/query-client.ts'
import { Note } from '#client/feedback/note.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { mineTexts as t } from './texts-fr.ts'
import './mine.css'

/** Behind the link mailed to a new address. Opening it changes nothing: the button does. */
export default function ConfirmAddressPage() {
  const token = usePathParameter('token')
  const me = useMe().data
  const queries = useQueryClient()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [confirmed, setConfirmed] = useState<string>()
  if (me === undefined) return null
  const { email, pendingEmail } = me.user

  async function confirm(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await api.confirmAddress(token)
      setConfirmed(pendingEmail)
      await queries.invalidateQueries({ queryKey: keys.me })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  if (confirmed !== undefined)
    return (
      <div className="page narrow">
        <PageTitle title={t.confirmed}>
          <span role="status">{t.confirmedLead(confirmed)}</span>
        </PageTitle>
        <GoLink to={paths.home} className="btn primary">
          {t.goOn}
        </GoLink>
      </div>
    )
  if (pendingEmail === undefined)
    return (
      <div className="page narrow">
        <PageTitle title={t.deadTitle}>{t.deadLead}</PageTitle>
        <GoLink to={paths.account} className="btn primary">
          {t.toAccount}
        </GoLink>
      </div>
    )
  return (
    <div className="page narrow">
      <PageTitle title={t.confirmTitle}>{t.confirmLead}</PageTitle>
      <dl className="panel mine-addresses">
        <dt>{t.confirmPresent}</dt>
        <dd>{email}</dd>
        <dt>{t.confirmNew}</dt>
        <dd>{pendingEmail}</dd>
      </dl>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <button type="button" className="btn primary" aria-busy={busy} disabled={busy} onClick={() => void confirm()}>
        {t.confirm}
      </button>
    </div>
  )
}
