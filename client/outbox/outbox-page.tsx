import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { longDay, clockTime } from '#client/app/dates.ts'
import { api } from '#client/app/endpoints.ts'
import { capitalised } from '#client/app/fr.ts'
import { keys } from '#client/app/query-client.ts'
import { EmptyState, ErrorState, Loading } from '#client/feedback/states.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { outboxTexts as t } from './texts-fr.ts'
import './outbox.css'

/** Mails that could not leave this machine, with their links to pass on. */
export default function OutboxPage() {
  const outbox = useQuery({ queryKey: keys.outbox, queryFn: api.outbox, staleTime: 0 })
  const [copied, setCopied] = useState<string>()
  if (outbox.isError) return <ErrorState error={outbox.error} onRetry={() => void outbox.refetch()} />
  if (outbox.data === undefined) return <Loading />

  async function copy(id: string, link: string): Promise<void> {
    // Absent outside secure contexts; the link can still be read and selected.
    await (navigator.clipboard as Clipboard | undefined)?.writeText(link)
    setCopied(id)
  }

  return (
    <div className="page narrow">
      <PageTitle title={outbox.data.length === 0 ? t.none : capitalised(t.title(outbox.data.length))}>
        {t.lead}
      </PageTitle>
      {outbox.data.length === 0 && <EmptyState title={t.none}>{t.noneWhy}</EmptyState>}
      <ul className="outbox-list">
        {outbox.data.map((mail) => (
          <li key={mail.id}>
            <h2>{mail.subject}</h2>
            <p className="small muted">
              {t.to(mail.to)} · {longDay(mail.sentAt)}, {clockTime(mail.sentAt)}
            </p>
            {mail.link !== undefined && (
              <div className="row">
                <a href={mail.link} className="outbox-link">
                  {mail.link}
                </a>
                {'clipboard' in navigator && (
                  <button type="button" className="btn s" onClick={() => void copy(mail.id, mail.link ?? '')}>
                    {t.copy}
                    <span className="vh"> : {mail.subject}</span>
                  </button>
                )}
                <span role="status" className="small">
                  {copied === mail.id ? t.copied : ''}
                </span>
              </div>
            )}
            <details>
              <summary>{t.read}</summary>
              <pre>{mail.text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}
