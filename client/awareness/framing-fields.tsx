import '@mantine/core/styles/Input.css'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FramingValues, RequestTrigger } from '#src/accompaniment/entry.ts'
import { YesNoField } from '#client/fields/choice.tsx'
import { fieldTexts } from '#client/fields/texts-fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { confidentialTexts as t } from './texts-fr.ts'
import './framing-fields.css'

/** What a confidential accompaniment agrees on before it begins: why now, the charter, who carries the subject. */
export function ConfidentialFramingFields({ accompanimentId, disabled }: FieldsProps) {
  const trigger = useEntry(accompanimentId, 'framing/trigger')
  const charter = useEntry(accompanimentId, 'framing/confidentiality')
  const lead = useEntry(accompanimentId, 'framing/lead-person')
  const topics = useEntry(accompanimentId, 'framing/sensitive-topics')

  function change(part: Partial<FramingValues['trigger']>): void {
    const { details, ...kept } = { trigger: 'other' as const, ...trigger.value, ...part }
    trigger.setValue({ ...kept, ...(details === undefined || details === '' ? {} : { details }) })
  }

  return (
    <section className="framing-section" aria-labelledby="confidential-title">
      <h2 className="rule" id="confidential-title">
        {t.title}
      </h2>
      <div className="form">
        <NativeSelect
          id="framing/trigger"
          label={t.trigger}
          disabled={disabled}
          error={trigger.error}
          value={trigger.value?.trigger ?? ''}
          data={[
            { value: '', label: fieldTexts.toChoose },
            ...triggers.map((value) => ({ value, label: t.triggers[value] })),
          ]}
          onChange={(event) => {
            const chosen = triggers.find((each) => each === event.currentTarget.value)
            if (chosen !== undefined) change({ trigger: chosen })
          }}
        />
        <Textarea
          label={t.triggerDetails}
          rows={2}
          resize="vertical"
          maxLength={500}
          disabled={disabled || trigger.value === undefined}
          value={trigger.value?.details ?? ''}
          onChange={(event) => change({ details: event.currentTarget.value })}
        />
        <div>
          <p className="label">{t.charter}</p>
          <ul className="charter">
            {t.charterLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <YesNoField
            id="framing/confidentiality"
            label={t.charterAccepted}
            disabled={disabled}
            error={charter.error}
            value={charter.value}
            yes={t.charterYes}
            no={t.charterNo}
            onChange={charter.setValue}
          />
        </div>
        <TextInput
          id="framing/lead-person"
          label={t.leadPerson}
          description={t.leadPersonHint}
          maxLength={80}
          disabled={disabled}
          error={lead.error}
          value={lead.value ?? ''}
          onChange={(event) => lead.setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
        <Textarea
          id="framing/sensitive-topics"
          label={t.sensitive}
          description={t.sensitiveHint}
          rows={3}
          resize="vertical"
          maxLength={1000}
          disabled={disabled}
          error={topics.error}
          value={topics.value ?? ''}
          onChange={(event) => topics.setValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      </div>
    </section>
  )
}

const triggers: readonly RequestTrigger[] = ['prevention', 'incident', 'funder', 'other']

type FieldsProps = { readonly accompanimentId: string; readonly disabled: boolean }
