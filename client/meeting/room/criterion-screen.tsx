import { questionWording } from '#src/questionnaire/question-wording.ts'
import type { Spread } from '#src/room/room-events.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { wordsOf } from '#client/drawing/level.tsx'
import { Pole } from '#client/drawing/pole.tsx'
import { joinAddress, joinToType, spacedCode } from '#client/meeting/live/join-address.ts'
import { Qr } from '#client/meeting/live/qr.tsx'
import { countAt, levels, reach } from '#client/meeting/live/spread-words.ts'
import type { Room } from '#client/meeting/live/use-room.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { useFit } from '#client/projected/use-fit.ts'
import { BackToPanel } from './back-to-panel.tsx'
import { Seats } from './seats.tsx'
import { SpreadCell } from './spread-cell.tsx'
import { roomTexts } from './texts-fr.ts'

/** One criterion through its moments: seats fill, the spread shows, one row is the team's. Nothing moves between them. */
export function CriterionScreen({ meeting, title }: { readonly meeting: Meeting; readonly title: string }) {
  const { opened, current, criteria, index, answer, decided, isDraft, room, spread } = meeting
  const { criterion } = current
  const names = opened.questionnaire.levelNames
  const agreed = decided && answer !== undefined && 'level' in answer ? answer.level : undefined
  const drafted = isDraft && answer !== undefined && 'level' in answer ? answer.level : undefined
  const largest = spread === undefined ? 0 : Math.max(...levels.map((level) => countAt(spread, level)))

  const fitted = useFit()

  return (
    <div
      ref={fitted}
      className={['room', agreed === undefined ? '' : 'agreed', room === undefined ? '' : 'voted']
        .filter(Boolean)
        .join(' ')}
    >
      <header className="room-head">
        <div>
          <p className="room-where">
            <Pole height={36} />
            <span>{title}</span>
            <span>{roomTexts.criterionOf(index + 1, criteria.length)}</span>
            <BackToPanel opened={opened} />
          </p>
          <h1>{criterion.title}</h1>
          <p className="room-question">{questionWording(criterion, opened.view.structure.kinds)}</p>
        </div>
        {room !== undefined && <Latecomers room={room} />}
      </header>
      <ol className="room-levels">
        {levels.map((level) => (
          <li key={level} className={levelClass(agreed === level, drafted === level)}>
            {agreed === level && (
              <span className="room-planted">
                <Pole height={100} />
              </span>
            )}
            <span className="room-rod">
              <LevelRod value={level} height={82} />
            </span>
            <span className="room-number">{level}</span>
            <span className="room-words">
              {agreed === level && <span className="room-decision">{roomTexts.decision}</span>}
              <span className="room-name">{wordsOf(level, names)}</span>{' '}
              <span className="room-text">{criterion.levels[level - 1]}</span>
            </span>
            {spread !== undefined && <SpreadCell level={level} count={countAt(spread, level)} largest={largest} />}
          </li>
        ))}
      </ol>
      <footer className="room-foot">
        <p className={decided && agreed !== undefined ? 'room-example' : 'room-say'} aria-live="polite">
          <Say meeting={meeting} />
        </p>
        {room !== undefined && !decided && spread === undefined && (
          <Seats
            filled={meeting.answered}
            of={room.present}
            words={roomTexts.answered(meeting.answered, room.present)}
          />
        )}
        {spread !== undefined && !decided && <Others spread={spread} />}
      </footer>
    </div>
  )
}

function levelClass(agreed: boolean, drafted: boolean): string {
  return ['room-level', agreed ? 'chosen' : '', drafted ? 'drafted' : ''].filter(Boolean).join(' ')
}

/** The one sentence of the moment. */
function Say({ meeting }: { readonly meeting: Meeting }) {
  const { decided, isDraft, answer, spread, room } = meeting
  if (decided && answer !== undefined) {
    if ('unknown' in answer) return roomTexts.decisionUnknown
    if (!('level' in answer)) return roomTexts.decisionNotApplicable
    if (answer.example === undefined || answer.example === '') return null
    return (
      <>
        <b>{roomTexts.ourExample}</b> {answer.example}
      </>
    )
  }
  if (isDraft && answer !== undefined) return 'level' in answer ? roomTexts.toNote(answer.level) : roomTexts.toNoteOther
  if (room === undefined) return roomTexts.ask
  if (spread === undefined) return roomTexts.vote
  const range = reach(spread)
  return range === undefined ? roomTexts.spreadNoLevel : roomTexts.spreadFrom(range.least, range.most)
}

/** Those who chose no level, drawn as absences are. */
function Others({ spread }: { readonly spread: Spread }) {
  const lines = [
    ...(spread.unknown === 0 ? [] : [roomTexts.unknown(spread.unknown)]),
    ...(spread.notApplicable === 0 ? [] : [roomTexts.notApplicable(spread.notApplicable)]),
    ...(spread.passed === 0 ? [] : [roomTexts.passed(spread.passed)]),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="room-others">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** The small code, for those who arrive while a criterion is on the screen. */
function Latecomers({ room }: { readonly room: Room }) {
  const { code } = room.view
  if (code === undefined || room.status !== 'open') return null
  const { origin } = window.location
  return (
    <div className="latecomers">
      <p>
        <span>{joinToType(origin)}</span>
        <b>{spacedCode(code)}</b>
      </p>
      <Qr text={joinAddress(origin, code)} label={roomTexts.qr(joinToType(origin))} />
    </div>
  )
}
