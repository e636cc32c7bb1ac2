import { Dialog } from '#client/feedback/dialog.tsx'
import { ConflictQuestion } from '#client/saving/conflict-question.tsx'
import { savingTexts } from '#client/saving/texts-fr.ts'
import type { StaleAnswer } from '#client/meeting/lead/use-agree.ts'

/** The same question as any field's: two values, who, when, and no default. */
export default function StaleQuestion({ accompanimentId, stale }: StaleProps) {
  return (
    <Dialog opened title={savingTexts.whichToKeep} onClose={undefined}>
      <div className="stack">
        <ConflictQuestion
          accompanimentId={accompanimentId}
          entryKey={`criterion/${stale.criterionId}`}
          mine={stale.mine}
          mineChangedAt={stale.at}
          theirs={stale.theirs}
          onKeep={(kept) => (kept === 'mine' ? stale.keepMine() : stale.keepTheirs())}
        />
      </div>
    </Dialog>
  )
}

type StaleProps = { readonly accompanimentId: string; readonly stale: StaleAnswer }
