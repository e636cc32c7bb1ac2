import { isDeepStrictEqual } from 'node:util'
import type { EntryValue } from '#src/accompaniment/entry.ts'
import { isRecord } from '#src/shared/json.ts'

/** What still moves in an action once the plan was delivered. */
const livingFields = ['status', 'statusReason', 'progressPercent', 'publishAsPractice']

/** Whether only the progress of an action changes: neither a new action, nor one erased, nor what was agreed. */
export function onlyLifeOfPlan(before: EntryValue | null, after: EntryValue | null): boolean {
  return isRecord(before) && isRecord(after) && isDeepStrictEqual(agreed(before), agreed(after))
}

function agreed(action: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(action).filter(([field]) => !livingFields.includes(field)))
}
