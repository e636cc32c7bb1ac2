import { useQueryClient } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { can } from '#src/access/can.ts'
import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import type { SynthesisView } from '#src/contract/syntheses.ts'
import { sentenceOf } from '#client/app/api.ts'
import { whenShort } from '#client/app/dates.ts'
import { formatNumber } from '#client/app/fr.ts'
import { newId } from '#client/app/new-id.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { Note } from '#client/feedback/note.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { useSaver } from '#client/saving/saver-context.tsx'
import { isUnderWay, synthesisApi, useSyntheses } from './synthesis-api.ts'
import { synthesisTexts } from './texts-fr.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))

/** Printing with its progress, every document printed so far, and a correction after delivery. */
export function Documents({ opened }: { readonly opened: Opened }) {
  const syntheses = useSyntheses(opened.id, opened.view.syntheses)
  const [failure, setFailure] = useState<string>()
  const [correcting, setCorrecting] = useState(false)
  const saver = useSaver()
  const queries = useQueryClient()
  const refresh = useRefreshAccompaniment(opened.id)
  const documents = syntheses.data
  const underWay = documents.find(isUnderWay)
  const { audiences } = outlineOf(opened.questionnaire)
  const isDelivered = opened.view.state === 'delivered' || opened.view.state === 'follow-up'

  useRefreshWhenDone(underWay !== undefined, refresh)

  async function print(): Promise<void> {
    setFailure(undefined)
    // What was just typed belongs in the document.
    saver.flush()
    try {
      // A correction renews them all by itself; before delivery each is asked for, and the review needs each.
      for (const audience of isDelivered ? audiences.slice(0, 1) : audiences) {
        await synthesisApi.print(opened.id, newId(), audience)
      }
      await queries.invalidateQueries({ queryKey: ['syntheses', opened.id] })
      await refresh()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <section id="documents" aria-labelledby="documents-title">
      <h2 className="rule" id="documents-title">
        {synthesisTexts.documents}
      </h2>
      {documents.length === 0 && <p className="muted synthesis-none">{synthesisTexts.noDocument}</p>}
      <ul className="documents">
        {documents.map((document) => (
          <DocumentLine key={document.id} opened={opened} document={document} />
        ))}
      </ul>
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <div className="row documents-acts">
        {underWay === undefined && can(opened.view.role, 'print-synthesis') && !opened.view.frozen && (
          <button type="button" className="btn" onClick={() => void print()}>
            {isDelivered
              ? synthesisTexts.printCorrection
              : documents.length === 0
                ? audiences.length > 1
                  ? synthesisTexts.printBoth
                  : synthesisTexts.print
                : synthesisTexts.printAgain}
          </button>
        )}
        {opened.view.frozen && isDelivered && can(opened.view.role, 'open-correction') && (
          <button type="button" className="btn" onClick={() => setCorrecting(true)}>
            {synthesisTexts.correct}
          </button>
        )}
      </div>
      {correcting && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={synthesisTexts.correct}
            question={synthesisTexts.correctQuestion}
            why={synthesisTexts.correctWhy}
            action={synthesisTexts.correctIt}
            onConfirm={async (reason) => {
              await synthesisApi.correct(opened.id, newId(), reason)
              await refresh()
            }}
            onClose={() => setCorrecting(false)}
          />
        </Suspense>
      )}
    </section>
  )
}

function DocumentLine({ opened, document }: { readonly opened: Opened; readonly document: SynthesisView }) {
  const { state, progressPercent, revision, pages, bytes, requestedAt, current, fingerprint } = document
  const isOneOfMany = outlineOf(opened.questionnaire).audiences.length > 1
  const number = revision === 0 ? synthesisTexts.draft : synthesisTexts.revision(revision)
  const name = isOneOfMany ? `${synthesisTexts.audiences[document.audience].title}, ${number.toLowerCase()}` : number
  if (isUnderWay(document)) {
    return (
      <li>
        <div className="document-progress">
          <b>{name}</b>
          <progress max={100} value={progressPercent} aria-label={synthesisTexts.printing(progressPercent)} />
          <p className="small muted" role="status">
            {state === 'queued' ? synthesisTexts.queued : synthesisTexts.printing(progressPercent)}{' '}
            {synthesisTexts.mayLeave}
          </p>
        </div>
      </li>
    )
  }
  return (
    <li>
      <div>
        <b>{name}</b> <span className="quiet small">{whenShort(requestedAt)}</span>
        {state === 'failed' && <Note kind="error">{synthesisTexts.failed}</Note>}
        {state === 'ready' && (
          <p className="small muted">
            {pages !== undefined && bytes !== undefined && `${synthesisTexts.detail(pages, weightOf(bytes))}, `}
            {current ? synthesisTexts.current : synthesisTexts.outdated}
            <br />
            {synthesisTexts.fingerprint(fingerprint.slice(0, 12))}
          </p>
        )}
      </div>
      {state === 'ready' && (
        <a className="act" href={synthesisApi.pdfHref(opened.id, document.id)} download>
          <IconDownload size={20} aria-hidden />
          {synthesisTexts.download}
          <span className="vh">
            {' '}
            {name}, {whenShort(requestedAt)}
          </span>
        </a>
      )}
    </li>
  )
}

/** Once a print ends, what waited for it is settled: the page's list must know. */
function useRefreshWhenDone(underWay: boolean, refresh: () => Promise<unknown>): void {
  const was = useRef(underWay)
  useEffect(() => {
    if (was.current && !underWay) void refresh()
    was.current = underWay
  }, [underWay, refresh])
}

function weightOf(bytes: number): string {
  return `${formatNumber(Math.max(1, bytes / 1024), 0)}\u00a0ko`
}
