import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aQuestionnaireJson } from '#test/support/a-questionnaire.ts'
import { authored } from '#test/support/authored-questionnaire.ts'
import { faultsOf, problemsOf, runJalon } from '#test/support/run-jalon.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

const small = aQuestionnaireJson()

describe('questionnaire check', () => {
  test.each([
    ['a folder of versions', ''],
    ['the versions of one questionnaire', '/essai'],
    ['one version', '/essai/1.1.0'],
  ])('accepts %s', async (_name, path) => {
    const run = await runJalon('questionnaire', 'check', `${await aFolder(authored('essai', '1.1.0'))}${path}`)

    expect(run).toEqual({ exit: 0, stdout: 'Une version contrôlée, aucun défaut.\n', stderr: '' })
  })

  test('accepts a folder of canonical files, and one alone', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'notes.txt': 'À relire.' })

    expect(await runJalon('questionnaire', 'check', folder)).toMatchObject({ exit: 0, stderr: '' })
    expect(await runJalon('questionnaire', 'check', join(folder, 'essai@1.1.0.json'))).toMatchObject({ exit: 0 })
  })

  test('looks at any JSON file there that may be a questionnaire, and at no other', async () => {
    const sheet = { format: 'jalon/answer-sheet@1' }
    const sound = await aFolder({ 'mine.json': small, 'sheet.json': sheet, 'list.json': [], 'published.json': [] })
    const broken = await aFolder({ 'mine.json': { ...small, id: 'Essai' }, 'other.json': '{' })

    expect(await runJalon('questionnaire', 'check', sound)).toMatchObject({ exit: 0, stderr: '' })
    expect(faultsOf(await runJalon('questionnaire', 'check', broken))).toEqual(['invalid-id /id', 'not-json '])
  })

  test('tells every fault with its file, its line and a French sentence', async () => {
    const files = authored('essai', '1.1.0')
    const territory = 'essai/1.1.0/dimensions/territoire.yaml'
    const folder = await aFolder({
      ...files,
      [territory]: String(files[territory]).replace('weight: 2', 'weight: 12'),
      'essai/1.1.0/indicators.yaml': `${String(files['essai/1.1.0/indicators.yaml'])}- id: part-ecoutes\n`,
    })
    const run = await runJalon('questionnaire', 'check', folder)

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(problemsOf(run)).toContainEqual({
      code: 'weight-out-of-range',
      path: '/weight',
      message: 'Le poids est 1, 2 ou 3.',
      file: expect.stringMatching(/territoire\.yaml$/) as unknown,
      line: 3,
    })
    expect(faultsOf(run)).toContain('duplicate-id /2/id')
    expect(faultsOf(run)).toContain('missing-key /2/label')
  })

  test('a file that is no YAML is one fault, and hides none of the others', async () => {
    const files = authored('essai', '1.1.0')
    const folder = await aFolder({
      ...files,
      'essai/1.1.0/indicators.yaml': '- id: [\n',
      'essai/1.1.0/dimensions/territoire.yaml': String(files['essai/1.1.0/dimensions/territoire.yaml']).replace(
        'weight: 2',
        'weight: 12',
      ),
    })

    expect([...new Set(faultsOf(await runJalon('questionnaire', 'check', folder)))].toSorted()).toEqual([
      'not-yaml ',
      'weight-out-of-range /weight',
    ])
  })

  test.each([
    ['an alias', 'id: &a essai\nversion: *a\n', 'not-yaml '],
    ['a key written twice', 'id: essai\nid: essai\n', 'not-yaml '],
    ['a custom tag', 'id: !!js/function essai\n', 'not-yaml '],
    ['nothing', '', 'wrong-type '],
  ])('YAML with %s is refused', async (_name, main, fault) => {
    const folder = await aFolder({ ...authored('essai', '1.1.0'), 'essai/1.1.0/questionnaire.yaml': main })

    expect(faultsOf(await runJalon('questionnaire', 'check', folder))).toEqual([fault])
  })

  test('a dimension without its file is one fault', async () => {
    const { 'essai/1.1.0/dimensions/accueil.yaml': _missing, ...files } = authored('essai', '1.1.0')

    expect(faultsOf(await runJalon('questionnaire', 'check', await aFolder(files)))).toEqual([
      'unknown-dimension /dimensions/0',
    ])
  })

  test('names of folders and files agree with what they hold', async () => {
    const folder = await aFolder({ 'essai@2.0.0.json': small, 'other@1.1.0.json': small })

    expect(faultsOf(await runJalon('questionnaire', 'check', folder)).toSorted()).toEqual([
      'duplicate-id /id',
      'file-name-mismatch ',
      'file-name-mismatch ',
    ])
  })

  test('a folder without questionnaires, or none at all, is refused', async () => {
    expect(faultsOf(await runJalon('questionnaire', 'check', await aFolder()))).toEqual(['nothing-found '])
    expect(faultsOf(await runJalon('questionnaire', 'check', '/nowhere/at/all'))).toEqual(['file-unreadable '])
  })

  test.each<readonly [string, unknown, string]>([
    ['not JSON', '{', 'not-json '],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'not-json '],
    ['empty', '', 'not-json '],
    ['too large', `"${'x'.repeat(5_000_000)}"`, 'too-large '],
    ['a key written twice', '{"id":"a","id":"b"}', 'duplicate /id'],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'too-deep'],
    ['a list', '[]', 'wrong-type '],
  ])('a canonical file that is %s is refused', async (_name, content, fault) => {
    const run = await runJalon('questionnaire', 'check', await aFolder({ 'essai@1.1.0.json': content }))

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(faultsOf(run)[0]?.startsWith(fault)).toBe(true)
  })

  test('a byte order mark is no fault', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': `\uFEFF${JSON.stringify(small)}` })

    expect(await runJalon('questionnaire', 'check', folder)).toMatchObject({ exit: 0 })
  })
})
