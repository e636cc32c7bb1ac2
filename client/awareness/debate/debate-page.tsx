import type { QuizCaseResult } from '#src/anonymity/results.ts'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { paths } from '#client/app/paths.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { EmptyState } from '#client/feedback/states.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { useFit } from '#client/projected/use-fit.ts'
import { useProjected } from '#client/projected/use-projected.ts'
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
  if (cases.length > 0) return <Debate opened={opened} cases={cases} />
  return (
    <div className="page">
      <PageTitle title={t.title} back={{ to: paths.page(opened.id, 'awareness'), label: t.title }} />
      <EmptyState title={t.none}>{t.lead}</EmptyState>
    </div>
  )
}

function Debate({ opened, cases }: { readonly opened: Opened; readonly cases: readonly QuizCase[] }) {
  const results = useQuiz(opened.id).data?.results
  const { index, shown, isRevealed, go, toggle } = useDebate(opened.id, cases)
  const notesAddress = paths.debateNotes(opened.id)
  const fitted = useFit()
  useProjected(t.title)
  useShortcut(['ArrowLeft'], () => go(-1))
  useShortcut(['ArrowRight'], () => go(1))
  useShortcut(['r', 'R'], toggle)
  useShortcut(['n', 'N'], () => window.open(notesAddress, 'jalon-debate-notes', 'popup,width=760,height=820'))
  if (shown === undefined) return null

  const { before, after } = results?.rounds ?? {}
  const round = after?.shown === true ? after : before?.shown === true ? before : undefined

  const counts = round?.cases.find(({ id }) => id === shown.id)

  return (
    <div ref={fitted} className={`debate${isRevealed ? ' revealed' : ''}`}>
      <header>
        <p>
          <Pole height={44} /> {t.debateTitle(opened.view.structure.name)}{' '}
          <span>{t.caseOf(index + 1, cases.length)}</span>
        </p>
        {round !== undefined && <p>{t.received(round.answers, unknownOf(round.answers, counts))}</p>}
      </header>
      <DebateCase shown={shown} counts={counts} revealed={isRevealed} />
      {!isRevealed && round === undefined && <Waiting round={before} />}
      <footer>
        <button type="button" className="btn" disabled={index === 0} onClick={() => go(-1)}>
          <kbd aria-hidden="true">←</kbd> {t.previous}
        </button>
        <button type="button" className="btn primary" aria-pressed={isRevealed} onClick={toggle}>
          {isRevealed ? t.hide : t.reveal} <kbd aria-hidden="true">R</kbd>
        </button>
        <button type="button" className="btn" disabled={index === cases.length - 1} onClick={() => go(1)}>
          {t.next} <kbd aria-hidden="true">→</kbd>
        </button>
        <a className="act" href={notesAddress} target="jalon-debate-notes">
          {t.showNotes} <kbd aria-hidden="true">N</kbd>
        </a>
        <GoLink className="act" to={paths.page(opened.id, 'awareness')}>
          {t.leave}
        </GoLink>
      </footer>
    </div>
  )
}

/** Those who took the quiz and chose no option of this case. */
function unknownOf(answers: number, counts: QuizCaseResult | undefined): number {
  return counts === undefined ? 0 : answers - counts.options.reduce((sum, { count }) => sum + count, 0)
}
