import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import type { Structure } from '#src/contract/structures.ts'
import { accompanimentTexts } from '#client/accompaniment/texts-fr.ts'
import { api } from '#client/app/endpoints.ts'
import { capitalised } from '#client/app/fr.ts'
import { keys } from '#client/app/query-client.ts'
import { EmptyState, ErrorState, Loading } from '#client/feedback/states.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { structureTexts as t } from './texts-fr.ts'
import './structures.css'

const StructureDialog = lazy(() => import('./structure-dialog.tsx'))

/** The structures of the network, fifty at most at a time: search narrows. */
export default function StructuresPage() {
  const [search, setSearch] = useState('')
  const [edited, setEdited] = useState<Structure | 'new'>()
  const queries = useQueryClient()
  const wanted = useDeferredValue(search.trim())
  const structures = useQuery({
    queryKey: [...keys.structures, wanted],
    queryFn: () => api.structures(wanted),
    placeholderData: keepPreviousData,
  })
  if (structures.isError) return <ErrorState error={structures.error} onRetry={() => void structures.refetch()} />
  if (structures.data === undefined) return <Loading />
  const add = (
    <button type="button" className="btn primary" onClick={() => setEdited('new')}>
      <IconPlus size={20} aria-hidden />
      {t.add}
    </button>
  )
  const empty = structures.data.length === 0

  return (
    <div className="page">
      <PageTitle title={t.title} action={empty && wanted === '' ? undefined : add}>
        {empty ? undefined : capitalised(t.lead(structures.data.length))}
      </PageTitle>
      {empty && wanted === '' ? (
        <EmptyState title={t.none} actions={add}>
          {t.noneWhy}
        </EmptyState>
      ) : (
        <>
          <input
            className="input structures-search"
            type="search"
            aria-label={t.search}
            placeholder={t.search}
            maxLength={120}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {empty && <p role="status">{t.noMatch(wanted)}</p>}
          <ul className="structures-list">
            {structures.data.map((structure) => (
              <li key={structure.id}>
                <div>
                  <h2>{structure.name}</h2>
                  <p className="small muted">
                    {[
                      structure.kinds.map((kind) => accompanimentTexts.kindShort[kind]).join(', '),
                      structure.city,
                      structure.siret === undefined ? '' : t.siretIs(structure.siret),
                      structure.accompaniments === 0 ? t.noAccompaniment : t.accompaniments(structure.accompaniments),
                      structure.isExample ? t.example : '',
                    ]
                      .filter((part) => part !== undefined && part !== '')
                      .join(' · ')}
                  </p>
                </div>
                <button type="button" className="act" onClick={() => setEdited(structure)}>
                  {t.change}
                  <span className="vh"> {structure.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {edited !== undefined && (
        <Suspense fallback={null}>
          <StructureDialog
            structure={edited === 'new' ? undefined : edited}
            onSaved={() => queries.invalidateQueries({ queryKey: keys.structures })}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}
