import type { Entry, EntryValue } from '#src/accompaniment/entry.ts'
import { clockTime, whenShort } from '#client/app/dates.ts'
import { ReadableValue } from '#client/history/readable-value.tsx'
import { savingTexts } from './texts-fr.ts'
import './saving.css'

/** Two people, one answer: both values, who and when, and no default. */
export function ConflictQuestion({ accompanimentId, entryKey, mine, mineChangedAt, theirs, onKeep }: QuestionProps) {
  return (
    <>
      {/* Focus starts here and not on a choice: Enter must not decide by accident. */}
      <p tabIndex={-1} data-autofocus>
        {savingTexts.whoMeanwhile(theirs.updatedBy)}
      </p>
      <button type="button" className="conflict-choice" onClick={() => onKeep('mine')}>
        <span>
          <ReadableValue accompanimentId={accompanimentId} entryKey={entryKey} value={mine} />
          <small>{savingTexts.mine(clockTime(mineChangedAt ?? ''))}</small>
        </span>
        <span className="act">{savingTexts.keep}</span>
      </button>
      <button type="button" className="conflict-choice" onClick={() => onKeep('theirs')}>
        <span>
          <ReadableValue accompanimentId={accompanimentId} entryKey={entryKey} value={theirs.value} />
          <small>{savingTexts.theirs(theirs.updatedBy, whenShort(theirs.updatedAt))}</small>
        </span>
        <span className="act">{savingTexts.keep}</span>
      </button>
    </>
  )
}

type QuestionProps = {
  readonly accompanimentId: string
  readonly entryKey: string
  readonly mine: EntryValue | null
  readonly mineChangedAt: string | undefined
  readonly theirs: Entry
  readonly onKeep: (kept: 'mine' | 'theirs') => void
}
