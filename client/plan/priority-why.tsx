import { useState } from 'react'
import type { ActionEntry } from '#src/accompaniment/entry.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import type { Factor } from '#src/questionnaire/questionnaire.ts'
import type { Priority } from '#src/scoring/score.ts'
import { formatNumber } from '#client/app/fr.ts'
import { Choice } from '#client/opened/choice.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { planTexts } from './texts-fr.ts'
import { withField } from './use-plan.ts'

const { why, priorities } = planTexts
const factors: readonly Factor[] = [1, 2, 3]

/** The multiplication behind a priority, its two adjustable factors, and the way to decide otherwise with a reason. */
export function PriorityWhy({ planned, action, onChange, readOnly }: WhyProps) {
  const [choosing, setChoosing] = useState(false)
  const { priority, priorityFrom } = planned
  const computed = priorityFrom.kind === 'computed' ? priorityFrom : undefined

  return (
    <div className="priority-why">
      <p>
        <b>{why.heading(priorities[priority])}</b> <Sentence planned={planned} />
      </p>
      {computed !== undefined && (
        <div className="calculation">
          <div>
            <b>{computed.parts.weight}</b>
            <span>{why.weight}</span>
          </div>
          <i aria-hidden="true">×</i>
          <div>
            <b>{computed.parts.gap}</b>
            <span>{why.gap}</span>
          </div>
          <i aria-hidden="true">×</i>
          <div>
            <b>{action.impact}</b>
            <span>{why.impact}</span>
            <Choice
              label={why.impact}
              value={action.impact}
              disabled={readOnly}
              options={factors.map((value) => ({ value, label: why.impacts[value - 1] ?? '' }))}
              onChange={(impact) => onChange({ ...action, impact })}
            />
          </div>
          <i aria-hidden="true">÷</i>
          <div>
            <b>{action.effort}</b>
            <span>{why.effort}</span>
            <Choice
              label={why.effort}
              value={action.effort}
              disabled={readOnly}
              options={factors.map((value) => ({ value, label: why.efforts[value - 1] ?? '' }))}
              onChange={(effort) => onChange({ ...action, effort })}
            />
          </div>
          <i aria-hidden="true">=</i>
          <div className="calculation-total">
            <b>{formatNumber(computed.index, 1)}</b>
            <span>{why.result}</span>
          </div>
        </div>
      )}
      {!readOnly &&
        (priorityFrom.kind === 'chosen' ? (
          <button
            type="button"
            className="act"
            onClick={() => onChange(withField(action, 'priorityOverride', undefined))}
          >
            {why.backToComputed}
          </button>
        ) : choosing ? (
          <Override
            priority={priority}
            onKeep={(priorityOverride) => {
              onChange({ ...action, priorityOverride })
              setChoosing(false)
            }}
          />
        ) : (
          <button type="button" className="act" onClick={() => setChoosing(true)}>
            {why.other}
          </button>
        ))}
    </div>
  )
}

function Sentence({ planned: { priority, priorityFrom } }: { readonly planned: PlannedAction }) {
  if (priorityFrom.kind === 'free') return why.free
  if (priorityFrom.kind === 'chosen') {
    return (
      <>
        {why.chosen(priorityFrom.reason)}{' '}
        {priorityFrom.computed !== undefined && why.computedWas(priorities[priorityFrom.computed])}
      </>
    )
  }
  if (priorityFrom.warning) return why.warning
  return priorityFrom.capped ? why.capped : why[priority](formatNumber(priorityFrom.index, 1))
}

function Override({ priority, onKeep }: OverrideProps) {
  const [chosen, setChosen] = useState<Priority>(priority)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <div className="stack">
      <Choice
        label={why.which}
        value={chosen}
        onChange={setChosen}
        options={(['P1', 'P2', 'P3'] as const).map((value) => ({ value, label: priorities[value] }))}
      />
      <TextField
        label={why.reason}
        max={300}
        rows={2}
        value={reason}
        error={missing ? why.reasonNeeded : undefined}
        onChange={(text) => {
          setReason(text)
          setMissing(false)
        }}
      />
      <div>
        <button
          type="button"
          className="btn s"
          onClick={() =>
            reason.trim().length < 3 ? setMissing(true) : onKeep({ priority: chosen, reason: reason.trim() })
          }
        >
          {why.keep}
        </button>
      </div>
    </div>
  )
}

type WhyProps = {
  readonly planned: PlannedAction
  readonly action: ActionEntry
  readonly onChange: (action: ActionEntry) => void
  readonly readOnly: boolean
}
type OverrideProps = {
  readonly priority: Priority
  readonly onKeep: (override: { readonly priority: Priority; readonly reason: string }) => void
}
