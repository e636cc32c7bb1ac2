import { useRef, useState, type SubmitEvent } from 'react'
import type { ProofBody } from '#src/contract/proofs.ts'
import { faultOf, sentenceOf } from '#client/app/api.ts'
import { today } from '#client/app/dates.ts'
import { newId } from '#client/app/new-id.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { Note } from '#client/feedback/note.tsx'
import { Choice } from '#client/opened/choice.tsx'
import { SelectField } from '#client/opened/select-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'
import { proofApi } from './proof-api.ts'
import type { ProofTarget } from './proof-target.ts'
import { mostBytes, uploadProof } from './upload.ts'

type ProofKind = 'file' | 'link' | 'testimony'
const kinds: readonly ProofKind[] = ['file', 'link', 'testimony']

/** Adds a proof: a file, a link or a testimony. What is refused says why, and what was typed stays. */
export default function ProofForm({ accompanimentId, targets, onAdded, onClose }: FormProps) {
  const [kind, setKind] = useState<ProofKind>('file')
  const [target, setTarget] = useState(targets[0]?.target ?? '')
  const [file, setFile] = useState<File>()
  const [link, setLink] = useState({ url: 'https://', name: '' })
  const [testimony, setTestimony] = useState({ text: '', author: '', saidOn: today(), consent: false })
  const [percent, setPercent] = useState<number>()
  const [failure, setFailure] = useState<unknown>()
  const [tooLarge, setTooLarge] = useState<string>()
  const operationId = useRef(newId())

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    setFailure(undefined)
    setTooLarge(undefined)
    if (kind === 'file' && file === undefined) return setTooLarge(evidenceTexts.fileMissing)
    if (kind === 'file' && file !== undefined && file.size > mostBytes) return setTooLarge(evidenceTexts.fileTooLarge)
    setPercent(0)
    try {
      if (kind === 'file' && file !== undefined) await uploadProof(accompanimentId, target, file, setPercent)
      else await proofApi.add(accompanimentId, bodyOf(kind))
      await onAdded()
      onClose()
    } catch (error) {
      setFailure(error)
      // A refusal changed nothing: what is sent next is another operation.
      operationId.current = newId()
    }
    setPercent(undefined)
  }

  function bodyOf(chosen: ProofKind): ProofBody {
    const common = { operationId: operationId.current, target }
    return chosen === 'link'
      ? { ...common, kind: 'link', url: link.url.trim(), name: link.name.trim() }
      : { ...common, kind: 'testimony', ...testimony }
  }

  return (
    <Dialog opened title={evidenceTexts.addProof} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <Choice
          label={evidenceTexts.whichKind}
          value={kind}
          onChange={setKind}
          options={kinds.map((each) => ({ value: each, label: evidenceTexts.proofKinds[each] }))}
        />
        {targets.length > 1 && (
          <SelectField
            label={evidenceTexts.proves}
            value={target}
            options={targets.map((each) => ({ value: each.target, label: each.label }))}
            onChange={setTarget}
          />
        )}
        {kind === 'file' && (
          <div className="text-field">
            <label className="label" htmlFor="proof-file">
              {evidenceTexts.file}
            </label>
            <p className="hint" id="proof-file-hint">
              {evidenceTexts.fileHint}
            </p>
            <input
              id="proof-file"
              type="file"
              className="input"
              accept=".pdf,.png,.jpg,.jpeg,.webp,.odt,.docx,.ods,.xlsx"
              aria-describedby="proof-file-hint"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
          </div>
        )}
        {kind === 'link' && (
          <>
            <TextField
              label={evidenceTexts.linkUrl}
              hint={evidenceTexts.linkHint}
              value={link.url}
              error={faultOf(failure, '/url')}
              onChange={(url) => setLink({ ...link, url })}
            />
            <TextField
              label={evidenceTexts.linkName}
              value={link.name}
              max={120}
              error={faultOf(failure, '/name')}
              onChange={(name) => setLink({ ...link, name })}
            />
          </>
        )}
        {kind === 'testimony' && (
          <>
            <TextField
              label={evidenceTexts.testimony}
              rows={3}
              max={2000}
              value={testimony.text}
              error={faultOf(failure, '/text')}
              onChange={(text) => setTestimony({ ...testimony, text })}
            />
            <TextField
              label={evidenceTexts.testimonyAuthor}
              hint={evidenceTexts.testimonyAuthorHint}
              max={80}
              value={testimony.author}
              error={faultOf(failure, '/author')}
              onChange={(author) => setTestimony({ ...testimony, author })}
            />
            <div className="text-field">
              <label className="label" htmlFor="said-on">
                {evidenceTexts.saidOn}
              </label>
              <input
                id="said-on"
                type="date"
                className="input"
                max={today()}
                value={testimony.saidOn}
                onChange={(event) => setTestimony({ ...testimony, saidOn: event.target.value })}
              />
            </div>
            <label className="row">
              <input
                type="checkbox"
                checked={testimony.consent}
                onChange={(event) => setTestimony({ ...testimony, consent: event.target.checked })}
              />
              {evidenceTexts.consent}
            </label>
            {!testimony.consent && <Note>{evidenceTexts.noConsent}</Note>}
          </>
        )}
        {percent !== undefined && kind === 'file' && (
          <div>
            <progress
              className="upload-progress"
              max={100}
              value={percent}
              aria-label={evidenceTexts.sending(percent)}
            />
            <p className="small muted" role="status">
              {evidenceTexts.sending(percent)}
            </p>
          </div>
        )}
        {tooLarge !== undefined && <Note kind="error">{tooLarge}</Note>}
        {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
        <div className="dialog-actions">
          <button type="button" className="btn ghost" onClick={onClose}>
            {appTexts.cancel}
          </button>
          <button
            type="submit"
            className="btn primary"
            aria-busy={percent !== undefined}
            disabled={percent !== undefined}
          >
            {evidenceTexts.addIt}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

type FormProps = {
  readonly accompanimentId: string
  readonly targets: readonly ProofTarget[]
  readonly onAdded: () => Promise<unknown>
  readonly onClose: () => void
}
