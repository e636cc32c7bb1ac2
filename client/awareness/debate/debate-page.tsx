import { useEffect } from 'react'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { EmptyState } from '#client/feedback/states.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { useQuiz } from '#client/awareness/quiz-api.ts'
import { awarenessTexts as t } from '#client/awareness/texts-fr.ts'
import { DebateCase } from './debate-case.tsx'
import { useDebate } from './use-debate.ts'
import { Waiting } from './waiting.tsx'
import './debate.css'

/** The quiz for the room: a case at a time, what the group answered, the right answer, the law, what a good team does. */
export default function DebatePage() {
  return <OpenedPage>{(opened) => <Screen opened={opened} />}</OpenedPage>
}

function Screen({ opened }: { readonly opened: Opened }) {
  const { quiz: cases } = awarenessSections(opened.questionnaire)
  const results = useQuiz(opened.id).data?.results
  const { index, shown, isRevealed, go, toggle } = useDebate(opened.id, cases)
  const notesAddress = paths.debateNotes(opened.id)

  useEffect(() => {
    if (shown === undefined) return undefined
    // The room sees the case and nothing of the application around it.
    document.body.classList.add('projected')
    document.title = appTexts.pageTitle(t.title)
    return () => document.body.classList.remove('projected')
  }, [shown])
  useShortcut(['ArrowLeft'], () => go(-1))
  useShortcut(['ArrowRight'], () => go(1))
  useShortcut(['r', 'R'], toggle)
  useShortcut(['n', 'N'], () => window.open(notesAddress, 'jalon-debate-notes', 'popup,width=760,height=820'))
  if (shown === undefined)
    return (
      <div className="page">
        <PageTitle title={t.title} back={{ to: paths.page(opened.id, 'awareness'), label: t.title }} />
        <EmptyState title={t.none}>{t.lead}</EmptyState>
      </div>
    )

  const { before, after } = results?.rounds ?? {}
  const round = after?.shown === true ? after : before?.shown === true ? before : undefined

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
      {!isRevealed && round === undefined && <Waiting round={before} />}
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
        <a className="act" href={notesAddress} target="jalon-debate-notes">
          {t.showNotes}
        </a>
        <GoLink className="act" to={paths.page(opened.id, 'awareness')}>
          {t.leave}
        </GoLink>
        <span className="debate-keys">{t.keys}</span>
      </footer>
    </div>
  )
}
