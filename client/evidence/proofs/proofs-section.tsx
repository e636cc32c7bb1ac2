import { IconExternalLink, IconFile, IconPlus, IconQuote, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { can } from '#src/access/can.ts'
import type { ProofView } from '#src/contract/proofs.ts'
import { sentenceOf } from '#client/app/api.ts'
import { longDay, whenShort } from '#client/app/dates.ts'
import { formatNumber } from '#client/app/fr.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { Note } from '#client/feedback/note.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { quoted } from '#client/opened/quoted.ts'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'
import { proofApi } from './proof-api.ts'
import type { ProofTarget } from './proof-target.ts'

const ProofForm = lazy(() => import('./proof-form.tsx'))

/** The proofs of an argument or an element: what they are, where they lead, and how to take one out and back. */
export function ProofsSection({
  opened,
  targets,
}: {
  readonly opened: Opened
  readonly targets: readonly ProofTarget[]
}) {
  const [adding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<ProofView>()
  const [failure, setFailure] = useState<string>()
  const refresh = useRefreshAccompaniment(opened.id)
  const proofs = opened.view.proofs.filter((proof) => targets.some(({ target }) => target === proof.target))
  const writable = can(opened.view.role, 'add-proof') && !opened.view.frozen

  async function act(work: () => Promise<unknown>, then: ProofView | undefined): Promise<void> {
    setFailure(undefined)
    try {
      await work()
      await refresh()
      setRemoved(then)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <section className="proofs" aria-label={evidenceTexts.proofs}>
      <div className="group-head">
        <h2>{evidenceTexts.proofs}</h2>
        {writable && targets.length > 0 && (
          <button type="button" className="btn s" onClick={() => setAdding(true)}>
            <IconPlus size={20} aria-hidden />
            {evidenceTexts.addProof}
          </button>
        )}
      </div>
      {proofs.length === 0 && <p className="muted proofs-none">{evidenceTexts.proofsNone}</p>}
      <ul>
        {proofs.map((proof) => (
          <ProofLine
            key={proof.id}
            opened={opened}
            proof={proof}
            onRemove={writable ? () => void act(() => proofApi.remove(opened.id, proof.id), proof) : undefined}
          />
        ))}
      </ul>
      {removed !== undefined && (
        <Note kind="ok">
          {evidenceTexts.removed(removed.name)}{' '}
          <button
            type="button"
            className="act"
            onClick={() => void act(() => proofApi.restore(opened.id, removed.id), undefined)}
          >
            {openedTexts.undo}
          </button>
        </Note>
      )}
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      {adding && (
        <Suspense fallback={null}>
          <ProofForm accompanimentId={opened.id} targets={targets} onAdded={refresh} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  )
}

function ProofLine({ opened, proof, onRemove }: LineProps) {
  const { kind, name, testimony, url } = proof
  const Icon = kind === 'file' ? IconFile : kind === 'link' ? IconExternalLink : IconQuote
  return (
    <li>
      <Icon size={22} aria-hidden />
      <span className="proof-what">
        <b>{testimony === undefined ? name : quoted(testimony.text)}</b>
        <span className="small muted">{proofDetail(proof)}</span>
      </span>
      <span className="row">
        {kind === 'file' && (
          <a className="act" href={proofApi.fileHref(opened.id, proof.id)} download={name}>
            {evidenceTexts.download}
            <span className="vh"> {name}</span>
          </a>
        )}
        {url !== undefined && (
          <a className="act" href={url} target="_blank" rel="noopener noreferrer">
            {evidenceTexts.open}
            <span className="vh"> {name}</span>
          </a>
        )}
        {onRemove !== undefined && (
          <button type="button" className="icon-button" onClick={onRemove} aria-label={evidenceTexts.removeProof(name)}>
            <IconTrash size={20} aria-hidden />
          </button>
        )}
      </span>
    </li>
  )
}

function proofDetail({ testimony, bytes, name, addedBy, addedAt }: ProofView): string {
  if (testimony !== undefined) {
    const consent = testimony.consent ? evidenceTexts.consentGiven : evidenceTexts.consentMissing
    return `${testimony.author}, ${longDay(testimony.saidOn)}, ${consent}`
  }
  const kind = bytes === undefined ? '' : `${(name.split('.').at(-1) ?? '').toUpperCase()}, ${weightOf(bytes)}, `
  return `${kind}${evidenceTexts.addedBy(addedBy, whenShort(addedAt))}`
}

/** « 214 ko », « 1,2 Mo ». */
function weightOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${formatNumber(Math.max(1, bytes / 1024), 0)}\u00a0ko`
    : `${formatNumber(bytes / 1024 / 1024, 1)}\u00a0Mo`
}

type LineProps = { readonly opened: Opened; readonly proof: ProofView; readonly onRemove: (() => void) | undefined }
