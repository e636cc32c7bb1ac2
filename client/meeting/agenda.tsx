import { useEffect, useRef } from 'react'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { meetingTexts } from './texts-fr.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'

/** All the criteria by dimension, with what is already answered; the present dimension is open. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { criteria, current, opened, goTo } = meeting
  const here = useRef<HTMLButtonElement>(null)
  const { questionnaire } = opened
  const answered = criteria.filter(({ criterion }) => opened.read(`criterion/${criterion.id}`) !== undefined).length
  useEffect(() => {
    // Braces: some browsers answer a promise here, which an effect must not return.
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [current.criterion.id])

  return (
    <nav className="agenda" aria-label={meetingTexts.agenda}>
      <h2>{meetingTexts.agenda}</h2>
      <p className="agenda-progress">{meetingTexts.progress(answered, criteria.length)}</p>
      {questionnaire.dimensions.map((dimension) => {
        const own = criteria.filter((each) => each.dimension.id === dimension.id)
        if (own.length === 0) return null
        const done = own.filter(({ criterion }) => opened.read(`criterion/${criterion.id}`) !== undefined).length
        return (
          <details
            key={`${dimension.id} ${dimension.id === current.dimension.id}`}
            open={dimension.id === current.dimension.id}
          >
            <summary>
              <span>{dimension.shortTitle ?? dimension.title}</span>
              <span className="quiet num">
                {done}/{own.length}
              </span>
            </summary>
            <ul>
              {own.map(({ criterion }) => {
                const value = rodValueOf(opened.read(`criterion/${criterion.id}`))
                const present = criterion.id === current.criterion.id
                return (
                  <li key={criterion.id}>
                    <button
                      type="button"
                      ref={present ? here : null}
                      aria-current={present ? 'step' : undefined}
                      onClick={() => goTo(criterion.id)}
                    >
                      <LevelRod value={value} height={24} />
                      <span>
                        {criterion.shortTitle}
                        <span className="vh">
                          , {typeof value === 'number' && value} {wordsOf(value, questionnaire.levelNames)}
                        </span>
                      </span>
                    </button>
                  </li>
                )
              })}
            </ul>
          </details>
        )
      })}
    </nav>
  )
}
