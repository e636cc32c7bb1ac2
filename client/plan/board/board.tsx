import { fr } from '#client/app/fr.ts'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import { fullDay, shortDay, today } from '#client/app/dates.ts'
import type { Opened } from '#client/opened/opened.ts'
import { Aim } from '#client/plan/action-row.tsx'
import { planTexts } from '#client/plan/texts-fr.ts'
import { boardColumns, type Plan } from '#client/plan/use-plan.ts'
import './board.css'

const StatusDialog = lazy(() => import('./status-dialog.tsx'))

/** The plan once delivered: where each action stands, and what blocks it. */
export function Board({ opened, plan }: { readonly opened: Opened; readonly plan: Plan }) {
  const [updated, setUpdated] = useState<string>()
  const writable = opened.canWrite('action')
  return (
    <>
      <div className="board">
        {boardColumns.map((status) => {
          const actions = plan.plan.filter((action) => action.status === status)
          return (
            <section key={status} aria-labelledby={`board-${status}`}>
              <h2 className="rule" id={`board-${status}`}>
                {planTexts.board[status]} <span className="quiet">{actions.length}</span>
              </h2>
              {actions.length === 0 && <p className="board-empty">{planTexts.board.none[status]}</p>}
              <ul>
                {actions.map((action) => (
                  <Card key={action.id} action={action} onUpdate={writable ? () => setUpdated(action.id) : undefined} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      {plan.dropped.length > 0 && (
        <section className="board-dropped">
          <h2 className="rule">
            {planTexts.board.dropped} <span className="quiet">{plan.dropped.length}</span>
          </h2>
          <ul>
            {plan.dropped.map(({ id, title, statusReason }) => (
              <li key={id}>
                <b>{fr(title)}</b> {statusReason}{' '}
                {writable && (
                  <button type="button" className="act" onClick={() => setUpdated(id)}>
                    {planTexts.board.update}
                    <span className="vh"> {title}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {updated !== undefined && (
        <Suspense fallback={null}>
          <StatusDialog key={updated} opened={opened} actionId={updated} onClose={() => setUpdated(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function Card({ action, onUpdate }: { readonly action: PlannedAction; readonly onUpdate: (() => void) | undefined }) {
  const late = action.status !== 'done' && action.dueOn !== undefined && action.dueOn < today()
  const said = action.statusReason ?? (action.status === 'todo' ? action.firstStep : undefined)
  return (
    <li className="board-card" id={`action/${action.id}`}>
      <h3>
        <span className="board-rank">{action.rank}</span>
        {fr(action.title)}
      </h3>
      <Aim planned={action} />
      <p className="board-who">
        {action.owner ?? planTexts.chooseOwner}
        {action.dueOn !== undefined && `, ${shortDay(action.dueOn)}`}
        {action.progressPercent !== undefined && `, ${action.progressPercent}\u202f%`}
      </p>
      {said !== undefined && said !== '' && <p className="board-say">{said}</p>}
      {late && action.dueOn !== undefined && (
        <p className="board-say late">
          <IconAlertTriangle size={20} aria-hidden />
          {planTexts.board.late(fullDay(action.dueOn))}
        </p>
      )}
      {onUpdate !== undefined && (
        <button type="button" className="act" onClick={onUpdate}>
          {planTexts.board.update}
          <span className="vh"> {action.title}</span>
        </button>
      )}
    </li>
  )
}
