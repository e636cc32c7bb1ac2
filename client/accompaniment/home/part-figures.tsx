import { useQuery } from '@tanstack/react-query'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { quizApi, quizKey } from '#client/awareness/quiz-api.ts'
import { perceptionApi, perceptionKey } from '#client/perception/perception-api.ts'
import { quizFigure, surveyFigure } from './figures.ts'

type FigureProps = { readonly accompaniment: AccompanimentView }

/** Read once: the count that moves is on the quiz's own page. */
export function QuizFigure({ accompaniment: { id } }: FigureProps) {
  const quiz = useQuery({ queryKey: quizKey(id), queryFn: () => quizApi.read(id) }).data
  return quiz === undefined ? null : quizFigure(quiz)
}

/** Nothing of the answers while people answer. */
export function SurveyFigure({ accompaniment: { id, transitions } }: FigureProps) {
  const survey = useQuery({ queryKey: perceptionKey(id), queryFn: () => perceptionApi.read(id) }).data
  return survey === undefined ? null : surveyFigure(survey, transitions)
}
