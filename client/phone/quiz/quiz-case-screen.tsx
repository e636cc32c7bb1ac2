import { shuffled } from '#src/anonymity/shuffled.ts'
import { ChoiceCard, ProgressStrip } from '#client/phone/screen/choice-card.tsx'
import { Frame, GuidanceLink, PhoneNote, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import { ListenButton } from '#client/phone/screen/listen-button.tsx'
import { phoneTexts } from '#client/phone/texts-fr.ts'
import type { QuizProgress, QuizStep } from './quiz-progress.ts'
import { quizTexts } from './texts-fr.ts'

type QuizCaseScreenProps = {
  readonly progress: QuizProgress
  readonly step: Extract<QuizStep, { at: 'case' }>
  readonly onChange: (change: Partial<QuizProgress>) => void
}

/** One case: its options, then what was chosen. Nothing here says which one is right. */
export function QuizCaseScreen({ progress, step, onChange }: QuizCaseScreenProps) {
  const { sheet, answers, seed } = progress
  const { index, isNoted } = step
  const count = sheet.cases.length
  const shown = sheet.cases[index]
  if (shown === undefined) return null
  const chosen = answers[shown.id]
  const options = shuffled(shown.options, `${seed}/${shown.id}`)
  const goTo = (next: QuizStep) => onChange({ step: next })
  const isLast = index + 1 === count
  const goOn = () => goTo(isLast ? { at: 'end' } : { at: 'case', index: index + 1, isNoted: false })

  function choose(option: string | undefined) {
    const { [shown?.id ?? '']: _, ...others } = answers
    onChange({
      answers: option === undefined || shown === undefined ? others : { ...others, [shown.id]: option },
      step: { at: 'case', index, isNoted: true },
    })
  }

  const frame = {
    place: quizTexts.place(index + 1, count),
    status: { icon: 'lock', text: phoneTexts.kept, tone: 'busy' },
  } as const

  if (isNoted) {
    return (
      <Frame {...frame}>
        <ScreenTitle screen={`${shown.id}/noted`}>{quizTexts.noted}</ScreenTitle>
        <div className="box">
          <p className="small muted">{quizTexts.yours}</p>
          <p className="answer">
            <b>{options.find((option) => option.id === chosen)?.text ?? quizTexts.unknown}</b>
          </p>
          <button className="act" type="button" onClick={() => goTo({ at: 'case', index, isNoted: false })}>
            {quizTexts.change}
          </button>
        </div>
        <PhoneNote icon="info">
          <p>
            <b>{quizTexts.debateLead}</b> {quizTexts.debate}
          </p>
        </PhoneNote>
        <div className="bottom">
          <p className="small muted">{quizTexts.progress(index + 1, count)}</p>
          <ProgressStrip done={index + 1} count={count} />
          <button className="btn primary" type="button" onClick={goOn}>
            {isLast ? quizTexts.finish : quizTexts.next}
          </button>
        </div>
        <GuidanceLink>{phoneTexts.guidance}</GuidanceLink>
      </Frame>
    )
  }

  const read = [shown.title, shown.situation, shown.question ?? '', ...options.map((option) => option.text)]
  return (
    <Frame {...frame}>
      <ScreenTitle screen={shown.id}>{shown.title}</ScreenTitle>
      <p className="lead">{shown.situation}</p>
      {shown.question !== undefined && (
        <p className="lead">
          <b>{shown.question}</b>
        </p>
      )}
      <div className="acts">
        <ListenButton text={read} language="fr" start={quizTexts.listen} stop={quizTexts.stopListening} />
      </div>
      <p className="hint">{quizTexts.touch}</p>
      <div className="list" role="group" aria-label={quizTexts.answers}>
        {options.map((option) => (
          <ChoiceCard
            key={option.id}
            text={option.text}
            isChosen={chosen === option.id}
            onChoose={() => choose(option.id)}
          />
        ))}
        <ChoiceCard text={quizTexts.unknown} isChosen={false} isAbsence onChoose={() => choose(undefined)} />
      </div>
      <div className="bottom acts">
        {index > 0 && (
          <button className="act" type="button" onClick={() => goTo({ at: 'case', index: index - 1, isNoted: false })}>
            <Icon name="back" size={20} />
            {quizTexts.previous}
          </button>
        )}
        <GuidanceLink>{phoneTexts.guidance}</GuidanceLink>
      </div>
    </Frame>
  )
}
