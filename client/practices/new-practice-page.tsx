import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { kinds, type Kind } from '#src/questionnaire/questionnaire.ts'
import { accompanimentTexts } from '#client/accompaniment/texts-fr.ts'
import { faultOf, sentenceOf } from '#client/app/api.ts'
import { today } from '#client/app/dates.ts'
import { api } from '#client/app/endpoints.ts'
import { newId } from '#client/app/new-id.ts'
import { paths } from '#client/app/paths.ts'
import { keys } from '#client/app/query-client.ts'
import { Note } from '#client/feedback/note.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { practiceTexts as t } from './texts-fr.ts'
import '#client/fields/fields.css'

/** Tells a practice to the network; without a dated written consent it is not shared. */
export default function NewPracticePage() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [operationId] = useState(newId)
  const [texts, setTexts] = useState({ title: '', context: '', how: '', results: '', advice: '', structure: '' })
  const [chosen, setChosen] = useState<readonly Kind[]>([])
  const [consentOn, setConsentOn] = useState('')
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const set = (part: keyof typeof texts) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setTexts({ ...texts, [part]: event.currentTarget.value })
  const missing = {
    title: texts.title.trim().length < 3 ? t.nameNeeded : undefined,
    consent: consentOn === '' ? t.consentNeeded : undefined,
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setChecked(true)
    if (missing.title !== undefined || missing.consent !== undefined) {
      document.getElementById(missing.title === undefined ? 'practice-consent' : 'practice-title')?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      const { title, context, how, results, advice, structure } = texts
      await api.createPractice({
        operationId,
        title: title.trim(),
        context,
        how,
        ...(results.trim() === '' ? {} : { results }),
        ...(advice.trim() === '' ? {} : { advice }),
        ...(structure.trim() === '' ? {} : { structure }),
        criteria: [],
        kinds: [...chosen],
        consentOn,
      })
      await queries.invalidateQueries({ queryKey: keys.practices })
      await navigate({ to: paths.practices })
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <div className="page narrow">
      <PageTitle title={t.newTitle} back={{ to: paths.practices, label: t.back }} />
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          id="practice-title"
          label={t.name}
          description={t.nameHint}
          maxLength={90}
          value={texts.title}
          onChange={set('title')}
          error={(checked && missing.title) || faultOf(failure, '/title')}
        />
        {(['context', 'how', 'results', 'advice'] as const).map((part) => (
          <Textarea
            key={part}
            label={t[part]}
            rows={3}
            resize="vertical"
            maxLength={1000}
            value={texts[part]}
            onChange={set(part)}
          />
        ))}
        <Checkbox.Group
          label={t.kinds}
          value={[...chosen]}
          onChange={(values) => setChosen(kinds.filter((kind) => values.includes(kind)))}
        >
          <div className="choices">
            {kinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={accompanimentTexts.kinds[kind]} color="var(--link)" size="md" />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          label={t.structure}
          description={t.structureHint}
          maxLength={120}
          value={texts.structure}
          onChange={set('structure')}
        />
        <TextInput
          id="practice-consent"
          type="date"
          label={t.consentOn}
          max={today()}
          value={consentOn}
          onChange={(event) => setConsentOn(event.currentTarget.value)}
          error={(checked && missing.consent) || faultOf(failure, '/consentOn')}
        />
        {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
        <div className="form-actions">
          <button type="submit" className="btn primary" aria-busy={busy}>
            {t.publish}
          </button>
        </div>
      </form>
    </div>
  )
}
