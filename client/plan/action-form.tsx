import type { ActionEntry } from '#src/accompaniment/entry.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { wordsOf } from '#client/drawing/level.tsx'
import { FieldError } from '#client/feedback/note.tsx'
import { Choice } from '#client/opened/choice.tsx'
import { NumberField } from '#client/opened/number-field.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { SelectField } from '#client/opened/select-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { planTexts } from './texts-fr.ts'
import { withField } from './use-plan.ts'

const { form } = planTexts
const helps = ['none', 'network', 'training', 'funder', 'member'] as const

/** Everything about one action: who, when, the first step, how it will be known to be done; the rest folded. */
export function ActionForm({ opened, planned, action, onChange, error, readOnly }: FormProps) {
  const field = `action-${planned.id}`
  const text = (
    name: 'owner' | 'firstStep' | 'deliverable' | 'contributors' | 'resources' | 'description',
    max: number,
  ) => ({
    value: action[name] ?? '',
    max,
    readOnly,
    onChange: (value: string) => onChange(withField(action, name, value)),
  })

  return (
    <div className="action-form">
      <TextField
        label={form.title}
        value={action.title}
        max={90}
        readOnly={readOnly}
        onChange={(title) => onChange({ ...action, title })}
      />
      {error !== undefined && <FieldError id={`${field}-error`}>{error}</FieldError>}
      <div className="action-pair">
        <TextField id={`action/${planned.id}`} label={form.owner} hint={form.ownerHint} {...text('owner', 80)} />
        <Day
          id={`${field}-due`}
          label={form.dueOn}
          value={action.dueOn}
          readOnly={readOnly}
          onChange={(dueOn) => onChange(withField(action, 'dueOn', dueOn))}
        />
      </div>
      <TextField label={form.firstStep} {...text('firstStep', 200)} />
      <fieldset className="action-success">
        <legend className="label">{form.success}</legend>
        <div className="action-pair">
          <SelectField
            label={form.indicator}
            readOnly={readOnly}
            value={action.indicator ?? ''}
            options={[
              { value: '', label: form.noIndicator },
              ...indicatorsFor(opened, action).map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(chosen) => onChange(withField(action, 'indicator', chosen))}
          />
          {action.indicator === undefined ? (
            <TextField label={form.deliverable} {...text('deliverable', 200)} />
          ) : (
            <div className="action-figures">
              <NumberField
                label={form.baseline}
                value={action.baseline}
                readOnly={readOnly}
                onChange={(value) => onChange(withField(action, 'baseline', value))}
              />
              <NumberField
                label={form.target}
                value={action.target}
                readOnly={readOnly}
                onChange={(value) => onChange(withField(action, 'target', value))}
              />
            </div>
          )}
        </div>
      </fieldset>
      <TargetLevel opened={opened} planned={planned} action={action} onChange={onChange} readOnly={readOnly} />
      <details className="action-more">
        <summary>{form.more}</summary>
        <div className="stack">
          <TextField label={form.description} rows={2} {...text('description', 2000)} />
          <div className="action-pair">
            <Day
              id={`${field}-start`}
              label={form.startOn}
              value={action.startOn}
              readOnly={readOnly}
              onChange={(startOn) => onChange(withField(action, 'startOn', startOn))}
            />
            <TextField label={form.contributors} {...text('contributors', 200)} />
          </div>
          <TextField label={form.resources} rows={2} {...text('resources', 500)} />
          <div className="action-pair">
            <NumberField
              label={form.budget}
              value={action.budgetEuros}
              readOnly={readOnly}
              onChange={(value) => onChange(withField(action, 'budgetEuros', value))}
            />
            <SelectField
              label={form.help}
              readOnly={readOnly}
              value={action.help ?? 'none'}
              options={helps.map((each) => ({ value: each, label: form.helps[each] }))}
              onChange={(help) => onChange(withField(action, 'help', help))}
            />
          </div>
        </div>
      </details>
    </div>
  )
}

/** One or two levels more in one cycle: only those are offered. */
function TargetLevel({ opened, planned, action, onChange, readOnly }: Omit<FormProps, 'error'>) {
  const { currentLevel } = planned
  if (currentLevel === undefined || currentLevel === 4) return null
  const within = ([2, 3, 4] as const).filter(
    (level) => level > currentLevel && level <= currentLevel + thresholds.mostLevelsRaised,
  )
  return (
    <div className="text-field">
      <span className="label">{form.targetLevel}</span>
      <Choice<Level>
        label={form.targetLevel}
        value={action.targetLevel}
        disabled={readOnly}
        options={within.map((level) => ({
          value: level,
          label: `${level} ${wordsOf(level, opened.questionnaire.levelNames)}`,
        }))}
        onChange={(targetLevel) => onChange({ ...action, targetLevel })}
      />
    </div>
  )
}

function Day({ id, label, value, readOnly, onChange }: DayProps) {
  return (
    <div className="text-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="input"
        value={value ?? ''}
        readOnly={readOnly}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

/** The criterion's own indicators first. */
function indicatorsFor({ questionnaire }: Opened, { criterion }: ActionEntry) {
  const own =
    questionnaire.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion)?.indicators ?? []
  return questionnaire.indicators.toSorted((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)))
}

type FormProps = {
  readonly opened: Opened
  readonly planned: PlannedAction
  readonly action: ActionEntry
  readonly onChange: (action: ActionEntry) => void
  readonly error: string | undefined
  readonly readOnly: boolean
}
type DayProps = {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly readOnly: boolean
  readonly onChange: (day: string) => void
}
