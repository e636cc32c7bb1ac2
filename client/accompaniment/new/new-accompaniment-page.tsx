import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import type { MethodView } from '#src/contract/methods.ts'
import type { Structure } from '#src/contract/structures.ts'
import type { NewAccompanimentBody } from '#src/contract/accompaniments.ts'
import { sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { isMailAddress } from '#client/app/mail-address.ts'
import { newId } from '#client/app/new-id.ts'
import { paths } from '#client/app/paths.ts'
import { useMethods } from '#client/app/queries.ts'
import { keys } from '#client/app/query-client.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Note } from '#client/feedback/note.tsx'
import { ChoiceField } from '#client/fields/choice.tsx'
import { focusField } from '#client/fields/focus-field.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import {
  emptyStructure,
  structureErrors,
  StructureFields,
  structureOfDraft,
} from '#client/structures/structure-fields.tsx'
import { RequestDraftFields, type RequestDraft, emptyRequest } from './request-draft.tsx'
import { StructureFinder } from './structure-finder.tsx'
import { newTexts as t } from './texts-fr.ts'
import '#client/fields/fields.css'
import './new.css'

/** Opens an accompaniment: a structure, known or new, why it asks, and who will answer for it. */
export default function NewAccompanimentPage() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [operationId] = useState(newId)
  const [which, setWhich] = useState<'known' | 'fresh'>('known')
  const [known, setKnown] = useState<Structure>()
  const [fresh, setFresh] = useState(emptyStructure)
  const [request, setRequest] = useState<RequestDraft>(emptyRequest)
  const [checked, setChecked] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const methods = useMethods().data ?? []
  // With one method there is nothing to choose.
  const method = request.method ?? (methods.length === 1 ? methods[0] : undefined)

  const faults = {
    method: method === undefined ? t.methodNeeded : undefined,
    structure: which === 'fresh' ? structureErrors(fresh) : {},
    known: which === 'known' && known === undefined ? t.choose : undefined,
    motive: request.motive === undefined ? t.motiveNeeded : undefined,
    referent: isHalfReferent(request) ? t.referentBoth : undefined,
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setChecked(true)
    const first = firstFault(faults)
    if (first !== undefined || request.motive === undefined || method === undefined) {
      focusField(first ?? '')
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      const { id } = await api.createAccompaniment(
        bodyOf(operationId, known === undefined || which === 'fresh' ? structureOfDraft(fresh) : { id: known.id }, {
          ...request,
          method,
          motive: request.motive,
        }),
      )
      await queries.invalidateQueries({ queryKey: keys.portfolio })
      await navigate({ to: paths.page(id, 'home') })
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <div className="page narrow">
      <PageTitle title={t.title} back={{ to: paths.home, label: appTexts.myAccompaniments }}>
        {t.lead}
      </PageTitle>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        {methods.length > 1 && (
          <>
            <h2 className="rule">{t.method}</h2>
            <ChoiceField
              id="new-method"
              label={t.whichMethod}
              value={method?.id}
              error={checked ? faults.method : undefined}
              onChange={(id) => setRequest({ ...request, ...methodChosen(methods, id, request.motive) })}
              choices={methods.map(({ id, title, journey }) => ({ value: id, label: title, why: t.journeys[journey] }))}
            />
          </>
        )}
        <h2 className="rule">{t.structure}</h2>
        <ChoiceField
          id="new-which"
          label={t.which}
          value={which}
          onChange={setWhich}
          choices={[
            { value: 'known', label: t.known },
            { value: 'fresh', label: t.fresh },
          ]}
        />
        {which === 'known' ? (
          <StructureFinder chosen={known} onChoose={setKnown} error={checked ? faults.known : undefined} />
        ) : (
          <StructureFields draft={fresh} onChange={setFresh} errors={checked ? faults.structure : {}} />
        )}
        <RequestDraftFields
          draft={{ ...request, method }}
          onChange={setRequest}
          motiveError={checked ? faults.motive : undefined}
          referentError={checked ? faults.referent : undefined}
        />
        {failure !== undefined && <Note kind="error">{failure}</Note>}
        <div className="form-actions">
          <button type="submit" className="btn primary" aria-busy={busy}>
            {t.open}
          </button>
        </div>
      </form>
    </div>
  )
}

function firstFault(faults: {
  readonly structure: object
  readonly known: string | undefined
  readonly method: string | undefined
  readonly motive: string | undefined
  readonly referent: string | undefined
}): string | undefined {
  if (faults.method !== undefined) return 'new-method'
  const [field] = Object.keys(faults.structure)
  if (field !== undefined) return `structure-${field}`
  if (faults.known !== undefined) return 'new-find'
  if (faults.motive !== undefined) return 'new-motive'
  return faults.referent === undefined ? undefined : 'new-referent-name'
}

/** A motive that the chosen method does not have is asked again. */
function methodChosen(methods: readonly MethodView[], id: string, motive: RequestDraft['motive']) {
  const method = methods.find((each) => each.id === id)
  const kept = method !== undefined && motive !== undefined && outlines[method.journey].motives.includes(motive)
  return { method, motive: kept ? motive : undefined }
}

function isHalfReferent({ referentName, referentEmail }: RequestDraft): boolean {
  const [name, email] = [referentName.trim(), referentEmail.trim()]
  return (name !== '' || email !== '') && (name === '' || !isMailAddress(email))
}

function bodyOf(
  operationId: string,
  structure: NewAccompanimentBody['structure'],
  request: RequestDraft & { readonly method: MethodView; readonly motive: NewAccompanimentBody['motive'] },
): NewAccompanimentBody {
  const jobTitle = request.referentJob.trim()
  const referent = { name: request.referentName.trim(), email: request.referentEmail.trim() }
  return {
    operationId,
    structure,
    method: request.method.id,
    motive: request.motive,
    ...(request.details.trim() === '' ? {} : { details: request.details.trim() }),
    ...(request.neededBy === '' ? {} : { neededBy: request.neededBy }),
    ...(referent.name === '' ? {} : { referent: { ...referent, ...(jobTitle === '' ? {} : { jobTitle }) } }),
  }
}
