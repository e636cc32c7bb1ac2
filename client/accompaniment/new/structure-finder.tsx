import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Structure } from '#src/contract/structures.ts'
import { accompanimentTexts } from '#client/accompaniment/texts-fr.ts'
import { api } from '#client/app/endpoints.ts'
import { keys } from '#client/app/query-client.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { newTexts as t } from './texts-fr.ts'

/** Finds a structure of the network by its name: a field, and the choices under it. */
export function StructureFinder({ chosen, onChoose, error }: FinderProps) {
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search.trim())
  const found = useQuery({
    queryKey: [...keys.structures, wanted],
    queryFn: () => api.structures(wanted),
    placeholderData: keepPreviousData,
  })
  return (
    <div>
      <label className="label" htmlFor="new-find">
        {t.find}
      </label>
      <span className="hint" id="new-find-hint">
        {chosen === undefined ? t.findHint : t.chosen(chosen.name)}
      </span>
      <input
        id="new-find"
        className="input"
        type="search"
        autoComplete="off"
        maxLength={120}
        value={search}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? 'new-find-hint' : 'new-find-hint new-find-error'}
        onChange={(event) => setSearch(event.target.value)}
      />
      {error !== undefined && <FieldError id="new-find-error">{error}</FieldError>}
      {found.data?.length === 0 && (
        <p role="status" className="muted">
          {t.none}
        </p>
      )}
      <ul className="finder-list">
        {(found.data ?? []).slice(0, 8).map((structure) => (
          <li key={structure.id}>
            <button type="button" aria-pressed={structure.id === chosen?.id} onClick={() => onChoose(structure)}>
              <b>{structure.name}</b>
              <span className="small muted">
                {[structure.kinds.map((kind) => accompanimentTexts.kindShort[kind]).join(', '), structure.city]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FinderProps = {
  readonly chosen: Structure | undefined
  readonly onChoose: (structure: Structure) => void
  readonly error: string | undefined
}
