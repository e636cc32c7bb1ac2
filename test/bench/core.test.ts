import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, test } from 'vitest'
import { report } from './figure.ts'

type CoreFigures = {
  readonly validateMs: number
  readonly surveyValidateMs: number
  readonly scoreMs: number
  readonly surveyLoadMs: number
}

let figures: CoreFigures

beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/bench/core-figures.ts'])
  figures = JSON.parse(stdout) as CoreFigures
}, 120_000)

test('validating one answer, against survey-core validating the same questionnaire', () => {
  const { validateMs, surveyValidateMs } = figures
  const detail = `${(validateMs * 1000).toFixed(2)} µs against ${surveyValidateMs.toFixed(2)} ms`
  report('validate one answer, times faster than survey-core', surveyValidateMs / validateMs, { atLeast: 1000 }, detail)
})

test('scoring a full sheet with its explanation, against survey-core loading the same answers', () => {
  const { scoreMs, surveyLoadMs } = figures
  const detail = `${(scoreMs * 1000).toFixed(1)} µs against ${surveyLoadMs.toFixed(2)} ms`
  report('score a full sheet, times faster than survey-core loading', surveyLoadMs / scoreMs, { atLeast: 200 }, detail)
})
