import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { QuizView } from '#src/contract/awareness.ts'
import { sentenceOf } from '#client/app/api.ts'
import { newId } from '#client/app/new-id.ts'
import { Note } from '#client/feedback/note.tsx'
import { RemovalDialog } from '#client/feedback/removal-dialog.tsx'
import { Qr } from '#client/meeting/live/qr.tsx'
import { quizApi } from './quiz-api.ts'
import { awarenessTexts as t } from './texts-fr.ts'

type Round = QuizView['rounds'][number]

/** One passing of the quiz: opened for the room with its code, its count, then closed. */
export function RoundPanel({ accompanimentId, round, mayLead, mayOpen, onChanged }: RoundProps) {
  const [busy, setBusy] = useState(false)
  const [closing, setClosing] = useState(false)
  const [operations] = useState(() => ({ open: newId(), close: newId() }))
  const [failure, setFailure] = useState<string>()
  const { status, answers } = round
  const titleId = `round-${round.round}`

  async function open(): Promise<void> {
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await quizApi.open(accompanimentId, { operationId: operations.open, round: round.round })
      await onChanged()
      // The button that was pressed is gone.
      document.getElementById(titleId)?.focus({ preventScroll: true })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
    setBusy(false)
  }

  return (
    <section className="panel quiz-round" aria-labelledby={titleId}>
      <h2 id={titleId} tabIndex={-1}>
        {t.rounds[round.round]}
      </h2>
      <p className="muted">{t.roundWhy[round.round]}</p>
      {status === 'none' && mayLead && mayOpen && (
        <button type="button" className="btn" aria-busy={busy} onClick={() => void open()}>
          {t.open[round.round]}
        </button>
      )}
      {status === 'none' && !(mayLead && mayOpen) && <p>{t.notOpen}</p>}
      {status === 'open' && (
        <>
          {round.code !== undefined && <Door code={round.code} />}
          <p className="quiz-count" role="status">
            {t.answers(answers)}
          </p>
          {mayLead && (
            <button type="button" className="btn" onClick={() => setClosing(true)}>
              {t.close}
            </button>
          )}
        </>
      )}
      {status === 'closed' && (
        <>
          <p className="quiz-count">{t.closed(answers)}</p>
          {answers < 7 && <p className="muted">{t.tooFew}</p>}
        </>
      )}
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      {closing && (
        <RemovalDialog
          title={t.closeTitle}
          why={t.closeWhy}
          keep={t.keepOpen}
          remove={t.close}
          onRemove={async () => {
            await quizApi.close(accompanimentId, round.round, { operationId: operations.close })
            await onChanged()
          }}
          onClose={() => setClosing(false)}
        />
      )}
    </section>
  )
}

/** The way in: a code to scan, an address and a code to type, a link to copy. */
function Door({ code }: { readonly code: string }) {
  const [copied, setCopied] = useState(false)
  const door = `${window.location.origin}/join`
  return (
    <div className="quiz-door">
      <Qr text={`${door}#${code}`} label={t.qr(code)} />
      <div>
        <p>{t.go}</p>
        <p className="quiz-address">{door.replace(/^https?:\/\//u, '')}</p>
        <p className="quiz-code">{code}</p>
        <button
          type="button"
          className="act"
          onClick={() => {
            void navigator.clipboard.writeText(`${door}#${code}`).then(() => setCopied(true))
          }}
        >
          <IconCopy size={20} aria-hidden />
          {copied ? t.copied : t.copy}
        </button>
      </div>
    </div>
  )
}

type RoundProps = {
  readonly accompanimentId: string
  readonly round: Round
  readonly mayLead: boolean
  /** One round at a time: the other must have closed. */
  readonly mayOpen: boolean
  readonly onChanged: () => Promise<unknown>
}
