import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { Checkbox, TextInput } from '@mantine/core'
import { paths } from '#client/app/paths.ts'
import type { Opened } from '#client/opened/opened.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { restitutionTexts as t } from './texts-fr.ts'

/** Who heard the results: the direction's presence is what the plan waits for. */
export function Presence({ opened }: { readonly opened: Opened }) {
  const { value, setValue, error } = useEntry(opened.id, 'meeting/restitution')
  const writable = opened.canWrite('meeting')

  return (
    <section className="panel restitution-presence" id="meeting/restitution" aria-labelledby="presence-title">
      <h2 id="presence-title">{t.presence}</h2>
      {value === undefined ? (
        <p className="muted">
          {t.noDate} <GoLink to={paths.page(opened.id, 'framing', 'meeting/restitution')}>{t.setDate}</GoLink>
        </p>
      ) : (
        <div className="form">
          <Checkbox
            label={t.management}
            description={t.managementWhy}
            color="var(--link)"
            size="md"
            disabled={!writable}
            error={error}
            checked={value.managementPresent === true}
            onChange={(event) => setValue({ ...value, held: true, managementPresent: event.currentTarget.checked })}
          />
          <TextInput
            label={t.attendees}
            description={t.presenceHint}
            maxLength={300}
            disabled={!writable}
            value={value.attendees ?? ''}
            onChange={(event) => {
              const { attendees: _before, ...kept } = value
              const attendees = event.currentTarget.value
              setValue(attendees === '' ? kept : { ...kept, attendees })
            }}
          />
        </div>
      )}
    </section>
  )
}
