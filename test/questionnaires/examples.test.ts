import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import type { Score } from '#src/scoring/score.ts'
import { readSheet } from '#server/cli/sheet.ts'
import { naiveScore } from '#test/core/scoring/oracle.ts'

const root = fileURLToPath(new URL('../../questionnaires', import.meta.url))
const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('/examples/') && file.endsWith('.json') && !file.endsWith('.expected.json'))
  .map((file) => `${root}/${file}`)

/** What was written once and checked by hand; its hash is that of a draft until the version is published. */
function expectedScore(file: string): Score {
  return JSON.parse(readFileSync(file.replace(/\.json$/, '.expected.json'), 'utf8')) as Score
}

test('the social utility questionnaire has a full example and a partial one', () => {
  expect(examples.map((file) => file.slice(root.length + 1))).toEqual(
    expect.arrayContaining([
      'utilite-sociale/1.0.0/examples/la-brouette-bleue.json',
      'utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json',
    ]),
  )
})

describe.each(examples)('%s', (file) => {
  test('is accepted, and its score is the expected one', async () => {
    const read = await readSheet(file, root)

    expect(read.ok ? [] : read.problem).toEqual([])
    if (!read.ok) return

    const { questionnaire, sha256, sheet } = read.value
    const { questionnaire: version, ...score } = scoreAnswerSheet(questionnaire, sha256, sheet)
    const { questionnaire: expectedVersion, ...expected } = expectedScore(file)

    expect(score).toEqual(expected)
    expect([version.id, version.version]).toEqual([expectedVersion.id, expectedVersion.version])
  })

  test('scores the same by a second writing of the rules', async () => {
    const read = await readSheet(file, root)

    if (!read.ok) throw new Error('refused')

    const { questionnaire, sheet } = read.value

    expect(scoreAnswerSheet(questionnaire, '', sheet)).toMatchObject(naiveScore(questionnaire, sheet))
  })
})
