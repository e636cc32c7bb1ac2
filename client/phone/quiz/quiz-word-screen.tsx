import { useState } from 'react'
import type { QuizSheet } from '#src/contract/awareness.ts'
import { Frame, GuidanceLink, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import { phoneTexts } from '#client/phone/texts-fr.ts'
import { quizTexts } from './texts-fr.ts'

type QuizWordScreenProps = {
  readonly sheet: QuizSheet
  readonly onBegin: (word: string | undefined) => void
}

/** What the quiz is, and the word that will pair two passages without naming anyone. */
export function QuizWordScreen({ sheet, onBegin }: QuizWordScreenProps) {
  const [word, setWord] = useState('')
  const isAfter = sheet.round === 'after'
  const typed = word.trim() === '' ? undefined : word.trim()

  return (
    <Frame>
      <ScreenTitle screen="word">{quizTexts.startTitle(sheet.cases.length)}</ScreenTitle>
      <p>{isAfter ? quizTexts.startTextAfter : quizTexts.startText}</p>
      <ul className="facts">
        <li>
          <Icon name="hidden" />
          {quizTexts.factCounts}
        </li>
        <li>
          <Icon name="lock" />
          {quizTexts.factOneSend}
        </li>
        <li>
          <Icon name="clock" />
          {quizTexts.factPause}
        </li>
      </ul>
      <form
        className="list bottom"
        onSubmit={(event) => {
          event.preventDefault()
          onBegin(typed)
        }}
      >
        <div>
          <label className="label" htmlFor="quiz-word">
            {isAfter ? quizTexts.wordAfter : quizTexts.word}
          </label>
          <input
            id="quiz-word"
            className="input"
            value={word}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby="quiz-word-hint"
            onChange={(event) => setWord(event.target.value)}
          />
          <p className="hint" id="quiz-word-hint">
            {isAfter ? quizTexts.wordHintAfter : quizTexts.wordHint}
          </p>
        </div>
        <button className="btn primary" type="submit">
          {typed === undefined ? quizTexts.beginWithoutWord : quizTexts.begin}
        </button>
      </form>
      <GuidanceLink>{phoneTexts.guidance}</GuidanceLink>
    </Frame>
  )
}
