import {
  IconArrowRight,
  IconChevronDown,
  IconChevronUp,
  IconInfoCircle,
  IconScale,
  IconUserPlus,
} from '@tabler/icons-react'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import { shortDay } from '#client/app/dates.ts'
import { fr, formatNumber } from '#client/app/fr.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { HistoryPanel } from '#client/history/history-panel.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { ActionForm } from './action-form.tsx'
import { PriorityWhy } from './priority-why.tsx'
import { planTexts } from './texts-fr.ts'

/** One action of the plan: closed, the line that a meeting reads; open, its priority and its fields. */
export function ActionRow({ opened, planned, open, onToggle, onRemove, readOnly }: RowProps) {
  const { value: action, setValue, error } = useEntry(opened.id, `action/${planned.id}`)
  if (action === undefined) return null
  const indexLabel = labelOf(planned)

  return (
    <li className={open ? 'action-row open' : 'action-row'}>
      <span className={planned.priority === 'P1' ? 'action-rank first' : 'action-rank'}>{planned.rank}</span>
      <div>
        <h3>{fr(action.title)}</h3>
        <Aim planned={planned} />
      </div>
      <p className="action-who">
        <span className="vh">{planTexts.owner} : </span>
        {action.owner ?? (
          <button type="button" className="act miss" onClick={onToggle}>
            <IconUserPlus size={20} aria-hidden />
            {planTexts.chooseOwner}
          </button>
        )}
      </p>
      <p className="action-due">
        <span className="vh">{planTexts.due} : </span>
        {action.dueOn === undefined ? (
          <button type="button" className="act miss" onClick={onToggle}>
            {planTexts.chooseDue}
          </button>
        ) : (
          shortDay(action.dueOn)
        )}
      </p>
      <button type="button" className="index-button" aria-expanded={open} onClick={onToggle}>
        <span className="vh">{planTexts.whyPriority(action.title)} </span>
        <b>{indexLabel}</b>
        {open ? <IconChevronUp size={18} aria-hidden /> : <IconChevronDown size={18} aria-hidden />}
      </button>
      {planned.priorityFrom.kind === 'computed' && planned.priorityFrom.capped && (
        <p className="action-capped">
          <IconInfoCircle size={18} aria-hidden />
          {planTexts.why.capped}
        </p>
      )}
      {open && (
        <div className="action-open">
          <PriorityWhy planned={planned} action={action} onChange={setValue} readOnly={readOnly} />
          <ActionForm
            opened={opened}
            planned={planned}
            action={action}
            onChange={setValue}
            error={error}
            readOnly={readOnly}
          />
          {opened.view.role !== 'reader' && (
            <details className="action-more">
              <summary>{planTexts.log}</summary>
              <HistoryPanel accompanimentId={opened.id} entryKey={`action/${planned.id}`} />
            </details>
          )}
          {!readOnly && (
            <button type="button" className="act" onClick={onRemove}>
              {planTexts.form.remove}
            </button>
          )}
        </div>
      )}
    </li>
  )
}

/** From which level to which, and of which criterion. */
export function Aim({ planned }: { readonly planned: PlannedAction }) {
  const { currentLevel, targetLevel, criterionTitle, legal } = planned
  if (criterionTitle === undefined) return null
  return (
    <p className="action-aim">
      {currentLevel !== undefined && targetLevel !== undefined && (
        <>
          <span className="action-aim-levels" aria-hidden="true">
            <LevelRod value={currentLevel} height={22} />
            <b>{currentLevel}</b>
            <IconArrowRight size={16} />
            <LevelRod value={targetLevel} height={22} />
            <b>{targetLevel}</b>
          </span>
          <span className="vh">{planTexts.from(currentLevel, targetLevel)}, </span>
        </>
      )}
      <span>{criterionTitle}</span>
      {legal && (
        <span title={planTexts.legal}>
          <IconScale size={18} aria-hidden />
          <span className="vh">{planTexts.legal}</span>
        </span>
      )}
    </p>
  )
}

function labelOf({ priorityFrom }: PlannedAction): string {
  return priorityFrom.kind === 'computed' ? formatNumber(priorityFrom.index, 1) : planTexts[priorityFrom.kind]
}

type RowProps = {
  readonly opened: Opened
  readonly planned: PlannedAction
  readonly open: boolean
  readonly onToggle: () => void
  readonly onRemove: () => void
  readonly readOnly: boolean
}
