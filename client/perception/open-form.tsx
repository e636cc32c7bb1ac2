import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { Checkbox, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { sentenceOf } from '#client/app/api.ts'
import { today } from '#client/app/dates.ts'
import { newId } from '#client/app/new-id.ts'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { perceptionApi } from './perception-api.ts'
import { perceptionTexts as t } from './texts-fr.ts'

/** How many are invited, until when, and the information displayed: then the window opens. */
export function OpenForm({ accompanimentId, onOpened }: OpenFormProps) {
  const [operationId] = useState(newId)
  const [invited, setInvited] = useState('')
  const [until, setUntil] = useState('')
  const [informed, setInformed] = useState(false)
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  const people = Number(invited)
  const faults = {
    invited:
      !/^\d+$/.test(invited.trim()) || people === 0
        ? t.missingInvited
        : people < thresholds.fewestInvited
          ? t.tooFew(thresholds.fewestInvited)
          : undefined,
    until: until === '' || until < today() ? t.missingUntil : undefined,
    informed: informed ? undefined : t.missingInformed,
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setChecked(true)
    const first = Object.entries(faults).find(([, fault]) => fault !== undefined)
    if (first !== undefined) {
      document.getElementById(`perception-${first[0]}`)?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      await perceptionApi.open(accompanimentId, { operationId, invited: people, until, informationDisplayed: true })
      await onOpened()
      // The form that was sent is gone.
      document.getElementById('content')?.focus({ preventScroll: true })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <form className="form panel" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t.openTitle}</h2>
      <TextInput
        id="perception-invited"
        label={t.invited}
        description={t.invitedHint(thresholds.fewestInvited)}
        inputMode="numeric"
        maxLength={4}
        value={invited}
        error={checked ? faults.invited : undefined}
        onChange={(event) => setInvited(event.currentTarget.value)}
      />
      <TextInput
        id="perception-until"
        type="date"
        label={t.until}
        description={t.untilHint}
        min={today()}
        value={until}
        error={checked ? faults.until : undefined}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Checkbox
        id="perception-informed"
        label={t.informed}
        description={t.informedWhy}
        color="var(--link)"
        size="md"
        checked={informed}
        error={checked ? faults.informed : undefined}
        onChange={(event) => setInformed(event.currentTarget.checked)}
      />
      <p>
        <GoLink className="act" to={paths.poster(accompanimentId)}>
          {t.poster}
        </GoLink>
      </p>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <div className="form-actions">
        <button type="submit" className="btn primary" aria-busy={busy}>
          {t.open}
        </button>
      </div>
    </form>
  )
}

type OpenFormProps = { readonly accompanimentId: string; readonly onOpened: () => Promise<unknown> }
