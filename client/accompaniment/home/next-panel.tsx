import { lazy, Suspense, useState } from 'react'
import type { NextStep } from '#src/accompaniment/missing-step.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import type { AccompanimentView, ProgressView } from '#src/contract/accompaniments.ts'
import { sentenceOf } from '#client/app/api.ts'
import { whenShort } from '#client/app/dates.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { pageOfStep, standingStep } from '#client/journey/steps.ts'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { TodoList } from '#client/journey/todo-list.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'
import { useTransition } from '#client/accompaniment/use-transition.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))

/**
 * What is still to do, or the step that can be taken. Never a greyed button: the list while something is missing, the
 * button when nothing is, a sentence when it is someone else's.
 */
export function NextPanel({ accompaniment, progress, error }: NextPanelProps) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [sendingBack, setSendingBack] = useState(false)
  const move = useTransition(accompaniment)
  const { id, state, role } = accompaniment
  const step = mainStep(progress?.next ?? [])
  const sendBack = progress?.next.find((next) => next.event === 'send-back' && next.allowed)

  async function trigger(event: JourneyEvent): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await move(event)
    } catch (caught) {
      setFailure(sentenceOf(caught))
    } finally {
      setBusy(false)
    }
  }

  if (progress === undefined) {
    return error === null ? (
      <div className="panel home-next" aria-busy="true" />
    ) : (
      <Note kind="error">{sentenceOf(error)}</Note>
    )
  }
  const { title, lead } = words(accompaniment, step)
  const page = pageOfStep[standingStep(state, accompaniment.resumeState)]
  const ready = step !== undefined && step.missing.length === 0 && step.allowed

  return (
    <section className="panel home-next" aria-labelledby="next-title">
      <header>
        <div>
          <h2 id="next-title">{title}</h2>
          <p className="muted">{lead}</p>
        </div>
        {ready ? (
          <div className="row">
            <button
              type="button"
              className="btn primary"
              aria-busy={busy}
              disabled={busy}
              onClick={() => void trigger(step.event)}
            >
              {journeyTexts.events[step.event]}
            </button>
          </div>
        ) : (
          step !== undefined &&
          step.missing.length > 0 &&
          role !== 'reader' && (
            <GoLink className="btn primary" to={paths.page(id, page)}>
              {t.continueAt[page]}
            </GoLink>
          )
        )}
      </header>
      {sendBack !== undefined && (
        <p>
          <button type="button" className="act" onClick={() => setSendingBack(true)}>
            {journeyTexts.events['send-back']}
          </button>
        </p>
      )}
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      {step !== undefined && (
        <TodoList accompanimentId={id} steps={step.missing} role={role} settled={progress.settled} />
      )}
      {step !== undefined && step.allowed && step.missing.length > 0 && (
        <p className="small muted home-button-comes">{journeyTexts.buttonComes(journeyTexts.events[step.event])}</p>
      )}
      {sendingBack && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={t.sendBackTitle}
            question={t.sendBackQuestion}
            why={t.sendBackWhy}
            action={journeyTexts.events['send-back']}
            onConfirm={(reason) => move('send-back', reason)}
            onClose={() => setSendingBack(false)}
          />
        </Suspense>
      )}
    </section>
  )
}

type NextPanelProps = {
  readonly accompaniment: AccompanimentView
  readonly progress: ProgressView | undefined
  readonly error: unknown
}

const asides: ReadonlySet<JourneyEvent> = new Set(['hold', 'cancel', 'send-back'])

/** The step that takes the journey forward; pausing, stopping and sending back stand aside. */
export function mainStep(next: readonly NextStep[]): NextStep | undefined {
  return next.find(({ event }) => !asides.has(event))
}

function words({ state, transitions }: AccompanimentView, step: NextStep | undefined) {
  if (state === 'on-hold' || state === 'cancelled') {
    const stop = transitions.findLast(({ to }) => to === state)
    return {
      title: state === 'on-hold' ? t.pausedTitle : t.cancelledTitle,
      lead: stop === undefined ? '' : t.stoppedWhy(stop.by, whenShort(stop.at), stop.reason ?? ''),
    }
  }
  if (step === undefined) return { title: t.closedTitle, lead: t.closedWhy }
  if (step.missing.length > 0) {
    const before = journeyTexts.before[step.event]
    return { title: journeyTexts.todoTitle, lead: capitalised(journeyTexts.points(step.missing.length, before)) }
  }
  const other = step.event === 'approve' ? journeyTexts.whoApproves : journeyTexts.whoAdvises
  return {
    title: journeyTexts.todoTitle,
    lead: step.allowed ? journeyTexts.ready : journeyTexts.readyForOther(other),
  }
}
