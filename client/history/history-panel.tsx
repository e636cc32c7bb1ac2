import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { whenShort } from '#client/app/dates.ts'
import { api } from '#client/app/endpoints.ts'
import { keys } from '#client/app/query-client.ts'
import { ReadableValue } from './readable-value.tsx'
import { historyTexts } from './texts-fr.ts'
import './history.css'

/** Every value that an entry has had: what, who, when, the newest first; three, then all on demand. */
export function HistoryPanel({ accompanimentId, entryKey }: HistoryProps) {
  const [all, setAll] = useState(false)
  const history = useQuery({
    queryKey: keys.history(accompanimentId, entryKey),
    queryFn: () => api.entryHistory(accompanimentId, entryKey),
  })
  const items = history.data ?? []

  return (
    <section className="history" aria-label={historyTexts.title}>
      <h2>{historyTexts.title}</h2>
      {history.isError && <p className="muted">{historyTexts.unreadable}</p>}
      {history.isSuccess && items.length === 0 && <p className="muted">{historyTexts.none}</p>}
      <ol>
        {(all ? items : items.slice(0, 3)).map((item) => (
          <li key={item.revision}>
            <ReadableValue accompanimentId={accompanimentId} entryKey={entryKey} value={item.value} />
            <span className="quiet small">{historyTexts.first(item.by, whenShort(item.at))}</span>
          </li>
        ))}
      </ol>
      {!all && items.length > 3 && (
        <button type="button" className="act" onClick={() => setAll(true)}>
          {historyTexts.more}
        </button>
      )}
    </section>
  )
}

type HistoryProps = { readonly accompanimentId: string; readonly entryKey: string }
