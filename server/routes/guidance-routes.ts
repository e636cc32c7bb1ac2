import { Hono } from 'hono'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { AppEnv } from '#server/http/app-env.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import type { Services } from '#server/services.ts'

/** What to do in a serious situation, from the questionnaires at hand: for anyone, without an account or a trace. */
export function guidanceRoutes({ questionnaires }: Services) {
  const app = new Hono<AppEnv>()
  const guidance = [...questionnaires.values()]
    .toSorted((a, b) => b.questionnaire.version.localeCompare(a.questionnaire.version, 'en', { numeric: true }))
    .map(({ questionnaire }) => awarenessSections(questionnaire).guidance)
    .find((each) => each !== undefined)

  app.get('/guidance', (c) =>
    guidance === undefined
      ? problemResponse(c, { code: 'not-found' })
      : c.json(guidance, 200, { 'cache-control': 'no-store' }),
  )

  return app
}
