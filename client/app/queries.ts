import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { splitSections } from '#src/questionnaire/shape/sections.ts'
import { useSaver } from '#client/saving/saver-context.tsx'
import { api } from './endpoints.ts'
import { typesetContent } from './fr.ts'
import { keys } from './query-client.ts'

/** Who is signed in. */
export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: api.me, staleTime: Infinity })
}

/**
 * One accompaniment: state, structure, people, entries, proofs. What it reads also fills the saver, so `useEntry` shows
 * it. Read again when the window is returned to, since a colleague may be writing.
 */
export function useAccompaniment(id: string) {
  const saver = useSaver()
  return useQuery({
    queryKey: keys.accompaniment(id),
    queryFn: async () => {
      const view = await api.accompaniment(id)
      saver.know(id, view.entries)
      return view
    },
    refetchOnWindowFocus: 'always',
  })
}

/** The score object and what is still to do; read again by itself after each save. */
export function useProgress(id: string) {
  return useQuery({ queryKey: keys.progress(id), queryFn: () => api.progress(id) })
}

/** The methods an accompaniment may start with. */
export function useMethods() {
  return useQuery({ queryKey: keys.methods, queryFn: api.methods, staleTime: Infinity })
}

/** The API gives the canonical form, where a method's own sections are keys at the top. */
function withSections(canonical: Questionnaire): Questionnaire {
  const { known, sections } = splitSections(canonical)
  return sections === undefined ? canonical : { ...(known as Questionnaire), sections }
}

/** The version of the questionnaire that an accompaniment follows, its French typeset. It never changes. */
export function useQuestionnaire(accompaniment: Pick<AccompanimentView, 'questionnaire'> | undefined) {
  const { id, version } = accompaniment?.questionnaire ?? { id: '', version: '' }
  return useQuery({
    queryKey: keys.questionnaire(id, version),
    queryFn: async () => typesetContent(withSections(await api.questionnaire(id, version))),
    enabled: accompaniment !== undefined,
    staleTime: Infinity,
    gcTime: Infinity,
  })
}

/** Reads again all that a change of state may have moved. */
export function useRefreshAccompaniment(id: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keys.accompaniment(id) }),
      queries.invalidateQueries({ queryKey: keys.progress(id) }),
      queries.invalidateQueries({ queryKey: keys.portfolio }),
    ])
}
