import { outlines } from '#src/accompaniment/journeys/outline.ts'
import { paths } from '#client/app/paths.ts'
import { capitalised } from '#client/app/fr.ts'
import { nearDay } from '#client/app/dates.ts'
import { Note } from '#client/feedback/note.tsx'
import { TodoList } from '#client/journey/todo-list.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { Board } from '#client/plan/board/board.tsx'
import { usePlan } from '#client/plan/use-plan.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import { FollowUpPoint } from './follow-up-point.tsx'
import { followUpTexts } from './texts-fr.ts'
import '#client/plan/plan.css'
import './follow-up.css'

/** After delivery: the points of follow-up, where the actions stand, and the end of the accompaniment. */
export default function FollowUpPage() {
  return <OpenedPage>{(opened) => <FollowUp opened={opened} />}</OpenedPage>
}

function FollowUp({ opened }: { readonly opened: Opened }) {
  const plan = usePlan(opened)
  const { state } = opened.view
  const main = opened.progress.next.find(({ event }) => event === 'start-follow-up' || event === 'close')
  const missing = main?.missing ?? []
  const done = plan.plan.filter(({ status }) => status === 'done').length

  return (
    <div className="page">
      <PageTitle
        title={followUpTexts.title}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={main !== undefined && <TransitionButton opened={opened} event={main.event} />}
      >
        {leadOf(opened)}
      </PageTitle>
      <div className="stack follow-up">
        {main === undefined && state !== 'closed' && (
          <Note>
            <b>{followUpTexts.notYet}.</b> {followUpTexts.notYetWhy}
          </Note>
        )}
        <section aria-labelledby="points">
          <h2 className="rule" id="points">
            {followUpTexts.points}
          </h2>
          <div className="follow-up-points">
            {outlines[opened.view.journey].followUps.map((point) => (
              <FollowUpPoint key={point} opened={opened} point={point} />
            ))}
          </div>
        </section>
        {missing.length > 0 && (
          <section aria-labelledby="missing">
            <h2 className="rule" id="missing">
              {followUpTexts.missing}
            </h2>
            <TodoList accompanimentId={opened.id} steps={missing} role={opened.view.role} />
          </section>
        )}
        <section aria-labelledby="actions">
          <div className="group-head">
            <h2 id="actions">{followUpTexts.actions}</h2>
            <span>{capitalised(followUpTexts.actionsCount(done, plan.plan.length))}</span>
          </div>
          {plan.plan.length === 0 ? (
            <p className="muted follow-up-none">{followUpTexts.noAction}</p>
          ) : (
            <Board opened={opened} plan={plan} />
          )}
        </section>
      </div>
    </div>
  )
}

function leadOf(opened: Opened): string {
  if (opened.view.state === 'closed') return followUpTexts.closed
  const points = outlines[opened.view.journey].followUps.map((point) => ({
    month: Number(point.slice(1)),
    entry: opened.read(`meeting/${point}`),
  }))
  const ahead = points.find(({ entry }) => entry?.held !== true && (entry?.waivedReason ?? '') === '')
  if (ahead === undefined) return followUpTexts.allHeld
  return ahead.entry === undefined
    ? followUpTexts.toDate(ahead.month)
    : followUpTexts.next(ahead.month, nearDay(ahead.entry.startsAt))
}
