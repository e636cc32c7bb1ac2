import 'survey-core/i18n/french'
import { IconCheck } from '@tabler/icons-react'
import { createContext, useContext, useEffect, useState } from 'react'
import { Model, type ItemValue, type QuestionRadiogroupModel } from 'survey-core'
import { ReactElementFactory, Survey } from 'survey-react-ui'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import { answersFromSurveyData, surveyDataFromAnswers } from '#src/questionnaire/survey-answers.ts'
import { toSurveyJson } from '#src/questionnaire/to-survey-json.ts'
import type { Criterion, Kind, Level, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { sameValue } from '#client/saving/queue/same-value.ts'
import { assessmentTexts as t } from './texts-fr.ts'
import { isUnfinished } from './unfinished.ts'

/**
 * One criterion as SurveyJS shows it, with our own cards for the levels. SurveyJS is a view: what it holds is read back
 * as an answer at each change, and what is saved elsewhere is put back into it.
 */
export default function CriterionSurvey(props: CriterionSurveyProps) {
  const { questionnaire, kinds, criterion, answer, onAnswer, readOnly, onReady } = props
  const [survey] = useState(() => surveyOf(questionnaire, kinds, criterion, answer))

  useEffect(() => {
    const changed = () => onAnswer(answerIn(survey, criterion.id))
    survey.onValueChanged.add(changed)
    return () => survey.onValueChanged.remove(changed)
  }, [survey, criterion.id, onAnswer])

  useEffect(() => {
    const held = answerIn(survey, criterion.id)
    // A reason not yet written is not an answer yet: what was saved before must not take its place.
    if (sameValue(held, answer) || (held !== undefined && isUnfinished(held))) return
    showAnswer(survey, criterion.id, answer)
  }, [survey, criterion.id, answer])

  useEffect(() => {
    setReadOnly(survey, readOnly)
    onReady((value) => {
      if (!readOnly) survey.setValue(criterion.id, value)
    })
  }, [survey, criterion.id, readOnly, onReady])

  return (
    <LevelTexts value={{ criterion, names: questionnaire.levelNames }}>
      <Survey model={survey} />
    </LevelTexts>
  )
}

type CriterionSurveyProps = {
  readonly questionnaire: Questionnaire
  readonly kinds: readonly Kind[]
  readonly criterion: Criterion
  readonly answer: CriterionAnswer | undefined
  /** Undefined when nothing is answered. */
  readonly onAnswer: (answer: CriterionAnswer | undefined) => void
  readonly readOnly: boolean
  /** Gives the page the way to choose with a key. */
  readonly onReady: (choose: (level: Level) => void) => void
}

function answerIn(survey: Model, criterionId: string): CriterionAnswer | undefined {
  return answersFromSurveyData(survey.data as Readonly<Record<string, unknown>>, [criterionId])[criterionId]
}

function showAnswer(survey: Model, criterionId: string, answer: CriterionAnswer | undefined): void {
  survey.data = answer === undefined ? {} : surveyDataFromAnswers({ [criterionId]: answer })
}

function setReadOnly(survey: Model, readOnly: boolean): void {
  survey.readOnly = readOnly
}

function surveyOf(
  questionnaire: Questionnaire,
  kinds: readonly Kind[],
  { id: criterionId, title }: Criterion,
  answer: CriterionAnswer | undefined,
): Model {
  const json = toSurveyJson(questionnaire, kinds, {
    unknown: t.unknown,
    notApplicable: t.notApplicable,
    example: t.example,
    reason: t.reason,
  })
  const page = json.pages.find(({ elements }) => elements.some(({ name }) => name === `criterion--${criterionId}`))
  const elements = page?.elements.filter(({ name }) => name === `criterion--${criterionId}`) ?? []
  const survey = new Model({ ...json, textUpdateMode: 'onTyping', pages: [{ name: 'criterion', elements }] })
  survey.focusFirstQuestionAutomatic = false
  survey.showCompletePage = false
  survey.requiredMark = ''
  showAnswer(survey, criterionId, answer)
  // Its name is what a screen reader says of the group.
  const panel = survey.getPanelByName(`criterion--${criterionId}`)
  panel.title = title
  const question = survey.getQuestionByName(criterionId)
  if (question.isDescendantOf('radiogroup')) question['itemComponent'] = 'jalon-level-card'
  const example = survey.getQuestionByName(`${criterionId}--example`)
  example.description = t.exampleHint
  const reason = survey.getQuestionByName(`${criterionId}--reason`)
  reason.description = t.reasonHint
  return survey
}

const LevelTexts = createContext<{
  readonly criterion: Criterion
  readonly names: readonly string[] | undefined
} | null>(null)

/** A level as a card: rod, numeral, name and text; the two absences in a second row. */
function LevelCard({ question, item, isChecked }: LevelCardProps) {
  const texts = useContext(LevelTexts)
  const value: unknown = item.value
  const level = ([1, 2, 3, 4] as const).find((each) => each === value)
  return (
    <label className={`assess-card${level === undefined ? ' small' : ''}${isChecked ? ' on' : ''}`}>
      <input
        type="radio"
        id={question.getItemId(item)}
        name={question.questionName}
        value={String(value)}
        checked={isChecked}
        disabled={!question.getItemEnabled(item)}
        onChange={() => question.clickItemHandler(item)}
      />
      <LevelRod
        value={level ?? (value === 'unknown' ? 'unknown' : 'not-applicable')}
        height={level === undefined ? 30 : 44}
      />
      {level === undefined ? (
        <span>{item.text}</span>
      ) : (
        <span className="assess-card-text">
          <span className="assess-card-name">
            <b>{level}</b> {texts?.names?.[level - 1]}
          </span>
          <span>{texts?.criterion.levels[level - 1]}</span>
        </span>
      )}
      {isChecked && level !== undefined && <IconCheck className="assess-card-tick" size={20} aria-hidden />}
    </label>
  )
}

type LevelCardProps = {
  readonly question: QuestionRadiogroupModel
  readonly item: ItemValue
  readonly isChecked: boolean
}

ReactElementFactory.Instance.registerElement('jalon-level-card', ({ question, item, isChecked }: LevelCardProps) => (
  <LevelCard key={String(item.value)} question={question} item={item} isChecked={isChecked} />
))
