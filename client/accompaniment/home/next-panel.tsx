import { lazy, Suspense, useState } from 'react'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
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
  const [asking, setAsking] = useState<Aside>()
  const move = useTransition(accompaniment)
  const { id, state, role } = accompaniment
  const journey = outlines[accompaniment.journey]
  const step = mainStep(progress?.next ?? [])
  const asides = asideEvents.filter((event) =>
    progress?.next.some((next) => next.event === event && next.allowed && next.missing.length === 0),
  )

  async function trigger(event: JourneyEvent): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await move(event)
      // The button that was pressed is gone, or is another step's.
      document.getElementById('next-title')?.focus({ preventScroll: true })
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
  const page = pageOfStep(journey, standingStep(journey, state, accompaniment.resumeState))
  const ready = step !== undefined && step.missing.length === 0 && step.allowed

  return (
    <section className="panel home-next" aria-labelledby="next-title">
      <header>
        <div>
          <h2 id="next-title" tabIndex={-1}>
            {title}
          </h2>
          <p className="muted">{lead}</p>
        </div>
        {ready ? (
          <div className="row">
            <button type="button" className="btn primary" aria-busy={busy} onClick={() => void trigger(step.event)}>
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
      {asides.map((event) => (
        <p key={event}>
          <button type="button" className="act" onClick={() => setAsking(event)}>
            {journeyTexts.events[event]}
          </button>
        </p>
      ))}
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      {step !== undefined && (
        <TodoList accompanimentId={id} steps={step.missing} role={role} settled={progress.settled} />
      )}
      {step !== undefined && step.allowed && step.missing.length > 0 && (
        <p className="small muted home-button-comes">
          {journey.bySystem.includes(step.event)
            ? journeyTexts.opensByItself
            : journeyTexts.buttonComes(journeyTexts.events[step.event])}
        </p>
      )}
      {asking !== undefined && (
        <Suspense fallback={null}>
          <ReasonDialog
            {...asideWords[asking]}
            action={journeyTexts.events[asking]}
            onConfirm={(reason) => move(asking, reason)}
            onClose={() => setAsking(undefined)}
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

/** Steps that take a reason and are no progress: offered under the main one. */
const asideEvents = ['send-back', 'skip-perception'] as const
type Aside = (typeof asideEvents)[number]

const asideWords: Readonly<Record<Aside, { readonly title: string; readonly question: string; readonly why: string }>> =
  {
    'send-back': { title: t.sendBackTitle, question: t.sendBackQuestion, why: t.sendBackWhy },
    'skip-perception': { title: t.skipTitle, question: t.skipQuestion, why: t.skipWhy },
  }

const neverMain: ReadonlySet<JourneyEvent> = new Set(['hold', 'cancel', ...asideEvents])

/** The step that takes the journey forward; pausing, stopping and sending back stand aside. */
export function mainStep(next: readonly NextStep[]): NextStep | undefined {
  return next.find(({ event }) => !neverMain.has(event))
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
