import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Pole } from '#client/drawing/pole.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { useQuiz } from '#client/awareness/quiz-api.ts'
import { awarenessTexts as t } from '#client/awareness/texts-fr.ts'
import { DebateCase } from './debate-case.tsx'
import './debate.css'

/** The quiz for the room: a case at a time, what the group answered, the right answer, the law, what a good team does. */
export default function DebatePage() {
  return <OpenedPage>{(opened) => <Debate opened={opened} />}</OpenedPage>
}

function Debate({ opened }: { readonly opened: Opened }) {
  const { quiz: cases } = awarenessSections(opened.questionnaire)
  const results = useQuiz(opened.id).data?.results
  const hash = decodeURIComponent(useLocation().hash)
  const navigate = useNavigate()
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set())
  const [notes, setNotes] = useState(false)
  const index = Math.max(
    0,
    cases.findIndex(({ id }) => `case/${id}` === hash),
  )
  const shown: QuizCase | undefined = cases[index]

  useEffect(() => {
    // The room sees the case and nothing of the application around it.
    document.body.classList.add('projected')
    document.title = appTexts.pageTitle(t.title)
    return () => document.body.classList.remove('projected')
  }, [])

  function go(step: 1 | -1): void {
    const next = cases[index + step]
    if (next !== undefined) void navigate({ to: paths.debate(opened.id), hash: `case/${next.id}`, replace: true })
  }
  function toggle(): void {
    if (shown === undefined) return
    const next = new Set(revealed)
    if (!next.delete(shown.id)) next.add(shown.id)
    setRevealed(next)
  }
  useShortcut(['ArrowLeft'], () => go(-1))
  useShortcut(['ArrowRight'], () => go(1))
  useShortcut(['r', 'R'], toggle)
  useShortcut(['n', 'N'], () => setNotes(!notes))
  if (shown === undefined) return null

  const { before, after } = results?.rounds ?? {}
  const round = after?.shown === true ? after : before?.shown === true ? before : undefined
  const isRevealed = revealed.has(shown.id)

  return (
    <div className="debate">
      <header>
        <p>
          <Pole height={44} /> {t.debateTitle(opened.view.structure.name)}{' '}
          <span>{t.caseOf(index + 1, cases.length)}</span>
        </p>
        {round !== undefined && <p>{t.received(round.answers)}</p>}
      </header>
      <DebateCase shown={shown} counts={round?.cases.find(({ id }) => id === shown.id)} revealed={isRevealed} />
      {notes && shown.presenterNotes !== undefined && (
        <aside className="debate-notes">
          <b>{t.notes}</b> {shown.presenterNotes}
        </aside>
      )}
      <footer>
        <button type="button" className="btn" disabled={index === 0} onClick={() => go(-1)}>
          {t.previous}
        </button>
        <button type="button" className="btn primary" aria-pressed={isRevealed} onClick={toggle}>
          {isRevealed ? t.hide : t.reveal}
        </button>
        <button type="button" className="btn" disabled={index === cases.length - 1} onClick={() => go(1)}>
          {t.next}
        </button>
        {shown.presenterNotes !== undefined && (
          <button type="button" className="act" aria-expanded={notes} onClick={() => setNotes(!notes)}>
            {t.showNotes}
          </button>
        )}
        <GoLink className="act" to={paths.page(opened.id, 'awareness')}>
          {t.leave}
        </GoLink>
        <span className="debate-keys">{t.keys}</span>
      </footer>
    </div>
  )
}
