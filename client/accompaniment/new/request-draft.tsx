import '@mantine/core/styles/Input.css'
import { Textarea, TextInput } from '@mantine/core'
import type { RequestMotive } from '#src/accompaniment/entry.ts'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import type { MethodView } from '#src/contract/methods.ts'
import { today } from '#client/app/dates.ts'
import { framingTexts } from '#client/accompaniment/framing/texts-fr.ts'
import { ChoiceField } from '#client/fields/choice.tsx'
import { newTexts as t } from './texts-fr.ts'

export type RequestDraft = {
  readonly method: MethodView | undefined
  readonly motive: RequestMotive | undefined
  readonly details: string
  readonly neededBy: string
  readonly referentName: string
  readonly referentEmail: string
  readonly referentJob: string
}

export const emptyRequest: RequestDraft = {
  method: undefined,
  motive: undefined,
  details: '',
  neededBy: '',
  referentName: '',
  referentEmail: '',
  referentJob: '',
}

/** Why, by when, and who answers for the structure. */
export function RequestDraftFields({ draft, onChange, motiveError, referentError }: RequestDraftProps) {
  const set = (change: Partial<RequestDraft>) => onChange({ ...draft, ...change })
  const { motives } = outlines[draft.method?.journey ?? 'key-arguments']
  return (
    <>
      <h2 className="rule">{t.request}</h2>
      <ChoiceField
        id="new-motive"
        label={framingTexts.motive}
        value={draft.motive}
        error={motiveError}
        onChange={(motive) => set({ motive })}
        choices={motives.map((value) => ({ value, label: framingTexts.motives[value] }))}
      />
      <Textarea
        label={framingTexts.details}
        rows={3}
        resize="vertical"
        maxLength={500}
        value={draft.details}
        onChange={(event) => set({ details: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={framingTexts.neededBy}
        min={today()}
        value={draft.neededBy}
        onChange={(event) => set({ neededBy: event.currentTarget.value })}
      />
      <h2 className="rule">{t.referent}</h2>
      <p className="muted">{t.referentHint}</p>
      <TextInput
        id="new-referent-name"
        label={t.referentName}
        maxLength={80}
        value={draft.referentName}
        error={referentError}
        onChange={(event) => set({ referentName: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t.referentEmail}
        maxLength={254}
        value={draft.referentEmail}
        onChange={(event) => set({ referentEmail: event.currentTarget.value })}
      />
      <TextInput
        label={t.referentJob}
        maxLength={80}
        value={draft.referentJob}
        onChange={(event) => set({ referentJob: event.currentTarget.value })}
      />
    </>
  )
}

type RequestDraftProps = {
  readonly draft: RequestDraft
  readonly onChange: (draft: RequestDraft) => void
  readonly motiveError: string | undefined
  readonly referentError: string | undefined
}
