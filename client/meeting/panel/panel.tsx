import { lazy, Suspense, useRef, useState } from 'react'
import { questionWording } from '#src/questionnaire/question-wording.ts'
import { useShortcutsOn } from '#client/app/shortcuts.ts'
import { EmptyState } from '#client/feedback/states.tsx'
import { Note } from '#client/feedback/note.tsx'
import { CommentField } from '#client/fields/comment-field.tsx'
import { meetingLabels } from '#client/history/texts-fr.ts'
import { StaleDialog } from '#client/meeting/live/stale-dialog.tsx'
import { parkPoint } from '#client/meeting/lead/use-points.ts'
import { steer } from '#client/meeting/lead/steer.ts'
import { useMeetingKeys } from '#client/meeting/lead/use-keys.ts'
import { useMeeting, type Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import { Agenda } from './agenda.tsx'
import { Aside } from './aside.tsx'
import { KeysLine } from './keys-line.tsx'
import { LevelChoice } from './level-choice.tsx'
import { MeetingHead, Where } from './meeting-head.tsx'
import { Moments } from './moments.tsx'
import { Names } from './names.tsx'
import { Steps } from './steps.tsx'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))
const KeysHelp = lazy(() => import('./keys-help.tsx'))

/** What the person who leads sees on their own screen; the room sees another. */
export function Panel({ opened }: { readonly opened: Opened }) {
  const meeting = useMeeting(opened)
  if (meeting === undefined) {
    return (
      <div className="page">
        <PageTitle title={meetingTexts.heading} />
        <EmptyState title={meetingTexts.none}>{null}</EmptyState>
      </div>
    )
  }
  return <PanelOf meeting={meeting} />
}

type Asking = 'park' | 'not-applicable' | 'keys'

function PanelOf({ meeting }: { readonly meeting: Meeting }) {
  const { opened, current, answer, decided, room, writable } = meeting
  const { criterion } = current
  const [asking, setAsking] = useState<Asking>()
  const [keysOn] = useShortcutsOn()
  const notes = useRef<HTMLTextAreaElement>(null)
  const canNote = opened.canWrite('note')
  const answerless = answer === undefined
  useMeetingKeys(
    {
      ...steer(meeting),
      ...(canNote ? { onNotes: () => notes.current?.focus() } : {}),
      ...(opened.canWrite('parked') ? { onPark: () => setAsking('park') } : {}),
      ...(writable && !(room !== undefined && decided) ? { onNotApplicable: () => setAsking('not-applicable') } : {}),
      onHelp: () => setAsking('keys'),
    },
    keysOn,
  )

  return (
    <div className="meeting">
      <Agenda meeting={meeting} />
      <div className="meeting-main">
        <MeetingHead meeting={meeting} />
        <Where meeting={meeting} />
        <PageTitle
          title={criterion.title}
          documentTitle={meetingTexts.title(meetingLabels[meeting.meeting] ?? '', opened.view.structure.name)}
        >
          {questionWording(criterion, opened.view.structure.kinds)}
        </PageTitle>
        {!writable && <Note>{opened.view.role === 'reader' ? openedTexts.readerOnly : openedTexts.frozen}</Note>}
        {room?.failure !== undefined && <Note kind="error">{room.failure}</Note>}
        {room?.status === 'open' && <Moments meeting={meeting} />}
        <LevelChoice meeting={meeting} onNotApplicable={() => setAsking('not-applicable')} />
        <Names key={criterion.id} meeting={meeting} />
        {criterion.legal && (
          <CommentField
            key={criterion.id}
            accompanimentId={opened.id}
            criterionId={criterion.id}
            readOnly={!opened.canWrite('comment')}
            rows={2}
          />
        )}
        <TextField
          id={`example-${criterion.id}`}
          label={meetingTexts.example}
          hint={answerless && room === undefined ? meetingTexts.exampleFirst : meetingTexts.exampleHint}
          value={meeting.example}
          onChange={meeting.writeExample}
          rows={2}
          max={500}
          readOnly={!writable || (answerless && room === undefined)}
        />
        <Steps meeting={meeting} onPark={() => setAsking('park')} />
      </div>
      <Aside meeting={meeting} notes={canNote ? notes : undefined} />
      <KeysLine onHelp={() => setAsking('keys')} />
      <StaleDialog meeting={meeting} />
      <Suspense fallback={null}>
        {asking === 'park' && (
          <ReasonDialog
            title={meetingTexts.parkTitle}
            question={meetingTexts.parkQuestion}
            why={meetingTexts.parkWhy}
            action={meetingTexts.parkIt}
            onConfirm={(text) => {
              parkPoint(opened, { text, meeting: meeting.meeting, criterion: criterion.id })
              meeting.next()
              return Promise.resolve()
            }}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking === 'not-applicable' && (
          <ReasonDialog
            title={meetingTexts.notApplicable}
            question={meetingTexts.notApplicableReason}
            why={meetingTexts.notApplicableWhy}
            action={meetingTexts.noteNotApplicable}
            onConfirm={(reason) => {
              meeting.choose({ notApplicable: true, reason })
              return Promise.resolve()
            }}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking === 'keys' && <KeysHelp onClose={() => setAsking(undefined)} />}
      </Suspense>
    </div>
  )
}
