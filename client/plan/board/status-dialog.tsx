import { fr } from '#client/app/fr.ts'
import { useState, type SubmitEvent } from 'react'
import { actionStatuses, type ActionEntry, type ActionStatus } from '#src/accompaniment/entry.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { HistoryPanel } from '#client/history/history-panel.tsx'
import { Choice } from '#client/opened/choice.tsx'
import { NumberField } from '#client/opened/number-field.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { planTexts } from '#client/plan/texts-fr.ts'
import { withField } from '#client/plan/use-plan.ts'

const { board } = planTexts

/** Where an action stands. Blocked or dropped, it keeps its reason; every change stays in its log. */
export default function StatusDialog({ opened, actionId, onClose }: StatusProps) {
  const key = `action/${actionId}` as const
  const action = opened.read(key)
  const [status, setStatus] = useState<ActionStatus>(action?.status ?? 'todo')
  const [reason, setReason] = useState(action?.statusReason ?? '')
  const [percent, setPercent] = useState(action?.progressPercent)
  const [practice, setPractice] = useState(action?.publishAsPractice ?? false)
  const [missing, setMissing] = useState(false)
  if (action === undefined) return null
  const needsReason = status === 'blocked' || status === 'dropped'

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (action === undefined) return
    if (needsReason && reason.trim().length < 3) return setMissing(true)
    const bounded = percent === undefined ? undefined : Math.min(100, Math.max(0, Math.round(percent)))
    const next: ActionEntry = withField(
      withField(withField({ ...action, status }, 'statusReason', reason.trim()), 'progressPercent', bounded),
      'publishAsPractice',
      practice ? true : undefined,
    )
    opened.put(key, next)
    onClose()
  }

  return (
    <Dialog opened wide title={fr(action.title)} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Choice
          label={board.status}
          value={status}
          onChange={setStatus}
          options={actionStatuses.map((value) => ({ value, label: board.statuses[value] }))}
        />
        <NumberField label={board.progress} value={percent} onChange={setPercent} />
        <TextField
          label={board.reason}
          rows={3}
          max={300}
          value={reason}
          error={missing ? board.reasonNeeded : undefined}
          onChange={(text) => {
            setReason(text)
            setMissing(false)
          }}
        />
        {status === 'done' && (
          <label className="row">
            <input type="checkbox" checked={practice} onChange={({ target }) => setPractice(target.checked)} />
            {board.practice}
          </label>
        )}
        <details className="action-more">
          <summary>{planTexts.log}</summary>
          <HistoryPanel accompanimentId={opened.id} entryKey={key} />
        </details>
        <div className="dialog-actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {appTexts.cancel}
          </button>
          <button type="submit" className="btn primary">
            {board.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type StatusProps = { readonly opened: Opened; readonly actionId: string; readonly onClose: () => void }
