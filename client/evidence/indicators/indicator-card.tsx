import { IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { IndicatorEntry } from '#src/accompaniment/entry.ts'
import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import { Choice } from '#client/opened/choice.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { FieldError } from '#client/feedback/note.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'
import { Definition } from './definition.tsx'
import { Figures, withText, type Measured } from './figures.tsx'
import { SeriesChart } from './series-chart.tsx'

/** One indicator: its figures for a year, the years together, where they come from and what they do not say. */
export function IndicatorCard({ opened, indicator, onRemove }: CardProps) {
  const [year, setYear] = useState(opened.period)
  const heading = useId()
  const entry = useEntry(opened.id, `indicator/${indicator.id}/${year}`)
  const years = yearsOf(opened.period)
  const measured = entry.value !== undefined && !('unavailable' in entry.value) ? entry.value : undefined
  const readOnly = !opened.canWrite('indicator')

  return (
    <section className="indicator-card" id={`indicator/${indicator.id}/${year}`} aria-labelledby={heading}>
      <div className="indicator-head">
        <h3 id={heading}>{indicator.label}</h3>
        {onRemove !== undefined && (
          <button
            type="button"
            className="icon-button"
            onClick={onRemove}
            aria-label={evidenceTexts.removeIndicator(indicator.label)}
          >
            <IconX size={20} aria-hidden />
          </button>
        )}
      </div>
      <p className="indicator-meta">
        {evidenceTexts.kinds[indicator.kind]} · {evidenceTexts.exercise(year)} ·{' '}
        {measured?.scope ?? evidenceTexts.wholeStructure}
      </p>
      <Choice
        label={evidenceTexts.year}
        value={year}
        onChange={setYear}
        options={years.map((each) => ({ value: each, label: each }))}
      />
      {entry.value !== undefined && 'unavailable' in entry.value ? (
        <Unavailable entry={entry.value} onChange={entry.setValue} readOnly={readOnly} />
      ) : (
        <>
          <Figures
            key={year}
            indicator={indicator}
            entry={measured}
            readOnly={readOnly}
            onChange={(value) => entry.setValue(value ?? null)}
          />
          {entry.error !== undefined && <FieldError id={`${heading}-error`}>{entry.error}</FieldError>}
          {measured === undefined && !readOnly && (
            <button
              type="button"
              className="act"
              onClick={() => entry.setValue({ unavailable: true, reason: evidenceTexts.unavailable })}
            >
              {evidenceTexts.unavailable}
            </button>
          )}
          {measured !== undefined && (
            <Origin entry={measured} onChange={entry.setValue} readOnly={readOnly} usual={indicator.source} />
          )}
        </>
      )}
      <SeriesChart indicator={indicator} values={valuesOf(opened, indicator, years)} current={opened.period} />
      <Definition indicator={indicator} />
    </section>
  )
}

function Origin({ entry, onChange, readOnly, usual }: OriginProps) {
  return (
    <details className="indicator-origin" open={entry.source === undefined}>
      <summary>
        {entry.source === undefined ? evidenceTexts.details : `${evidenceTexts.source} : ${entry.source}`}
      </summary>
      <div className="stack">
        <TextField
          label={evidenceTexts.source}
          placeholder={usual}
          max={120}
          value={entry.source ?? ''}
          readOnly={readOnly}
          onChange={(text) => onChange(withText(entry, 'source', text))}
        />
        <TextField
          label={evidenceTexts.scope}
          hint={evidenceTexts.scopeHint}
          max={120}
          value={entry.scope ?? ''}
          readOnly={readOnly}
          onChange={(text) => onChange(withText(entry, 'scope', text))}
        />
        <TextField
          label={evidenceTexts.comment}
          rows={2}
          max={500}
          value={entry.comment ?? ''}
          readOnly={readOnly}
          onChange={(text) => onChange(withText(entry, 'comment', text))}
        />
      </div>
    </details>
  )
}

/** « Indisponible » is an answer: it lowers nothing, and keeps its reason. */
function Unavailable({ entry, onChange, readOnly }: UnavailableProps) {
  return (
    <div className="stack">
      <p className="unavailable">{evidenceTexts.notMeasured}</p>
      <TextField
        label={evidenceTexts.unavailableReason}
        value={entry.reason}
        max={200}
        rows={2}
        readOnly={readOnly}
        onChange={(reason) => onChange(reason.trim() === '' ? null : { unavailable: true, reason })}
      />
      {!readOnly && (
        <button type="button" className="act" onClick={() => onChange(null)}>
          {evidenceTexts.measureIt}
        </button>
      )}
    </div>
  )
}

/** The year evaluated and the two before, oldest first. */
function yearsOf(period: string): readonly string[] {
  const year = Number(period)
  return [year - 2, year - 1, year].map(String)
}

function valuesOf(
  opened: Opened,
  indicator: Indicator,
  years: readonly string[],
): Readonly<Record<string, IndicatorValue>> {
  return Object.fromEntries(
    years.flatMap((year): [string, IndicatorValue][] => {
      const entry = opened.read(`indicator/${indicator.id}/${year}`)
      return entry === undefined || 'unavailable' in entry ? [] : [[year, entry]]
    }),
  )
}

type CardProps = { readonly opened: Opened; readonly indicator: Indicator; readonly onRemove?: () => void }
type OriginProps = {
  readonly entry: Measured
  readonly onChange: (entry: Measured) => void
  readonly readOnly: boolean
  readonly usual: string
}
type UnavailableProps = {
  readonly entry: Extract<IndicatorEntry, { readonly unavailable: true }>
  readonly onChange: (entry: IndicatorEntry | null) => void
  readonly readOnly: boolean
}
