import { useQuery } from '@tanstack/react-query'
import { accompanimentTexts } from '#client/accompaniment/texts-fr.ts'
import { api } from '#client/app/endpoints.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { keys } from '#client/app/query-client.ts'
import { EmptyState, ErrorState, Loading } from '#client/feedback/states.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { practiceTexts as t } from './texts-fr.ts'
import './practices.css'

/** Practices of the network, to read and to add to. */
export default function PracticesPage() {
  const practices = useQuery({ queryKey: keys.practices, queryFn: () => api.practices() })
  if (practices.isError) return <ErrorState error={practices.error} onRetry={() => void practices.refetch()} />
  if (practices.data === undefined) return <Loading />
  const { length } = practices.data
  const add = (
    <GoLink className="btn primary" to={paths.newPractice}>
      {t.add}
    </GoLink>
  )

  return (
    <div className="page narrow">
      <PageTitle
        title={length === 0 ? t.titleNone : capitalised(t.title(length))}
        action={length === 0 ? undefined : add}
      >
        {t.lead}
      </PageTitle>
      {length === 0 && (
        <EmptyState title={t.none} actions={add}>
          {t.noneWhy}
        </EmptyState>
      )}
      <ul className="practices-list">
        {practices.data.map((practice) => (
          <li key={practice.id}>
            <h2>{practice.title}</h2>
            <p className="small muted">
              {[
                practice.structure ?? t.anonymous,
                practice.kinds.map((kind) => accompanimentTexts.kindShort[kind]).join(', '),
                practice.isExample ? t.example : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
            {(['context', 'how', 'results', 'advice'] as const).map((part) => {
              const text = practice[part]
              return text === undefined || text === '' ? null : (
                <div key={part}>
                  <h3>{t[part]}</h3>
                  <p>{text}</p>
                </div>
              )
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
