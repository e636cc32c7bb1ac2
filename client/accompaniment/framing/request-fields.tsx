import '@mantine/core/styles/Input.css'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { FramingValues, RequestMotive } from '#src/accompaniment/entry.ts'
import { fullDay, today } from '#client/app/dates.ts'
import { YesNoField } from '#client/fields/choice.tsx'
import { fieldTexts } from '#client/fields/texts-fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { framingTexts as t } from './texts-fr.ts'

/** Why the structure asks, by when, and whether it belongs to the network. */
export function RequestFields({ accompanimentId, motives, disabled }: RequestFieldsProps) {
  const request = useEntry(accompanimentId, 'framing/request')
  const membership = useEntry(accompanimentId, 'framing/membership')

  function change(part: Partial<FramingValues['request']>): void {
    const { details, neededBy, ...kept } = { motive: 'other' as const, ...request.value, ...part }
    request.setValue({
      ...kept,
      ...(details === undefined || details === '' ? {} : { details }),
      ...(neededBy === undefined || neededBy === '' ? {} : { neededBy }),
    })
  }

  return (
    <section className="framing-section" aria-labelledby="request-title">
      <h2 className="rule" id="request-title">
        {t.request}
      </h2>
      <div className="form">
        <NativeSelect
          id="framing/request"
          label={t.motive}
          disabled={disabled}
          value={request.value?.motive ?? ''}
          error={request.error}
          data={[
            { value: '', label: fieldTexts.toChoose },
            ...motives.map((value) => ({ value, label: t.motives[value] })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            if (isMotive(chosen)) change({ motive: chosen })
          }}
        />
        <Textarea
          label={t.details}
          rows={3}
          resize="vertical"
          maxLength={500}
          disabled={disabled || request.value === undefined}
          value={request.value?.details ?? ''}
          onChange={(event) => change({ details: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t.neededBy}
          disabled={disabled || request.value === undefined}
          value={request.value?.neededBy ?? ''}
          onChange={(event) => change({ neededBy: event.currentTarget.value })}
        />
        <YesNoField
          id="framing/membership"
          label={t.membership}
          hint={membership.value === undefined ? undefined : t.checkedOn(fullDay(membership.value.checkedOn))}
          disabled={disabled}
          error={membership.error}
          value={membership.value?.member}
          yes={t.yes}
          no={t.no}
          onChange={(member) => membership.setValue({ member, checkedOn: today() })}
        />
      </div>
    </section>
  )
}

export type FramingFieldsProps = { readonly accompanimentId: string; readonly disabled: boolean }

/** `motives`: those of the journey. */
type RequestFieldsProps = FramingFieldsProps & { readonly motives: readonly RequestMotive[] }

function isMotive(value: string): value is RequestMotive {
  return Object.hasOwn(t.motives, value)
}
