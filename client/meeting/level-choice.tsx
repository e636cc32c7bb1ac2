import { lazy, Suspense, useState } from 'react'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { meetingTexts } from './texts-fr.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))
const levels: readonly Level[] = [1, 2, 3, 4]

/** The four written levels as one group of radios, then the two other answers. */
export function LevelChoice({ meeting }: { readonly meeting: Meeting }) {
  const [asking, setAsking] = useState(false)
  const { current, answer, opened, decide, answerWith, writable } = meeting
  const chosen = rodValueOf(answer)
  const names = opened.questionnaire.levelNames

  return (
    <>
      <div className="level-choice" role="radiogroup" aria-label={meetingTexts.levelQuestion}>
        {levels.map((level) => (
          <label key={level} className={chosen === level ? 'level-card on' : 'level-card'}>
            <input
              type="radio"
              name={`level-${current.criterion.id}`}
              checked={chosen === level}
              disabled={!writable}
              onChange={() => decide(level)}
            />
            <LevelRod value={level} height={44} />
            <span>
              <b>
                {level} {wordsOf(level, names)}
              </b>
              <span className="level-card-text">{current.criterion.levels[level - 1]}</span>
            </span>
            <kbd aria-hidden="true">{level}</kbd>
          </label>
        ))}
        <div className="level-others">
          <label className={chosen === 'unknown' ? 'level-card on' : 'level-card'}>
            <input
              type="radio"
              name={`level-${current.criterion.id}`}
              checked={chosen === 'unknown'}
              disabled={!writable}
              onChange={() => answerWith({ unknown: true })}
            />
            <LevelRod value="unknown" height={32} />
            <b>{meetingTexts.unknown}</b>
          </label>
          <label className={chosen === 'not-applicable' ? 'level-card on' : 'level-card'}>
            <input
              type="radio"
              name={`level-${current.criterion.id}`}
              checked={chosen === 'not-applicable'}
              disabled={!writable}
              onChange={() => setAsking(true)}
            />
            <LevelRod value="not-applicable" height={32} />
            <span>
              <b>{meetingTexts.notApplicable}</b>
              {answer !== undefined && 'reason' in answer && answer.reason !== undefined && (
                <span className="level-card-text">{answer.reason}</span>
              )}
            </span>
          </label>
        </div>
      </div>
      {asking && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={meetingTexts.notApplicable}
            question={meetingTexts.notApplicableReason}
            why={meetingTexts.notApplicableWhy}
            action={meetingTexts.noteNotApplicable}
            onConfirm={(reason) => {
              answerWith({ notApplicable: true, reason })
              return Promise.resolve()
            }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}
