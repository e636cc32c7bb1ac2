import { useSyncExternalStore } from 'react'
import { clockTime, whenShort } from '#client/app/dates.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { ReadableValue } from '#client/history/readable-value.tsx'
import type { Saver } from './queue/saver.ts'
import { savingTexts } from './texts-fr.ts'

/**
 * Two people, one answer: both values, who and when, and no default. Closing without choosing is not offered, since
 * nothing of this entry would be saved any more.
 */
export default function ConflictDialog({ saver }: { readonly saver: Saver }) {
  const count = useSyncExternalStore(saver.subscribe, () => saver.conflicts().length)
  const [conflict] = saver.conflicts()
  if (conflict === undefined || conflict.view.theirs === undefined) return null
  const { accompanimentId, key, view } = conflict
  const { theirs } = conflict.view

  return (
    <Dialog opened title={savingTexts.whichToKeep} onClose={undefined}>
      <div className="stack">
        {/* Focus starts here and not on a choice: Enter must not decide by accident. */}
        <p tabIndex={-1} data-autofocus>
          {savingTexts.whoMeanwhile(theirs.updatedBy)}
        </p>
        <button type="button" className="conflict-choice" onClick={() => saver.resolve(accompanimentId, key, 'mine')}>
          <span>
            <ReadableValue accompanimentId={accompanimentId} entryKey={key} value={view.value} />
            <small>{savingTexts.mine(clockTime(view.mineChangedAt ?? ''))}</small>
          </span>
          <span className="act">{savingTexts.keep}</span>
        </button>
        <button type="button" className="conflict-choice" onClick={() => saver.resolve(accompanimentId, key, 'theirs')}>
          <span>
            <ReadableValue accompanimentId={accompanimentId} entryKey={key} value={theirs.value} />
            <small>{savingTexts.theirs(theirs.updatedBy, whenShort(theirs.updatedAt))}</small>
          </span>
          <span className="act">{savingTexts.keep}</span>
        </button>
        {count > 1 && <p className="quiet small">{savingTexts.others(count - 1)}</p>}
      </div>
    </Dialog>
  )
}
