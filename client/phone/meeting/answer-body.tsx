import { useEffect, useState } from 'react'
import type { SeatCriterion, SeatView } from '#src/contract/rooms.ts'
import type { Position } from '#src/room/room-events.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { PhoneNote, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import { meetingTexts } from './texts-fr.ts'
import { isSamePosition } from './words.ts'

type AnswerBodyProps = {
  readonly view: SeatView
  readonly criterion: SeatCriterion
  readonly position: Position | undefined
  readonly isPlain: boolean
  readonly isReplacing: boolean
  readonly isRevealed: boolean
  /** Answered before, by an answer that this phone does not keep. */
  readonly isSent: boolean
  readonly isRefused: boolean
  readonly onPlain: (isPlain: boolean) => void
  readonly onAnswer: (position: Position) => void
  readonly onKeep: (() => void) | undefined
}

/** How long the cards rest after the room moved on, in milliseconds: a touch meant for the last one is no answer. */
const rest = 400

const absences = [
  { position: { unknown: true }, text: meetingTexts.unknown },
  { position: { notApplicable: true }, text: meetingTexts.notApplicable },
  { position: { passed: true }, text: meetingTexts.pass },
] as const

/** The question, its four levels and the three other answers; one touch answers. */
export function AnswerBody(props: AnswerBodyProps) {
  const { view, criterion, position, isPlain, isReplacing, isRevealed, isSent, isRefused, onPlain, onAnswer, onKeep } =
    props
  const [isResting, setResting] = useState(isReplacing && position === undefined)
  useEffect(() => {
    const timer = window.setTimeout(() => setResting(false), rest)
    return () => window.clearTimeout(timer)
  }, [])
  const { plainQuestion } = criterion

  return (
    <>
      <ScreenTitle screen={criterion.id}>{criterion.title}</ScreenTitle>
      {criterion.legal && (
        <p className="legal">
          <Icon name="law" size={20} />
          {meetingTexts.legal}
        </p>
      )}
      <p className="lead">{isPlain && plainQuestion !== undefined ? plainQuestion : criterion.question}</p>
      {plainQuestion !== undefined && (
        <button className="act" type="button" onClick={() => onPlain(!isPlain)}>
          <Icon name="book" />
          {isPlain ? meetingTexts.notPlain : meetingTexts.plain}
        </button>
      )}
      {isSent && (
        <PhoneNote icon="done">
          <p>{meetingTexts.alreadySent}</p>
        </PhoneNote>
      )}
      {isRefused && (
        <PhoneNote icon="warning" tone="warn" role="alert">
          <p>{meetingTexts.refused}</p>
        </PhoneNote>
      )}
      <p className="hint">{isRevealed ? meetingTexts.touchAfterReveal : meetingTexts.touch}</p>
      <div className="list" role="group" aria-label={meetingTexts.answers}>
        {([1, 2, 3, 4] as const).map((level) => (
          <button
            key={level}
            className="card"
            type="button"
            disabled={isResting}
            aria-pressed={isSamePosition({ level }, position)}
            onClick={() => onAnswer({ level })}
          >
            <LevelRod value={level} height={46} />
            <span>
              <b>
                {level} {view.levelNames[level - 1]}
              </b>
              <span className="detail">{criterion.levels[level - 1]}</span>
            </span>
          </button>
        ))}
        <div className="three">
          {absences.map(({ position: absence, text }) => (
            <button
              key={text}
              className="btn"
              type="button"
              disabled={isResting}
              aria-pressed={isSamePosition(absence, position)}
              onClick={() => onAnswer(absence)}
            >
              {text}
            </button>
          ))}
        </div>
      </div>
      {onKeep !== undefined && (
        <button className="act" type="button" onClick={onKeep}>
          {meetingTexts.keep}
        </button>
      )}
    </>
  )
}
