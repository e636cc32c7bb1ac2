import { IconCheck, IconCircleCheck, IconScale } from '@tabler/icons-react'
import type { QuizCaseResult } from '#src/anonymity/results.ts'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'
import { fullDay } from '#client/app/dates.ts'
import { capitalised } from '#client/app/fr.ts'
import { CountDots } from '#client/drawing/count-dots.tsx'
import { awarenessTexts as t } from '#client/awareness/texts-fr.ts'

/** A case: its options in the order of the questionnaire, with letters that only the room has. */
export function DebateCase({ shown, counts, revealed }: DebateCaseProps) {
  const largest = Math.max(0, ...(counts?.options ?? []).map(({ count }) => count))
  return (
    <>
      <h1>{shown.title}</h1>
      <p className="debate-situation">
        {shown.situation} {shown.question}
      </p>
      <ol className="debate-options">
        {shown.options.map(({ id, text }, index) => {
          const isRight = revealed && id === shown.answer
          const count = counts?.options.find((option) => option.id === id)?.count
          return (
            <li key={id} className={isRight ? 'right' : ''}>
              <b className="debate-letter">{letters[index] ?? ''}</b>
              <span className="debate-text">
                {isRight && (
                  <span className="debate-right">
                    <IconCheck size="1em" aria-hidden /> {t.rightAnswer}
                  </span>
                )}{' '}
                {text}
              </span>
              {count !== undefined && (
                <span className="debate-count">
                  <b>{count}</b>
                  <CountDots
                    count={count}
                    largest={largest}
                    fill={isRight ? 'var(--level-4)' : 'var(--ink-2)'}
                    edge={isRight ? 'var(--level-4)' : 'var(--ink-2)'}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {revealed && (
        <div className="debate-after">
          <section aria-labelledby="debate-law">
            <h2 className="rule" id="debate-law">
              <IconScale size="1em" aria-hidden /> {t.saysLaw}
            </h2>
            <p>{shown.explanation}</p>
          </section>
          <section aria-labelledby="debate-team">
            <h2 className="rule" id="debate-team">
              <IconCircleCheck size="1em" aria-hidden /> {t.goodTeam}
            </h2>
            <p>{shown.goodPractice}</p>
          </section>
          <p className="debate-texts">{capitalised(textsRead(shown))}</p>
        </div>
      )}
    </>
  )
}

/** The texts by the day they were read: most were read together. */
function textsRead({ legalBasis }: QuizCase): string {
  const byDay = Map.groupBy(legalBasis, ({ validity }) => validity.readOn)
  return [...byDay]
    .map(([day, texts]) => {
      const references = texts.map(({ reference }) => reference).join(' ; ')
      return `${references} (${t.textsReadOn(texts.length, fullDay(day))})`
    })
    .join(' ; ')
}

const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const

type DebateCaseProps = {
  readonly shown: QuizCase
  readonly counts: QuizCaseResult | undefined
  readonly revealed: boolean
}
