import type { Level } from '#src/questionnaire/questionnaire.ts'
import { capitalised, listed } from '#client/app/fr.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { countAt, levels } from '#client/meeting/live/spread-words.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'

/** The four written levels as one group of radios with the room's count beside, then the two other answers. */
export function LevelChoice({ meeting, onNotApplicable }: ChoiceProps) {
  const { current, answer, opened, choose, room, decided, spread } = meeting
  const writable = meeting.writable && !(room !== undefined && decided)
  const chosen = rodValueOf(answer)
  const names = opened.questionnaire.levelNames
  const radio = {
    type: 'radio' as const,
    name: `level-${current.criterion.id}`,
    disabled: !writable,
  }

  return (
    <>
      <div className="level-choice" role="radiogroup" aria-label={meetingTexts.levelQuestion}>
        {levels.map((level) => (
          <label key={level} className={chosen === level ? 'level-card on' : 'level-card'}>
            <input {...radio} checked={chosen === level} onChange={() => choose({ level })} />
            <LevelRod value={level} height={44} />
            <span>
              <b>
                {level} {wordsOf(level, names)}
              </b>
              <span className="level-card-text">{current.criterion.levels[level - 1]}</span>
            </span>
            <span className="level-card-end">
              {spread !== undefined && <Count level={level} count={countAt(spread, level)} />}
              <kbd aria-hidden="true">{level}</kbd>
            </span>
          </label>
        ))}
        <div className="level-others">
          <label className={chosen === 'unknown' ? 'level-card on' : 'level-card'}>
            <input {...radio} checked={chosen === 'unknown'} onChange={() => choose({ unknown: true })} />
            <LevelRod value="unknown" height={32} />
            <b>{meetingTexts.unknown}</b>
            <kbd aria-hidden="true">S</kbd>
          </label>
          <label className={chosen === 'not-applicable' ? 'level-card on' : 'level-card'}>
            <input {...radio} checked={chosen === 'not-applicable'} onChange={onNotApplicable} />
            <LevelRod value="not-applicable" height={32} />
            <span>
              <b>{meetingTexts.notApplicable}</b>
              {answer !== undefined && 'reason' in answer && answer.reason !== undefined && (
                <span className="level-card-text">{answer.reason}</span>
              )}
            </span>
            <kbd aria-hidden="true">C</kbd>
          </label>
        </div>
      </div>
      <Under meeting={meeting} />
    </>
  )
}

type ChoiceProps = { readonly meeting: Meeting; readonly onNotApplicable: () => void }

const mostDots = 8

function Count({ level, count }: { readonly level: Level; readonly count: number }) {
  return (
    <span className="level-count">
      {count <= mostDots && (
        <span className="level-dots" aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            // Dots are a count: they have no other identity.
            <i key={index} data-level={level} />
          ))}
        </span>
      )}
      <b className="num" aria-hidden="true">
        {count}
      </b>
      <span className="vh">{meetingTexts.live.countAt(count)}</span>
    </span>
  )
}

/** Who chose no level, that answers have no name, and the way back once it is agreed. */
function Under({ meeting }: { readonly meeting: Meeting }) {
  const { decided, spread, reopen, room } = meeting
  const { live } = meetingTexts
  if (!decided && spread === undefined) return null
  const others =
    spread === undefined
      ? []
      : [
          ...(spread.unknown === 0 ? [] : [live.unknownCount(spread.unknown)]),
          ...(spread.notApplicable === 0 ? [] : [live.notApplicableCount(spread.notApplicable)]),
          ...(spread.passed === 0 ? [] : [live.passedCount(spread.passed)]),
        ]
  const words = others.length === 0 ? '' : listed(others)
  return (
    <p className="meeting-under">
      <span className={decided ? 'small ok' : 'small'}>
        {decided && <>{meetingTexts.agreed}. </>}
        {words !== '' && live.others(capitalised(words))}
        {!decided && room?.view.named === false && live.withoutName}
      </span>
      {(decided || room !== undefined) && (
        <button type="button" className="act" onClick={reopen}>
          {meetingTexts.reopen}
        </button>
      )}
    </p>
  )
}
