import { useSyncExternalStore } from 'react'
import { Dialog } from '#client/feedback/dialog.tsx'
import { ConflictQuestion } from './conflict-question.tsx'
import type { Saver } from './queue/saver.ts'
import { savingTexts } from './texts-fr.ts'

/** The first of the entries in conflict. Closing without choosing is not offered: nothing of it would be saved any more. */
export default function ConflictDialog({ saver }: { readonly saver: Saver }) {
  const count = useSyncExternalStore(saver.subscribe, () => saver.conflicts().length)
  const [conflict] = saver.conflicts()
  if (conflict === undefined || conflict.view.theirs === undefined) return null
  const { accompanimentId, key, view } = conflict

  return (
    <Dialog opened title={savingTexts.whichToKeep} onClose={undefined}>
      <div className="stack">
        <ConflictQuestion
          accompanimentId={accompanimentId}
          entryKey={key}
          mine={view.value}
          mineChangedAt={view.mineChangedAt}
          theirs={conflict.view.theirs}
          onKeep={(kept) => saver.resolve(accompanimentId, key, kept)}
        />
        {count > 1 && <p className="quiet small">{savingTexts.others(count - 1)}</p>}
      </div>
    </Dialog>
  )
}
