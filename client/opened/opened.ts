import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { canWriteEntry } from '#src/access/can.ts'
import { applies } from '#src/accompaniment/dossier.ts'
import type { EntryFamily, EntryKey } from '#src/accompaniment/entry.ts'
import type { MissingStep } from '#src/accompaniment/missing-step.ts'
import type { AccompanimentView, ProgressView } from '#src/contract/accompaniments.ts'
import type { Criterion, Dimension, Indicator, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { keys } from '#client/app/query-client.ts'
import { valueAt, type ValueAt } from '#client/saving/entry-value.ts'
import { useSaver } from '#client/saving/saver-context.tsx'

/** An accompaniment open in a page: all that was read, and the one way to read and write its entries by key. */
export type Opened = {
  readonly id: string
  readonly view: AccompanimentView
  readonly questionnaire: Questionnaire
  readonly progress: ProgressView
  /** The year evaluated; empty until it is chosen. */
  readonly period: string
  readonly read: <const K extends string>(key: K) => ValueAt<K> | undefined
  /** Saved after a short rest, like typing. Null erases. */
  readonly write: <const K extends string>(key: K, value: ValueAt<K> | null) => void
  /** Saved at once, for a choice rather than a text. */
  readonly put: <const K extends string>(key: K, value: ValueAt<K> | null) => void
  /** Ids of the family's entries that hold a value, unsent ones included, oldest key first. */
  readonly idsOf: (family: 'argument' | 'element' | 'action' | 'parked' | 'task') => readonly string[]
  readonly canWrite: (family: EntryFamily) => boolean
}

export function useOpened(view: AccompanimentView, questionnaire: Questionnaire, progress: ProgressView): Opened {
  const saver = useSaver()
  const queries = useQueryClient()
  // The summary is a new object at each move of any entry: reading it is what redraws this page.
  useSyncExternalStore(saver.subscribe, saver.summary)
  const { id } = view

  const read = <const K extends string>(key: K) => valueAt(key, saver.read(id, key).value)
  const write = <const K extends string>(key: K, value: ValueAt<K> | null) => {
    saver.change(id, key, value)
    if (view.entries[key] !== undefined) return
    // A new entry is listed before its first reply comes; the reply replaces this line.
    queries.setQueryData<AccompanimentView>(keys.accompaniment(id), (known) =>
      known === undefined || known.entries[key] !== undefined
        ? known
        : { ...known, entries: { ...known.entries, [key]: { key, value, revision: 0, updatedAt: '', updatedBy: '' } } },
    )
  }

  return {
    id,
    view,
    questionnaire,
    progress,
    period: read('framing/period') ?? '',
    read,
    write,
    put: (key, value) => {
      write(key, value)
      saver.flush()
    },
    idsOf: (family) =>
      Object.keys(view.entries)
        .filter((key) => key.startsWith(`${family}/`) && saver.read(id, key).value !== null)
        .map((key) => key.slice(family.length + 1))
        .toSorted(),
    canWrite: (family) => canWriteEntry(view.role, family, view.state, !view.frozen),
  }
}

export type OpenCriterion = { readonly criterion: Criterion; readonly dimension: Dimension }

/** The criteria that concern this structure, in the questionnaire's order. */
export function openCriteria({ questionnaire, view }: Opened): readonly OpenCriterion[] {
  return questionnaire.dimensions.flatMap((dimension) =>
    dimension.criteria
      .filter((criterion) => applies(criterion, view.structure.kinds))
      .map((criterion) => ({ criterion, dimension })),
  )
}

export function criterionOf({ questionnaire }: Opened, id: string | undefined): OpenCriterion | undefined {
  for (const dimension of questionnaire.dimensions) {
    const criterion = dimension.criteria.find((each) => each.id === id)
    if (criterion !== undefined) return { criterion, dimension }
  }
  return undefined
}

export function indicatorOf({ questionnaire }: Opened, id: string): Indicator | undefined {
  return questionnaire.indicators.find((each) => each.id === id)
}

/** What is missing before the main next step, for one page; for all pages without `keys`. */
export function missingOn({ progress }: Opened, prefixes: readonly EntryKey[]): readonly MissingStep[] {
  const [main] = progress.next
  return (main?.missing ?? []).filter(
    ({ target }) =>
      prefixes.includes(target.page) || ('entry' in target && prefixes.some((one) => target.entry === one)),
  )
}

/** The result of a criterion in the score object, where the structure has one. */
export function criterionResult({ progress }: Opened, id: string) {
  return progress.score.dimensions.flatMap(({ criteria }) => criteria).find((each) => each.id === id)
}
