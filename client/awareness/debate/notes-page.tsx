import { useEffect } from 'react'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { fullDay } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { awarenessTexts as t } from '#client/awareness/texts-fr.ts'
import { useDebate } from './use-debate.ts'
import '#client/awareness/awareness.css'

/** For who leads, in a window of their own: the case on the wall, its answer, the notes, and what comes next. */
export default function DebateNotesPage() {
  return <OpenedPage>{(opened) => <Notes opened={opened} />}</OpenedPage>
}

function Notes({ opened }: { readonly opened: Opened }) {
  const { quiz: cases } = awarenessSections(opened.questionnaire)
  const { index, shown, isRevealed, go, toggle } = useDebate(opened.id, cases)
  useShortcut(['ArrowLeft'], () => go(-1))
  useShortcut(['ArrowRight'], () => go(1))
  useShortcut(['r', 'R'], toggle)
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [index])
  const back = { to: paths.page(opened.id, 'awareness'), label: t.title }
  if (shown === undefined)
    return (
      <div className="page narrow">
        <PageTitle title={t.showNotes} back={back}>
          {t.none}
        </PageTitle>
      </div>
    )
  const right = shown.options.findIndex(({ id }) => id === shown.answer)
  const next = cases[index + 1]

  return (
    <div className="page narrow debate-led">
      <PageTitle title={shown.title} documentTitle={t.showNotes} back={back}>
        {t.caseOf(index + 1, cases.length)}. {t.notesWhy}
      </PageTitle>
      <p>
        {shown.situation} {shown.question}
      </p>
      <section className="panel" aria-labelledby="notes-title">
        <h2 id="notes-title">{t.notes}</h2>
        <p>{shown.presenterNotes ?? t.noNotes}</p>
      </section>
      <h2>
        {t.rightAnswer}
        {t.letter(String.fromCodePoint(65 + right))}
      </h2>
      <p>{shown.options[right]?.text}</p>
      <p className="muted">{shown.explanation}</p>
      <ul className="debate-rules">
        {shown.legalBasis.map(({ rule, reference, validity }) => (
          <li key={reference}>
            {rule}{' '}
            <span className="small muted">
              {reference}, {t.readOn(fullDay(validity.readOn))}
            </span>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="btn" disabled={index === 0} onClick={() => go(-1)}>
          {t.previous}
        </button>
        <button type="button" className="btn primary" aria-pressed={isRevealed} onClick={toggle}>
          {isRevealed ? t.hide : t.reveal}
        </button>
        <button type="button" className="btn" disabled={next === undefined} onClick={() => go(1)}>
          {t.next}
        </button>
      </div>
      <p className="muted">{next === undefined ? t.lastCase : t.thenCase(next.title)}</p>
    </div>
  )
}
