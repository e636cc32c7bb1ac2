import type { JourneyId } from '#src/questionnaire/questionnaire.ts'

/** GET /api/methods: the newest version of each questionnaire an accompaniment may start with, by title. */
export type MethodView = {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly journey: JourneyId
}
