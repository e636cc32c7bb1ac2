import { IconBook, IconScale } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useEffect, useState, type RefObject } from 'react'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Criterion, Level, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { canWrite } from '#client/accompaniment/can-write.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { CommentField } from '#client/fields/comment-field.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { isUnfinished } from './unfinished.ts'
import { assessmentTexts as t } from './texts-fr.ts'

// Asked for as soon as this page's module is read, which hovering a link to it does: SurveyJS arrives with the page.
const survey = import('./criterion-survey.tsx')
const CriterionSurvey = lazy(() => survey)

/** One criterion: its question, its levels, a reason or an example; each change saves itself. */
export function CriterionQuestion(props: CriterionQuestionProps) {
  const { accompaniment, questionnaire, criterion, dimension, readOnly, onReady, titleRef } = props
  const entry = useEntry(accompaniment.id, `criterion/${criterion.id}`)
  const [unfinished, setUnfinished] = useState(false)
  const [plain, setPlain] = useState(false)
  const { setValue } = entry
  useEffect(() => {
    document.title = appTexts.pageTitle(criterion.title)
  }, [criterion.title])

  const onAnswer = useCallback(
    (answer: CriterionAnswer | undefined) => {
      const waits = answer !== undefined && isUnfinished(answer)
      setUnfinished(waits)
      if (!waits) setValue(answer ?? null)
    },
    [setValue],
  )

  return (
    <>
      <p className="assess-eyebrow">
        {dimension}
        {criterion.legal && (
          <span className="assess-legal">
            <IconScale size={18} aria-hidden />
            {t.legal}
          </span>
        )}
      </p>
      <h1 ref={titleRef} tabIndex={-1}>
        {criterion.title}
      </h1>
      {criterion.plainQuestion !== undefined && (
        <div className="assess-plain">
          <button type="button" className="act" aria-expanded={plain} onClick={() => setPlain(!plain)}>
            <IconBook size={20} aria-hidden />
            {t.plainLink}
          </button>
          {plain && <p>{criterion.plainQuestion}</p>}
        </div>
      )}
      {readOnly && <p className="muted">{t.readOnly}</p>}
      <div className={unfinished ? 'assess-survey unfinished' : 'assess-survey'}>
        <Suspense fallback={<Cards />}>
          <CriterionSurvey
            questionnaire={questionnaire}
            kinds={accompaniment.structure.kinds}
            criterion={criterion}
            answer={entry.value}
            onAnswer={onAnswer}
            readOnly={readOnly}
            onReady={onReady}
          />
        </Suspense>
      </div>
      <div role="status" className="assess-status">
        {unfinished && <FieldError id="reason-needed">{`${t.notYetSaved}. ${t.reasonNeeded}`}</FieldError>}
      </div>
      {criterion.legal && (
        <CommentField
          key={criterion.id}
          accompanimentId={accompaniment.id}
          criterionId={criterion.id}
          readOnly={!canWrite(accompaniment, 'comment')}
        />
      )}
      {entry.error !== undefined && <FieldError id="answer-error">{entry.error}</FieldError>}
    </>
  )
}

type CriterionQuestionProps = {
  readonly accompaniment: AccompanimentView
  readonly questionnaire: Questionnaire
  readonly criterion: Criterion
  readonly dimension: string
  readonly readOnly: boolean
  readonly onReady: (choose: (level: Level) => void) => void
  readonly titleRef: RefObject<HTMLHeadingElement | null>
}

/** The place of the cards while SurveyJS arrives, so that nothing jumps. */
function Cards() {
  return (
    <div className="assess-ghosts" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  )
}
