import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { MeetingEntry } from '#src/accompaniment/entry.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { framingTexts as t } from './texts-fr.ts'
import '#client/fields/fields.css'
import './framing.css'

/** A dated meeting. Choosing its day is enough: two in the afternoon, two hours, until said otherwise. */
export function MeetingFields({ accompanimentId, meeting, title, disabled }: MeetingFieldsProps) {
  const { value, setValue, error } = useEntry(accompanimentId, `meeting/${meeting}`)
  const [day = '', hour = '14:00'] = (value?.startsAt ?? '').split('T')

  const minutes = value?.minutes ?? 120

  function change(part: Partial<MeetingEntry>): void {
    const { place, ...kept } = { minutes: 120, startsAt: '', ...value, ...part }
    setValue({ ...kept, ...(place === undefined || place === '' ? {} : { place }) })
  }

  return (
    <fieldset className="form framing-meeting" id={`meeting/${meeting}`}>
      <legend className="label">{title}</legend>
      <div className="form-two">
        <TextInput
          type="date"
          label={t.day}
          disabled={disabled}
          value={day}
          error={error}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            if (chosen === '') setValue(null)
            else change({ startsAt: `${chosen}T${hour}` })
          }}
        />
        {day !== '' && (
          <TextInput
            type="time"
            label={t.hour}
            disabled={disabled}
            value={hour}
            onChange={(event) => {
              if (event.currentTarget.value !== '')
                change({ startsAt: `${day}T${event.currentTarget.value.slice(0, 5)}` })
            }}
          />
        )}
      </div>
      {day !== '' && (
        <>
          <NativeSelect
            label={t.length}
            disabled={disabled}
            value={String(minutes)}
            data={[...new Set([...lengths, minutes])]
              .toSorted((a, b) => a - b)
              .map((each) => ({ value: String(each), label: t.lengthOf(each) }))}
            onChange={(event) => change({ minutes: Number(event.currentTarget.value) })}
          />
          <TextInput
            label={t.place}
            description={t.placeHint}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxLength={120}
            disabled={disabled}
            value={value?.place ?? ''}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          <div className="choices">
            <Checkbox
              label={t.held}
              color="var(--link)"
              size="md"
              disabled={disabled}
              checked={value?.held === true}
              onChange={(event) => change({ held: event.currentTarget.checked })}
            />
          </div>
        </>
      )}
    </fieldset>
  )
}

const lengths = [30, 60, 90, 120, 150, 180, 240]

type MeetingFieldsProps = {
  readonly accompanimentId: string
  /** Id of a meeting of the journey. */
  readonly meeting: string
  readonly title: string
  readonly disabled: boolean
}
