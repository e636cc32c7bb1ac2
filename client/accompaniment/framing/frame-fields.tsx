import '@mantine/core/styles/Input.css'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, YesNoField } from '#client/fields/choice.tsx'
import { fieldTexts } from '#client/fields/texts-fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import type { FramingFieldsProps } from './request-fields.tsx'
import { framingTexts as t } from './texts-fr.ts'

/** Scope, year, audience and terms. */
export function FrameFields({ accompanimentId, audiences, disabled }: FrameFieldsProps) {
  const scope = useEntry(accompanimentId, 'framing/scope')
  const period = useEntry(accompanimentId, 'framing/period')
  const audience = useEntry(accompanimentId, 'framing/audience')
  const pricing = useEntry(accompanimentId, 'framing/pricing-accepted')
  const [years] = useState(lastYears)
  const known = period.value !== undefined && !years.includes(period.value) ? [period.value] : []

  return (
    <section className="framing-section" aria-labelledby="frame-title">
      <h2 className="rule" id="frame-title">
        {t.frame}
      </h2>
      <div className="form">
        <ChoiceField
          id="framing/scope"
          label={t.scope}
          disabled={disabled}
          error={scope.error}
          value={scope.value}
          onChange={scope.setValue}
          choices={[
            { value: 'entity', label: t.scopes.entity },
            { value: 'group', label: t.scopes.group },
          ]}
        />
        <NativeSelect
          id="framing/period"
          label={t.period}
          description={t.periodHint}
          disabled={disabled}
          error={period.error}
          value={period.value ?? ''}
          data={[{ value: '', label: fieldTexts.toChoose }, ...years, ...known]}
          onChange={(event) => period.setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
        {audiences && (
          <ChoiceField
            id="framing/audience"
            label={t.audience}
            disabled={disabled}
            error={audience.error}
            value={audience.value}
            onChange={audience.setValue}
            choices={[{ value: 'full', label: t.audienceFull, why: t.audienceFullWhy }]}
          />
        )}
        <YesNoField
          id="framing/pricing-accepted"
          label={t.pricing}
          hint={t.pricingHint}
          disabled={disabled}
          error={pricing.error}
          value={pricing.value}
          yes={t.pricingYes}
          no={t.pricingNo}
          onChange={pricing.setValue}
        />
      </div>
    </section>
  )
}

/** `audiences`: whether there is a document to choose. */
type FrameFieldsProps = FramingFieldsProps & { readonly audiences: boolean }

/** This year and the three before: an accompaniment looks at a year that is known. */
function lastYears(): readonly string[] {
  const year = new Date().getFullYear()
  return [0, 1, 2, 3].map((back) => String(year - back))
}
