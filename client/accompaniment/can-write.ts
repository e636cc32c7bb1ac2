import { canWriteEntry } from '#src/access/can.ts'
import type { EntryFamily } from '#src/accompaniment/entry.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'

/** Whether the signed-in person may write entries of this family now; the server decides, this only shows the way. */
export function canWrite(view: Pick<AccompanimentView, 'role' | 'state' | 'frozen'>, family: EntryFamily): boolean {
  return canWriteEntry(view.role, family, view.state, !view.frozen)
}
