import { useState } from 'react'
import type { IndicatorEntry } from '#src/accompaniment/entry.ts'
import { isExplained, isOutOfBounds } from '#src/indicators/bounds.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import { Note } from '#client/feedback/note.tsx'
import { capitalised } from '#client/app/fr.ts'
import { NumberField } from '#client/opened/number-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { shownValue, withUnit } from '#client/evidence/shown-value.ts'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'

export type Measured = Exclude<IndicatorEntry, { readonly unavailable: true }>

/** The figures of one year: a fraction and its value, or a number; flagged out of its bounds until it is explained. */
export function Figures({ indicator, entry, onChange, readOnly }: FiguresProps) {
  const more = entry === undefined ? {} : moreOf(entry)
  const shown = shownValue(indicator, entry)
  const flagged = shown.kind === 'value' && shown.flags.includes('out-of-bounds')
  const explained =
    entry !== undefined && isExplained(entry) && shown.kind === 'value' && isOutOfBounds(indicator.bounds, shown.value)
  const masked = shown.kind === 'value' && shown.flags.includes('masked')

  return (
    <>
      <div className="figures">
        {indicator.calculation === 'ratio' ? (
          <Fraction
            indicator={indicator}
            entry={entry}
            flagged={flagged}
            readOnly={readOnly}
            onChange={(figures) => onChange(figures && { ...figures, ...more })}
          />
        ) : (
          <NumberField
            label={capitalised(indicator.numeratorLabel ?? evidenceTexts.value)}
            value={entry !== undefined && 'value' in entry ? entry.value : undefined}
            onChange={(value) => onChange(value === undefined ? undefined : { value, ...more })}
            flagged={flagged}
            readOnly={readOnly}
          />
        )}
        {entry !== undefined && (
          <output className={flagged ? 'figure-result bad' : 'figure-result'}>
            {indicator.calculation === 'ratio' && <span aria-hidden="true">= </span>}
            {shown.text}
          </output>
        )}
      </div>
      {masked && (
        <Note>
          <b>{evidenceTexts.masked}.</b> {evidenceTexts.maskedWhy}
        </Note>
      )}
      {flagged && shown.kind === 'value' && (
        <Note kind="warn">
          <b>{boundSentence(indicator, shown.value)}</b> {evidenceTexts.outOfWhy}
        </Note>
      )}
      {explained && <p className="small muted">{evidenceTexts.explained}</p>}
      {(flagged || explained) && entry !== undefined && (
        <TextField
          label={evidenceTexts.explanation}
          placeholder={evidenceTexts.explanationHint}
          value={entry.comment ?? ''}
          rows={2}
          max={500}
          readOnly={readOnly}
          onChange={(comment) => onChange(withText(entry, 'comment', comment))}
        />
      )}
    </>
  )
}

/** Both numbers are needed for a value: one alone waits in the field. */
function Fraction({ indicator, entry, flagged, readOnly, onChange }: FractionProps) {
  const saved = entry !== undefined && 'numerator' in entry ? entry : undefined
  const [half, setHalf] = useState<{ readonly numerator?: number; readonly denominator?: number }>({})
  const numerator = saved?.numerator ?? half.numerator
  const denominator = saved?.denominator ?? half.denominator

  function change(next: { readonly numerator: number | undefined; readonly denominator: number | undefined }): void {
    if (next.numerator !== undefined && next.denominator !== undefined) {
      onChange({ numerator: next.numerator, denominator: next.denominator })
      return
    }
    setHalf({
      ...(next.numerator === undefined ? {} : { numerator: next.numerator }),
      ...(next.denominator === undefined ? {} : { denominator: next.denominator }),
    })
    if (saved !== undefined) onChange(undefined)
  }

  return (
    <div className="fraction">
      <NumberField
        label={indicator.numeratorLabel ?? evidenceTexts.value}
        value={numerator}
        flagged={flagged}
        readOnly={readOnly}
        onChange={(value) => change({ numerator: value, denominator })}
      />
      <i aria-hidden="true" />
      <NumberField
        label={indicator.denominatorLabel ?? evidenceTexts.value}
        value={denominator}
        flagged={flagged}
        readOnly={readOnly}
        onChange={(value) => change({ numerator, denominator: value })}
      />
    </div>
  )
}

/** An emptied text leaves the entry. */
export function withText(entry: Measured, field: 'source' | 'comment' | 'scope', text: string): Measured {
  const { [field]: _, ...rest } = entry
  return text === '' ? rest : { ...rest, [field]: text }
}

function moreOf({ source, comment, scope }: Measured) {
  return {
    ...(source === undefined ? {} : { source }),
    ...(comment === undefined ? {} : { comment }),
    ...(scope === undefined ? {} : { scope }),
  }
}

function boundSentence(indicator: Indicator, value: number): string {
  const { min, max } = indicator.bounds
  return max !== undefined && value > max
    ? evidenceTexts.outOf.above(withUnit(indicator, max))
    : evidenceTexts.outOf.below(withUnit(indicator, min ?? 0))
}

type Ratio = { readonly numerator: number; readonly denominator: number }
type FiguresProps = {
  readonly indicator: Indicator
  readonly entry: Measured | undefined
  readonly onChange: (entry: Measured | undefined) => void
  readonly readOnly: boolean
}
type FractionProps = Omit<FiguresProps, 'onChange'> & {
  readonly flagged: boolean
  readonly onChange: (figures: Ratio | undefined) => void
}
