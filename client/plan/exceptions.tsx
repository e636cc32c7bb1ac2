import { thresholds } from '#src/accompaniment/thresholds.ts'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { planTexts } from './texts-fr.ts'
import type { Plan } from './use-plan.ts'

/** Dimensions under the threshold that no action aims at: a written reason stands in for one. */
export function Exceptions({ opened, plan }: { readonly opened: Opened; readonly plan: Plan }) {
  const aimed = new Set(plan.plan.map(({ criterion }) => criterion))
  const weak = opened.progress.score.dimensions.filter(
    ({ score, criteria }) =>
      score.computable && score.value < thresholds.weakScore && !criteria.some(({ id }) => aimed.has(id)),
  )
  if (weak.length === 0) return null
  return (
    <section>
      <h2 className="rule">{planTexts.exceptions}</h2>
      <div className="stack exceptions">
        {weak.map(({ id }) => (
          <Exception key={id} opened={opened} dimensionId={id} readOnly={!plan.isOpen} />
        ))}
      </div>
    </section>
  )
}

function Exception({ opened, dimensionId, readOnly }: ExceptionProps) {
  const { value, setValue, error } = useEntry(opened.id, `plan-exception/${dimensionId}`)
  const title = opened.questionnaire.dimensions.find(({ id }) => id === dimensionId)?.title ?? dimensionId
  return (
    <div>
      <p>{planTexts.exceptionWhy(title)}</p>
      <TextField
        id={`plan-exception/${dimensionId}`}
        label={planTexts.exceptionLabel}
        rows={2}
        max={500}
        value={value ?? ''}
        error={error}
        readOnly={readOnly}
        onChange={(text) => setValue(text.trim() === '' ? null : text)}
      />
    </div>
  )
}

type ExceptionProps = { readonly opened: Opened; readonly dimensionId: string; readonly readOnly: boolean }
