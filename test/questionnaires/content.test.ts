import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicSchemas, schemasDirectory } from '#server/cli/schemas.ts'
import { keyOf, readCatalogue } from '#server/questionnaires/catalogue.ts'
import { checkCatalogue } from '#server/questionnaires/check-catalogue.ts'
import { readLock } from '#server/questionnaires/lock.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import { lockProblems } from '#src/questionnaire/published.ts'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

const catalogue = await readCatalogue(projectQuestionnaires)

test('the project’s questionnaires are without a fault', async () => {
  expect(catalogue.length).toBeGreaterThan(0)
  expect(await checkCatalogue(projectQuestionnaires, catalogue)).toEqual([])
})

test('published versions have not changed', async () => {
  const lock = await readLock(projectQuestionnaires)
  const hashes = new Map(catalogue.flatMap(({ loaded }) => (loaded ? [[keyOf(loaded), loaded.sha256]] : [])))

  expect(lock.ok && lockProblems(lock.value, hashes)).toEqual([])
})

describe.each(catalogue.map(({ source, loaded }) => ({ name: source.place.named, loaded })))('$name', ({ loaded }) => {
  test('its canonical text reads back as itself', () => {
    const text = loaded ? canonicalText(loaded.questionnaire) : ''

    expect(parseQuestionnaire(JSON.parse(text))).toEqual({ ok: true, value: loaded?.questionnaire })
  })

  test('every criterion has two or three actions, one of them for each level that can progress', () => {
    const criteria = loaded?.questionnaire.dimensions.flatMap((dimension) => dimension.criteria) ?? []
    const poor = criteria.filter(
      ({ actions }) =>
        actions.length < 2 ||
        actions.length > 3 ||
        ([1, 2, 3] as const).some((level) => !actions.some(({ forLevels }) => forLevels.includes(level))),
    )

    expect(poor.map(({ id }) => id)).toEqual([])
  })
})

test('the committed JSON Schemas are those of the code', async () => {
  const committed = await readdir(schemasDirectory)

  expect(committed.toSorted()).toEqual([...publicSchemas().keys()].toSorted())

  for (const [name, text] of publicSchemas()) {
    expect(await readFile(join(schemasDirectory, name), 'utf8')).toBe(text)
  }
})

describe('the server does not start', () => {
  const small = aQuestionnaireJson()

  test('on a published version that changed', async () => {
    const folder = await aFolder({
      'essai@1.1.0.json': small,
      'published.json': [{ id: 'essai', version: '1.1.0', sha256: 'a'.repeat(64) }],
    })

    await expect(loadVerifiedQuestionnaires(folder)).rejects.toMatchObject({
      faults: [{ code: 'published-version-changed', file: join(folder, 'essai@1.1.0.json') }],
    })
  })

  test('on a published version that is gone', async () => {
    const folder = await aFolder({
      'essai@1.1.0.json': small,
      'published.json': [{ id: 'essai', version: '1.0.0', sha256: 'a'.repeat(64) }],
    })

    await expect(loadVerifiedQuestionnaires(folder)).rejects.toMatchObject({
      faults: [{ code: 'published-version-missing', file: join(folder, 'published.json') }],
    })
  })

  test('on content with faults, and tells them all', async () => {
    const broken = changed(changed(small, '/dimensions/0/weight', 9), '/dimensions/1/title', '')
    const folder = await aFolder({ 'essai@1.1.0.json': broken })

    await expect(loadVerifiedQuestionnaires(folder)).rejects.toMatchObject({
      faults: [{ code: 'weight-out-of-range' }, { code: 'empty-text' }],
    })
  })
})
