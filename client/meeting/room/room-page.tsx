import { useEffect } from 'react'
import { questionWording } from '#src/questionnaire/question-wording.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { paths } from '#client/app/paths.ts'
import { useShortcutsOn } from '#client/app/shortcuts.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { wordsOf } from '#client/drawing/level.tsx'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { useMeetingKeys } from '#client/meeting/lead/use-keys.ts'
import { useMeeting, type Meeting } from '#client/meeting/lead/use-meeting.ts'
import './room.css'

const levels: readonly Level[] = [1, 2, 3, 4]

/** The screen of the room: one criterion, readable from the back, led by the same keys as the panel. */
export default function RoomPage() {
  return <OpenedPage>{(opened) => <Room opened={opened} />}</OpenedPage>
}

function Room({ opened }: { readonly opened: Opened }) {
  const meeting = useMeeting(opened)
  useEffect(() => {
    // The room sees the question and nothing of the application around it.
    document.body.classList.add('projected')
    document.title = appTexts.pageTitle(meetingTexts.roomTitle(opened.view.structure.name))
    return () => document.body.classList.remove('projected')
  }, [opened.view.structure.name])
  return meeting === undefined ? null : <RoomOf meeting={meeting} />
}

function RoomOf({ meeting }: { readonly meeting: Meeting }) {
  const { opened, current, criteria, index, answer, decided } = meeting
  const { criterion } = current
  const [keysOn] = useShortcutsOn()
  const names = opened.questionnaire.levelNames
  const agreed = decided && answer !== undefined && 'level' in answer ? answer.level : undefined
  useMeetingKeys(
    {
      onPrevious: meeting.previous,
      onNext: meeting.next,
      onLevel: meeting.decide,
      onNotes: () => {},
      onPark: () => {},
      onReopen: meeting.reopen,
    },
    keysOn,
  )

  return (
    <div className={agreed === undefined ? 'room' : 'room agreed'}>
      <header className="room-head">
        <p className="room-where">
          <Pole height={36} />
          <span>{meetingTexts.roomTitle(opened.view.structure.name)}</span>
          <span>{meetingTexts.criterionOf(index + 1, criteria.length)}</span>
        </p>
        <h1>{criterion.title}</h1>
        <p className="room-question">{questionWording(criterion, opened.view.structure.kinds)}</p>
      </header>
      <ol className="room-levels">
        {levels.map((level) => (
          <li key={level} className={agreed === level ? 'room-level chosen' : 'room-level'}>
            {agreed === level && (
              <span className="room-planted">
                <Pole height={100} />
              </span>
            )}
            <span className="room-rod">
              <LevelRod value={level} height={82} />
            </span>
            <span className="room-number">{level}</span>
            <span>
              {agreed === level && <span className="room-decision">{meetingTexts.decision}</span>}
              <span className="room-name">{wordsOf(level, names)}</span>
              <span className="room-text">{criterion.levels[level - 1]}</span>
            </span>
          </li>
        ))}
      </ol>
      <footer className="room-foot" aria-live="polite">
        {decided && answer !== undefined && !('level' in answer) && (
          <p className="room-say">
            {'unknown' in answer ? meetingTexts.decisionUnknown : meetingTexts.decisionNotApplicable}
          </p>
        )}
        {!decided && <p className="room-say">{meetingTexts.ask}</p>}
        {decided && answer?.example !== undefined && answer.example !== '' && (
          <p>
            <b>{meetingTexts.ourExample}</b> {answer.example}
          </p>
        )}
        <GoLink className="room-back" to={paths.meeting(opened.id)}>
          {meetingTexts.back}
        </GoLink>
      </footer>
    </div>
  )
}
