import { useId, useState } from 'react'
import type { IndicatorEntry } from '#src/accompaniment/entry.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import { formatNumber, parseNumber } from '#client/app/fr.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { preparationTexts as t } from './texts-fr.ts'

export type Measured = Exclude<IndicatorEntry, { readonly unavailable: true }>

/** One number, or a numerator over a denominator: saved once both can be read. Empty erases. */
export function FactValue({ indicator, value, onChange, disabled }: FactValueProps) {
  const id = useId()
  const saved = texts(value)
  const [typed, setTyped] = useState<readonly [string, string]>()
  const [first, second] = typed ?? saved
  const isRatio = indicator.calculation === 'ratio'
  const unreadable = [first, isRatio ? second : ''].some(
    (text) => text.trim() !== '' && parseNumber(text) === undefined,
  )

  function type(next: readonly [string, string]): void {
    setTyped(next)
    const [a, b] = [parseNumber(next[0]), parseNumber(next[1])]
    const kept = keptWith(value)
    if (next[0].trim() === '' && (!isRatio || next[1].trim() === '')) onChange(null)
    else if (isRatio && a !== undefined && b !== undefined) onChange({ ...kept, numerator: a, denominator: b })
    else if (!isRatio && a !== undefined) onChange({ ...kept, value: a })
  }

  function rest(): void {
    const complete = parseNumber(first) !== undefined && (!isRatio || parseNumber(second) !== undefined)
    if (complete) setTyped(undefined)
  }

  const unit = indicator.unit === 'n' ? '' : indicator.unit
  return (
    <div>
      <div className="fact-inputs">
        <input
          className="input"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          aria-label={isRatio ? `${indicator.label}, ${indicator.numeratorLabel ?? t.numerator}` : indicator.label}
          aria-invalid={unreadable}
          aria-describedby={unreadable ? `${id}-error` : undefined}
          disabled={disabled}
          value={first}
          onChange={(event) => type([event.target.value, second])}
          onBlur={rest}
        />
        {isRatio ? (
          <>
            <span>{t.over}</span>
            <input
              className="input"
              inputMode="decimal"
              autoComplete="off"
              maxLength={20}
              aria-label={`${indicator.label}, ${indicator.denominatorLabel ?? t.denominator}`}
              aria-invalid={unreadable}
              disabled={disabled}
              value={second}
              onChange={(event) => type([first, event.target.value])}
              onBlur={rest}
            />
          </>
        ) : (
          <span className="fact-unit">{unit}</span>
        )}
      </div>
      {isRatio && indicator.numeratorLabel !== undefined && indicator.denominatorLabel !== undefined && (
        <p className="fact-parts">
          {indicator.numeratorLabel} {t.over} {indicator.denominatorLabel}
        </p>
      )}
      {unreadable && <FieldError id={`${id}-error`}>{t.notANumber}</FieldError>}
    </div>
  )
}

type FactValueProps = {
  readonly indicator: Indicator
  readonly value: Measured | undefined
  readonly onChange: (value: Measured | null) => void
  readonly disabled: boolean
}

function texts(value: Measured | undefined): readonly [string, string] {
  if (value === undefined) return ['', '']
  if ('value' in value) return [formatNumber(value.value, 6), '']
  return [formatNumber(value.numerator, 6), formatNumber(value.denominator, 6)]
}

/** What is said about a figure stays when the figure changes. */
function keptWith(value: Measured | undefined) {
  if (value === undefined) return {}
  const { source, comment, scope } = value
  return {
    ...(source === undefined ? {} : { source }),
    ...(comment === undefined ? {} : { comment }),
    ...(scope === undefined ? {} : { scope }),
  }
}
