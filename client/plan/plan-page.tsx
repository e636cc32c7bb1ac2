import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { Priority } from '#src/scoring/score.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { EmptyState } from '#client/feedback/states.tsx'
import { Note } from '#client/feedback/note.tsx'
import { stepSentence } from '#client/journey/step-sentences.ts'
import { missingOn, type Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { ActionRow } from './action-row.tsx'
import { Board } from './board/board.tsx'
import { Exceptions } from './exceptions.tsx'
import { Suggestions } from './suggestions.tsx'
import { planTexts } from './texts-fr.ts'
import { Timeline } from './timeline.tsx'
import { usePlan } from './use-plan.ts'
import './plan.css'

/** The progress plan: written before delivery, followed afterwards. */
export default function PlanPage() {
  return (
    <OpenedPage>
      {(opened) => (opened.view.frozen ? <FollowedPlan opened={opened} /> : <PlanOf opened={opened} />)}
    </OpenedPage>
  )
}

function PlanOf({ opened }: { readonly opened: Opened }) {
  const plan = usePlan(opened)
  const hash = decodeURIComponent(useLocation().hash)
  const [open, setOpen] = useState<string | undefined>(() => hash.match(/^action\/(.+)$/)?.[1])
  const missing = missingOn(opened, ['plan'])
  const [first] = missing
  const [main] = opened.progress.next
  const transition = opened.view.state === 'planning' ? main : undefined

  function openFirst(): void {
    if (first === undefined || !('entry' in first.target)) return
    setOpen(first.target.entry.match(/^action\/(.+)$/)?.[1])
  }

  return (
    <div className="page">
      <PageTitle
        title={planTexts.title}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          transition !== undefined && transition.missing.length === 0 ? (
            <TransitionButton opened={opened} event={transition.event} />
          ) : (
            first !== undefined &&
            'entry' in first.target && (
              <GoLink className="btn primary" to={paths.step(opened.id, first.target)} onClick={openFirst}>
                {stepSentence(first).title}
              </GoLink>
            )
          )
        }
      >
        {plan.plan.length > 0 && (
          <>
            {capitalised(planTexts.lead(plan.plan.length))}{' '}
            {first !== undefined && planTexts.leadNext(stepSentence(first).title)}
            {first === undefined && transition !== undefined && planTexts.allSet}
          </>
        )}
      </PageTitle>
      <Timeline milestones={opened.progress.milestones} plan={plan.plan} />
      <div className="plan">
        <div className="stack">
          {plan.removed !== undefined && (
            <Note kind="ok">
              {planTexts.removed(plan.removed.title)}{' '}
              <button type="button" className="act" onClick={plan.bringBack}>
                {openedTexts.undo}
              </button>
            </Note>
          )}
          {plan.plan.length === 0 && (
            <EmptyState title={planTexts.empty}>
              {planTexts.emptyWhy(thresholds.fewestActions, thresholds.mostActions)}
            </EmptyState>
          )}
          {(['P1', 'P2', 'P3'] as const).map((priority) => (
            <Group key={priority} opened={opened} plan={plan} priority={priority} open={open} onOpen={setOpen} />
          ))}
          <Exceptions opened={opened} plan={plan} />
        </div>
        <Suggestions opened={opened} plan={plan} onAdded={setOpen} />
      </div>
    </div>
  )
}

function Group({ opened, plan, priority, open, onOpen }: GroupProps) {
  const actions = plan.plan.filter((action) => action.priority === priority)
  if (actions.length === 0) return null
  return (
    <section aria-labelledby={`priority-${priority}`}>
      <div className="plan-head">
        <h2 id={`priority-${priority}`}>
          {planTexts.priorities[priority]}
          {priority === 'P1' && <span>{planTexts.threeAtMost}</span>}
        </h2>
        <span aria-hidden="true">{planTexts.owner}</span>
        <span aria-hidden="true">{planTexts.due}</span>
        <span aria-hidden="true">{planTexts.index}</span>
      </div>
      <ol>
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            opened={opened}
            planned={action}
            open={open === action.id}
            onToggle={() => onOpen(open === action.id ? undefined : action.id)}
            onRemove={() => plan.remove(action)}
            readOnly={!plan.isOpen}
          />
        ))}
      </ol>
    </section>
  )
}

function FollowedPlan({ opened }: { readonly opened: Opened }) {
  const plan = usePlan(opened)
  const count = (status: string) => plan.plan.filter((action) => action.status === status).length
  return (
    <div className="page">
      <PageTitle
        title={planTexts.followTitle}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          <GoLink className="btn primary" to={paths.page(opened.id, 'follow-up')}>
            {planTexts.toFollowUp}
          </GoLink>
        }
      >
        {capitalised(planTexts.board.summary(count('done'), count('blocked')))}
      </PageTitle>
      <Timeline milestones={opened.progress.milestones} plan={plan.plan} />
      <Board opened={opened} plan={plan} />
    </div>
  )
}

type GroupProps = {
  readonly opened: Opened
  readonly plan: ReturnType<typeof usePlan>
  readonly priority: Priority
  readonly open: string | undefined
  readonly onOpen: (id: string | undefined) => void
}
