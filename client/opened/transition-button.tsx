import { lazy, Suspense, useRef, useState } from 'react'
import { needsReason } from '#src/access/can.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { newId } from '#client/app/new-id.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { Note } from '#client/feedback/note.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import type { Opened } from './opened.ts'
import { openedTexts } from './texts-fr.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))

/**
 * The button of one transition. It exists only where the person may trigger it and nothing is missing: what is missing
 * is the page's list, never a grey button.
 */
export function TransitionButton({ opened, event, primary = true }: TransitionProps) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const operationId = useRef(newId())
  const refresh = useRefreshAccompaniment(opened.id)
  const next = opened.progress.next.find((one) => one.event === event)
  if (next === undefined || !next.allowed || next.missing.length > 0) return null

  async function go(reason?: string): Promise<void> {
    const body = { operationId: operationId.current, event, from: opened.view.state }
    await api.transition(opened.id, reason === undefined ? body : { ...body, reason })
    operationId.current = newId()
    await refresh()
  }

  async function goNow(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await go()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
    setBusy(false)
  }

  return (
    <>
      <button
        type="button"
        className={primary ? 'btn primary' : 'btn'}
        aria-busy={busy}
        onClick={() => (needsReason(event) ? setAsking(true) : busy ? undefined : void goNow())}
      >
        {journeyTexts.events[event]}
      </button>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      {asking && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={journeyTexts.events[event]}
            question={reasonQuestion(event)}
            action={journeyTexts.events[event]}
            onConfirm={go}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}

type TransitionProps = { readonly opened: Opened; readonly event: JourneyEvent; readonly primary?: boolean }

function reasonQuestion(event: JourneyEvent): string {
  return event === 'send-back' || event === 'hold' || event === 'cancel'
    ? openedTexts.reasonQuestions[event]
    : openedTexts.why
}
