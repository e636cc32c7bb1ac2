import { IconMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { IndicatorEntry } from '#src/accompaniment/entry.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import type { IndicatorResult } from '#src/scoring/score.ts'
import { formatNumber, fr } from '#client/app/fr.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { FactValue, type Measured } from './fact-value.tsx'
import { UnavailableForm } from './unavailable-form.tsx'
import { preparationTexts as t } from './texts-fr.ts'

/** One fact of the year: a figure, or the word that it cannot be had and why; both settle it. */
export function FactLine(props: FactLineProps) {
  const { accompanimentId, indicator, period, usedFor, result, disabled } = props
  const key = `indicator/${indicator.id}/${period}` as const
  const { value, setValue, error } = useEntry(accompanimentId, key)
  const [asking, setAsking] = useState(false)
  const unavailable = value !== undefined && 'unavailable' in value ? value : undefined
  const measured = value === undefined || 'unavailable' in value ? undefined : value
  const odd = result?.flags.includes('out-of-bounds') === true && measured !== undefined

  return (
    <li className={asking ? 'fact why' : 'fact'} id={key}>
      <div>
        <h3>{indicator.label}</h3>
        <p>
          {indicator.definition ?? indicator.method} {fr(indicator.source)}.
        </p>
      </div>
      <div>
        {unavailable === undefined ? (
          <div className="fact-value">
            <FactValue indicator={indicator} value={measured} onChange={setValue} disabled={disabled} />
            {indicator.calculation === 'ratio' && measured !== undefined && (
              <output className="fact-result">{resultWords(result)}</output>
            )}
            {measured === undefined && !asking && !disabled && (
              <button type="button" className="act fact-ask" onClick={() => setAsking(true)}>
                {t.unavailableQuestion}
                <span className="vh"> {indicator.label}</span>
              </button>
            )}
          </div>
        ) : (
          <UnavailableChip
            label={indicator.label}
            reason={unavailable.reason}
            onGive={disabled ? undefined : () => setValue(null)}
          />
        )}
        {error !== undefined && <FieldError id={`${key}-error`}>{error}</FieldError>}
      </div>
      <p className="fact-use">
        <b>{usedFor}</b>
      </p>
      {asking && (
        <UnavailableForm
          onNote={(reason) => {
            setValue({ unavailable: true, reason })
            setAsking(false)
          }}
          onCancel={() => setAsking(false)}
        />
      )}
      {odd && <OddValue value={measured} onChange={setValue} keyOfField={key} disabled={disabled} />}
    </li>
  )
}

type FactLineProps = {
  readonly accompanimentId: string
  readonly indicator: Indicator
  readonly period: string
  readonly usedFor: string
  readonly result: IndicatorResult | undefined
  readonly disabled: boolean
}

function UnavailableChip({ label, reason, onGive }: ChipProps) {
  return (
    <div className="fact-unavailable">
      <IconMinus size={20} aria-hidden />
      <span>
        <b>{t.unavailable}</b>
        <br />
        <span className="small">{reason}</span>
        {onGive !== undefined && (
          <button type="button" className="act" onClick={onGive}>
            {t.giveInstead}
            <span className="vh"> : {label}</span>
          </button>
        )}
      </span>
    </div>
  )
}

type ChipProps = { readonly label: string; readonly reason: string; readonly onGive: (() => void) | undefined }

/** A value out of its bounds is kept, and asks for a word. */
function OddValue({ value, onChange, keyOfField, disabled }: OddProps) {
  const field = `${keyOfField}-comment`
  return (
    <div className="fact-odd">
      <FieldError id={`${field}-why`}>{t.outOfBounds}</FieldError>
      <label className="label" htmlFor={field}>
        {t.comment}
      </label>
      <input
        id={field}
        className="input"
        maxLength={2000}
        disabled={disabled}
        aria-describedby={`${field}-why`}
        value={value.comment ?? ''}
        onChange={(event) => {
          const { comment: _old, ...rest } = value
          onChange(event.target.value === '' ? rest : { ...rest, comment: event.target.value })
        }}
      />
    </div>
  )
}

type OddProps = {
  readonly value: Measured
  readonly onChange: (value: IndicatorEntry) => void
  readonly keyOfField: string
  readonly disabled: boolean
}

/** The figure comes from the score object: it is never computed a second time here. */
function resultWords(result: IndicatorResult | undefined): string {
  if (result === undefined || !result.computable) return ''
  return fr(t.equals(`${formatNumber(result.value, 1)} ${result.unit}`))
}
