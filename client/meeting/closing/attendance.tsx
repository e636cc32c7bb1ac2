import { paths } from '#client/app/paths.ts'
import type { MeetingEntry } from '#src/accompaniment/entry.ts'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { closingTexts as t } from './texts-fr.ts'

/** Who was there, by function, and whether the direction was: some steps wait for that. */
export function Attendance({ opened, meeting }: { readonly opened: Opened; readonly meeting: string }) {
  const { value, setValue, error } = useEntry(opened.id, `meeting/${meeting}`)
  const writable = opened.canWrite('meeting')
  const change = (part: Partial<MeetingEntry>) => {
    if (value !== undefined) opened.put(`meeting/${meeting}`, { ...value, ...part })
  }

  return (
    <section aria-labelledby="there-title" className="closing-there">
      <h2 className="rule" id="there-title">
        {t.there}
      </h2>
      {value === undefined ? (
        <p className="closing-none">
          {t.notDated}{' '}
          {writable && (
            <GoLink className="act" to={paths.page(opened.id, 'framing', `meeting/${meeting}`)}>
              {t.setDate}
            </GoLink>
          )}
        </p>
      ) : (
        <>
          <TextField
            id={`meeting/${meeting}`}
            label={t.attendees}
            hint={t.attendeesHint}
            value={value.attendees ?? ''}
            max={300}
            rows={3}
            readOnly={!writable}
            error={error}
            onChange={(attendees) => setValue({ ...value, attendees })}
          />
          <Check
            label={t.management}
            checked={value.managementPresent === true}
            disabled={!writable}
            onChange={(managementPresent) => change({ managementPresent })}
          />
          <Check
            label={t.held}
            checked={value.held === true}
            disabled={!writable}
            onChange={(held) => change({ held })}
          />
        </>
      )}
    </section>
  )
}

function Check({ label, checked, disabled, onChange }: CheckProps) {
  return (
    <label className="closing-check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  )
}

type CheckProps = {
  readonly label: string
  readonly checked: boolean
  readonly disabled: boolean
  readonly onChange: (checked: boolean) => void
}
