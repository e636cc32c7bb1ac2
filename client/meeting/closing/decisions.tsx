import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { criterionOf, type Opened } from '#client/opened/opened.ts'
import { quoted } from '#client/opened/quoted.ts'
import { closingTexts as t } from './texts-fr.ts'

const shownFirst = 6

/** What the team agreed on in this meeting: level, and the example in its words. */
export function Decisions({ opened, today, of, answered }: DecisionsProps) {
  const [all, setAll] = useState(false)
  const shown = all ? today : today.slice(0, shownFirst)
  return (
    <section>
      <div className="group-head">
        <h2>{t.decided}</h2>
        <span>{t.decidedCount(today.length, answered, of)}</span>
      </div>
      {today.length === 0 && <p className="muted closing-none">{t.noneToday}</p>}
      <ul className="closing-decided">
        {shown.map((id) => {
          const criterion = criterionOf(opened, id)?.criterion
          const answer = opened.read(`criterion/${id}`)
          if (criterion === undefined) return null
          const value = rodValueOf(answer)
          const words = wordsOf(value, opened.questionnaire.levelNames)
          const hasExample = answer?.example !== undefined && answer.example !== ''
          return (
            <li key={id}>
              <LevelRod value={value} height={46} />
              <span className="closing-level">{typeof value === 'number' ? value : ''}</span>
              <span>
                <b>{criterion.title}</b>
                <span className="closing-example">
                  {hasExample && <span className="vh">{words}. </span>}
                  {hasExample ? quoted(answer.example ?? '') : words}
                </span>
              </span>
              {criterion.legal && (
                <span>
                  <IconScale size={22} aria-hidden />
                  <span className="vh">{meetingTexts.legal}</span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {shown.length < today.length && (
        <button type="button" className="act" onClick={() => setAll(true)}>
          {t.others(today.length - shown.length)}
        </button>
      )}
    </section>
  )
}

type DecisionsProps = {
  readonly opened: Opened
  /** Ids, in the order of the meeting. */
  readonly today: readonly string[]
  readonly of: number
  readonly answered: number
}
