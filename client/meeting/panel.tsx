import { IconArrowLeft, IconArrowRight, IconPresentation, IconRefresh } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { questionWording } from '#src/questionnaire/question-wording.ts'
import { paths } from '#client/app/paths.ts'
import { useShortcutsOn } from '#client/app/shortcuts.ts'
import { EmptyState } from '#client/feedback/states.tsx'
import { Note } from '#client/feedback/note.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { Agenda } from './agenda.tsx'
import { Aside } from './aside.tsx'
import { LevelChoice } from './level-choice.tsx'
import { meetingTexts } from './texts-fr.ts'
import { Timer } from './timer.tsx'
import { useMeetingKeys } from '#client/meeting/lead/use-keys.ts'
import { useMeeting, type Meeting } from '#client/meeting/lead/use-meeting.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))

export function Panel({ opened }: { readonly opened: Opened }) {
  const meeting = useMeeting(opened)
  if (meeting === undefined) {
    return (
      <div className="page">
        <PageTitle title={meetingTexts.heading} />
        <EmptyState title={meetingTexts.agenda}>{null}</EmptyState>
      </div>
    )
  }
  return <PanelOf meeting={meeting} />
}

function PanelOf({ meeting }: { readonly meeting: Meeting }) {
  const { opened, current, criteria, index, answer, decided, writable } = meeting
  const { criterion } = current
  const [parking, setParking] = useState(false)
  const [keysOn, toggleKeys] = useShortcutsOn()
  const notes = useRef<HTMLTextAreaElement>(null)
  const last = index === criteria.length - 1
  useMeetingKeys(
    {
      onPrevious: meeting.previous,
      onNext: meeting.next,
      onLevel: meeting.decide,
      onNotes: () => notes.current?.focus(),
      onPark: () => setParking(true),
      onReopen: meeting.reopen,
    },
    keysOn,
  )

  return (
    <div className="meeting">
      <Agenda meeting={meeting} />
      <div className="meeting-main">
        <div className="meeting-head">
          <GoLink to={paths.page(opened.id, 'home')} className="back">
            <IconArrowLeft size={18} aria-hidden />
            {opened.view.structure.name}
          </GoLink>
          <span className="row">
            <a className="act" href={paths.room(opened.id)} target={`jalon-room-${opened.id}`}>
              <IconPresentation size={20} aria-hidden />
              {meetingTexts.room}
            </a>
            <GoLink className="btn s" to={paths.meetingClosing(opened.id)}>
              {meetingTexts.close}
            </GoLink>
          </span>
        </div>
        <p className="meeting-eyebrow">
          <span aria-live="polite">{meetingTexts.criterionOf(index + 1, criteria.length)}</span>
          <Timer of={criterion.id} />
        </p>
        <PageTitle title={criterion.title} documentTitle={meetingTexts.title(opened.view.structure.name)}>
          {questionWording(criterion, opened.view.structure.kinds)}
        </PageTitle>
        {!writable && <Note>{opened.view.role === 'reader' ? openedTexts.readerOnly : openedTexts.frozen}</Note>}
        <LevelChoice meeting={meeting} />
        {decided && (
          <p className="meeting-under">
            <span className="small">{meetingTexts.agreed}</span>
            <button type="button" className="act" onClick={meeting.reopen}>
              <IconRefresh size={18} aria-hidden />
              {meetingTexts.reopen}
            </button>
          </p>
        )}
        <TextField
          id={`example-${criterion.id}`}
          label={meetingTexts.example}
          hint={answer === undefined ? meetingTexts.exampleFirst : meetingTexts.exampleHint}
          value={answer?.example ?? ''}
          onChange={meeting.writeExample}
          rows={2}
          max={500}
          readOnly={!writable || answer === undefined}
        />
        <div className="meeting-acts">
          <button type="button" className="btn" onClick={() => setParking(true)}>
            {meetingTexts.park} <kbd aria-hidden="true">P</kbd>
          </button>
          <button type="button" className="btn ghost" onClick={meeting.previous}>
            {meetingTexts.previous}
          </button>
          {last ? (
            <GoLink className="btn primary" to={paths.meetingClosing(opened.id)}>
              {meetingTexts.lastCriterion}
            </GoLink>
          ) : (
            <button type="button" className="btn primary" onClick={meeting.next}>
              {meetingTexts.nextCriterion}
              <IconArrowRight size={20} aria-hidden />
            </button>
          )}
        </div>
      </div>
      <Aside meeting={meeting} notes={notes} />
      <KeysLine on={keysOn} onToggle={toggleKeys} />
      {parking && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={meetingTexts.parkTitle}
            question={meetingTexts.parkQuestion}
            why={meetingTexts.parkWhy}
            action={meetingTexts.parkIt}
            onConfirm={(why) => {
              meeting.park(why)
              meeting.next()
              return Promise.resolve()
            }}
            onClose={() => setParking(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

function KeysLine({ on, onToggle }: { readonly on: boolean; readonly onToggle: () => void }) {
  const { keyWords } = meetingTexts
  return (
    <div className="meeting-keys">
      {on && (
        <>
          <span>
            <kbd>←</kbd> <kbd>→</kbd> {keyWords.criterion}
          </span>
          <span>
            <kbd>1</kbd> {keyWords.to} <kbd>4</kbd> {keyWords.level}
          </span>
          <span>
            <kbd>P</kbd> {keyWords.park}
          </span>
          <span>
            <kbd>N</kbd> {keyWords.notes}
          </span>
          <span>
            <kbd>R</kbd> {keyWords.reopen}
          </span>
        </>
      )}
      <label className="meeting-keys-on">
        <input type="checkbox" checked={on} onChange={onToggle} />
        {meetingTexts.keysOn}
      </label>
    </div>
  )
}
