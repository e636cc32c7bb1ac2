import { useState } from 'react'
import type { ElementEntry, YearValue } from '#src/accompaniment/entry.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { Choice } from '#client/opened/choice.tsx'
import { NumberField } from '#client/opened/number-field.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { argumentsTexts } from './texts-fr.ts'

type IndicatorDraft = {
  readonly label: string
  readonly unit: string
  readonly source: string
  readonly values: readonly YearValue[]
}

const levels: readonly Level[] = [1, 2, 3, 4]

/** One element of the structure's own: its effect, what is known of it, and its figure over three years. */
export function ElementEditor({ opened, elementId }: { readonly opened: Opened; readonly elementId: string }) {
  const { value: element, setValue, error } = useEntry(opened.id, `element/${elementId}`)
  const [draft, setDraft] = useState<IndicatorDraft>(() => draftOf(element))
  if (element === undefined) return null
  const readOnly = !opened.canWrite('element')
  const years = opened.period === '' ? [] : [2, 1, 0].map((back) => String(Number(opened.period) - back))

  /** A figure without a name or a unit is not yet a figure: it waits in the fields. */
  function change(next: IndicatorDraft): void {
    setDraft(next)
    if (element === undefined) return
    const { indicator: _, ...rest } = element
    const { label, unit, source, values } = next
    const complete = label.trim() !== '' && unit.trim() !== ''
    setValue(complete ? { ...rest, indicator: { label, unit, values, ...(source === '' ? {} : { source }) } } : rest)
  }

  return (
    <div className="stack element-fields">
      <TextField
        label={argumentsTexts.elementTitle}
        max={120}
        value={element.title}
        readOnly={readOnly}
        error={error}
        onChange={(title) => setValue({ ...element, title })}
      />
      <TextField
        label={argumentsTexts.elementDescription}
        rows={2}
        max={500}
        value={element.description ?? ''}
        readOnly={readOnly}
        onChange={(description) => setValue(described(element, description))}
      />
      <div className="text-field">
        <span className="label">{argumentsTexts.elementLevel}</span>
        <Choice
          label={argumentsTexts.elementLevel}
          value={element.level}
          disabled={readOnly}
          options={levels.map((level) => ({ value: level, label: argumentsTexts.elementLevels[level - 1] ?? '' }))}
          onChange={(level) => setValue({ ...element, level })}
        />
      </div>
      <div className="element-figure">
        <TextField
          label={argumentsTexts.elementIndicator}
          max={120}
          value={draft.label}
          readOnly={readOnly}
          onChange={(label) => change({ ...draft, label })}
        />
        <TextField
          label={argumentsTexts.elementUnit}
          max={20}
          value={draft.unit}
          readOnly={readOnly}
          error={draft.label.trim() !== '' && draft.unit.trim() === '' ? argumentsTexts.elementNeedsUnit : undefined}
          onChange={(unit) => change({ ...draft, unit })}
        />
      </div>
      <div className="element-years">
        {years.map((year) => (
          <NumberField
            key={year}
            label={argumentsTexts.valueFor(year)}
            value={draft.values.find((each) => each.year === year)?.value}
            readOnly={readOnly}
            onChange={(value) => change({ ...draft, values: withYear(draft.values, year, value) })}
          />
        ))}
      </div>
      <TextField
        label={argumentsTexts.elementSource}
        max={120}
        value={draft.source}
        readOnly={readOnly}
        onChange={(source) => change({ ...draft, source })}
      />
    </div>
  )
}

function draftOf(element: ElementEntry | undefined): IndicatorDraft {
  const { label = '', unit = '', source = '', values = [] } = element?.indicator ?? {}
  return { label, unit, source, values }
}

function described(element: ElementEntry, description: string): ElementEntry {
  const { description: _, ...rest } = element
  return description === '' ? rest : { ...rest, description }
}

function withYear(values: readonly YearValue[], year: string, value: number | undefined): readonly YearValue[] {
  const others = values.filter((each) => each.year !== year)
  return (value === undefined ? others : [...others, { year, value }]).toSorted(
    (a, b) => Number(a.year) - Number(b.year),
  )
}
