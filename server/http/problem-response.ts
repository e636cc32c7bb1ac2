import type { Context } from 'hono'
import type { Problem } from '#src/contract/problems.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { sentenceOf } from '#server/cli/texts-fr.ts'
import type { AppEnv } from './app-env.ts'
import { statuses } from './statuses.ts'
import { problemTitles } from './texts-fr.ts'

/** RFC 9457: a stable code, its French sentence, and what the refusal carries to act upon. */
export function problemResponse(c: Context<AppEnv>, problem: Problem): Response {
  const { code, ...rest } = problem
  const status = statuses[code]
  const faults = 'faults' in rest ? { faults: rest.faults.map(faultBody) } : {}
  const body = {
    type: `urn:jalon:problem:${code}`,
    title: problemTitles[code],
    status,
    code,
    requestId: c.get('requestId'),
    ...rest,
    ...faults,
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

function faultBody({ code, path, details }: FileProblem) {
  return { code, path, message: sentenceOf(code, details ?? {}) }
}
