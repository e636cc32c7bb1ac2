import { useState } from 'react'
import type { ArgumentEntry } from '#src/accompaniment/entry.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { newId } from '#client/app/new-id.ts'
import { criterionOf, type Opened } from '#client/opened/opened.ts'
import { argumentIds } from './argument-order.ts'

type Removed = { readonly id: string; readonly argument: ArgumentEntry; readonly order: readonly string[] }

/** Choosing, ordering and putting aside key arguments. An order is one entry: two people who order it are asked which to keep. */
export function useArguments(opened: Opened) {
  const [removed, setRemoved] = useState<Removed>()
  const ids = argumentIds(opened)
  const rankOf = (criterionId: string) =>
    ids.findIndex((id) => opened.read(`argument/${id}`)?.criterion === criterionId) + 1

  return {
    ids,
    removed,
    rankOf,
    isFull: ids.length >= thresholds.mostArguments,
    choose(criterionId: string): void {
      if (rankOf(criterionId) > 0 || ids.length >= thresholds.mostArguments) return
      const id = newId()
      const own = criterionOf(opened, criterionId)?.criterion.indicators ?? []
      const measured = own.filter((one) => {
        const entry = opened.read(`indicator/${one}/${opened.period}`)
        return entry !== undefined && !('unavailable' in entry)
      })
      opened.put(`argument/${id}`, { criterion: criterionId, claim: '', indicators: measured.slice(0, 5) })
      opened.put('arguments-order', [...ids, id])
      setRemoved(undefined)
    },
    reorder: (order: readonly string[]) => opened.put('arguments-order', order),
    remove(id: string): void {
      const argument = opened.read(`argument/${id}`)
      if (argument === undefined) return
      setRemoved({ id, argument, order: ids })
      opened.put(`argument/${id}`, null)
      opened.put(
        'arguments-order',
        ids.filter((each) => each !== id),
      )
    },
    bringBack(): void {
      if (removed === undefined) return
      opened.put(`argument/${removed.id}`, removed.argument)
      opened.put('arguments-order', removed.order)
      setRemoved(undefined)
    },
  }
}

export type Arguments = ReturnType<typeof useArguments>
