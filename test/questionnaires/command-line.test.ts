import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'
import { problemsOf, runCommand, runJalon } from '#test/support/run-jalon.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

const small = aQuestionnaireJson()
const dimensions = small['dimensions'] as readonly { readonly id: string }[]
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const codes = (run: Parameters<typeof problemsOf>[0]) =>
  problemsOf(run).map(({ code, path }) => `${String(code)} ${String(path)}`)

/** The small questionnaire as its authors would write it, under `<id>/<version>/`. */
function authored(id: string, version: string): Readonly<Record<string, string>> {
  const place = `${id}/${version}`
  const main = { id, version, title: 'Un essai', overall: false, dimensions: dimensions.map((each) => each.id) }

  return {
    [`${place}/questionnaire.yaml`]: stringify(main),
    [`${place}/indicators.yaml`]: stringify(small['indicators']),
    ...Object.fromEntries(dimensions.map((each) => [`${place}/dimensions/${each.id}.yaml`, stringify(each)])),
  }
}

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
    expect(codes(run)).toContain('duplicate-id /2/id')
    expect(codes(run)).toContain('missing-key /2/label')
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

    expect([...new Set(codes(await runJalon('questionnaire', 'check', folder)))].toSorted()).toEqual([
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

    expect(codes(await runJalon('questionnaire', 'check', folder))).toEqual([fault])
  })

  test('a dimension without its file is one fault', async () => {
    const { 'essai/1.1.0/dimensions/accueil.yaml': _missing, ...files } = authored('essai', '1.1.0')

    expect(codes(await runJalon('questionnaire', 'check', await aFolder(files)))).toEqual([
      'unknown-dimension /dimensions/0',
    ])
  })

  test('names of folders and files agree with what they hold', async () => {
    const folder = await aFolder({ 'essai@2.0.0.json': small, 'other@1.1.0.json': small })

    expect(codes(await runJalon('questionnaire', 'check', folder)).toSorted()).toEqual([
      'duplicate-id /id',
      'file-name-mismatch ',
      'file-name-mismatch ',
    ])
  })

  test('a folder without questionnaires, or none at all, is refused', async () => {
    expect(codes(await runJalon('questionnaire', 'check', await aFolder()))).toEqual(['nothing-found '])
    expect(codes(await runJalon('questionnaire', 'check', '/nowhere/at/all'))).toEqual(['file-unreadable '])
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
    expect(codes(run)[0]?.startsWith(fault)).toBe(true)
  })

  test('a byte order mark is no fault', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': `\uFEFF${JSON.stringify(small)}` })

    expect(await runJalon('questionnaire', 'check', folder)).toMatchObject({ exit: 0 })
  })
})

describe('questionnaire export', () => {
  test('prints the canonical text and nothing more, so that its SHA-256 is the hash', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': JSON.stringify(small, undefined, 2) })
    const run = await runJalon('questionnaire', 'export', 'essai@1.1.0', '--questionnaires', folder)

    expect(run).toEqual({ exit: 0, stdout: JSON.stringify(small), stderr: '' })
  })

  test('an authored version and its canonical text export alike', async () => {
    const folder = await aFolder(authored('essai', '1.1.0'))
    const run = await runJalon('questionnaire', 'export', 'essai@1.1.0', '--questionnaires', folder)

    expect(run.stdout).toBe(JSON.stringify(small))
  })

  test('an unknown version is refused', async () => {
    const run = await runJalon('questionnaire', 'export', 'utilite-sociale@99.0.0')

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(codes(run)).toEqual(['unknown-questionnaire '])
    expect(codes(await runJalon('questionnaire', 'export'))).toEqual(['missing-argument '])
  })
})

describe('questionnaire publish', () => {
  test('writes the hash to the lock beside, once and for all', async () => {
    const folder = await aFolder({ 'published.json': [], ...authored('essai', '1.1.0') })
    const place = join(folder, 'essai/1.1.0')
    const lock = [{ id: 'essai', version: '1.1.0', sha256: hashOf(JSON.stringify(small)) }]

    expect(await runJalon('questionnaire', 'publish', place)).toMatchObject({ exit: 0, stderr: '' })
    expect(await runJalon('questionnaire', 'publish', place)).toMatchObject({ exit: 0, stderr: '' })
    expect(JSON.parse(await readFile(join(folder, 'published.json'), 'utf8'))).toEqual(lock)
    expect(await runJalon('questionnaire', 'check', folder)).toMatchObject({ exit: 0, stderr: '' })
  })

  test('without a lock, makes one beside the questionnaires', async () => {
    const folder = await aFolder(authored('essai', '1.1.0'))

    expect(await runJalon('questionnaire', 'publish', join(folder, 'essai/1.1.0'))).toMatchObject({ exit: 0 })
    expect(JSON.parse(await readFile(join(folder, 'published.json'), 'utf8'))).toHaveLength(1)
  })

  test('a published version that changes or goes is found, and cannot be published anew', async () => {
    const folder = await aFolder(authored('essai', '1.1.0'))
    const place = join(folder, 'essai/1.1.0')
    const file = join(place, 'dimensions/territoire.yaml')

    await runJalon('questionnaire', 'publish', place)
    await writeFile(file, (await readFile(file, 'utf8')).replace('Parfois', 'Quelquefois'))
    const changedRun = await runJalon('questionnaire', 'check', folder)

    expect(codes(changedRun)).toEqual(['published-version-changed '])
    expect(codes(await runJalon('questionnaire', 'publish', place))).toEqual(['published-version-changed '])

    await mkdir(join(folder, 'essai/1.2.0'))
    await writeFile(
      join(folder, 'published.json'),
      JSON.stringify([{ id: 'essai', version: '9.0.0', sha256: 'a'.repeat(64) }]),
    )
    expect(codes(await runJalon('questionnaire', 'check', folder))).toEqual(['published-version-missing /0'])
  })

  test('an id that a published version gave another unit is a fault of the next version', async () => {
    const next = changed(changed(small, '/version', '2.0.0'), '/indicators/1/unit', '€')
    const folder = await aFolder({ ...authored('essai', '1.1.0'), 'essai@2.0.0.json': next })

    await runJalon('questionnaire', 'publish', join(folder, 'essai/1.1.0'))

    expect(codes(await runJalon('questionnaire', 'check', folder))).toEqual(['id-reused /indicators/1/unit'])
  })

  test('a version with a fault is not published', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': changed(small, '/dimensions/0/weight', 9) })

    expect(await runJalon('questionnaire', 'publish', join(folder, 'essai@1.1.0.json'))).toMatchObject({ exit: 2 })
    await expect(readFile(join(folder, 'published.json'))).rejects.toThrow('ENOENT')
  })
})

describe('the command line', () => {
  test.each<readonly [readonly string[], string]>([
    [[], 'unknown-command '],
    [['essai'], 'unknown-command '],
    [['questionnaire'], 'unknown-command '],
    [['questionnaire', 'essai'], 'unknown-command '],
    [['questionnaire', 'check', '--force'], 'unknown-option '],
    [['questionnaire', 'check', 'a', 'b'], 'unknown-option '],
    [['questionnaire', 'publish'], 'missing-argument '],
    [['score'], 'missing-argument '],
    [['score', 'x.json', '--questionnaires'], 'missing-argument '],
    [['score', '/nowhere.json'], 'file-unreadable '],
    [['score', '/'], 'file-unreadable '],
  ])('%j is refused in one line of JSON', async (args, fault) => {
    const run = await runJalon(...args)

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(codes(run)).toEqual([fault])
  })

  test('an unknown command is answered with the usage', async () => {
    expect(problemsOf(await runJalon('essai'))[0]?.['message']).toContain('questionnaire check')
  })

  test('npm runs it on the project’s own Node, and prints nothing more', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': small })
    const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
    const args = ['run', '-s', 'jalon', '--', 'questionnaire', 'export', 'essai@1.1.0', '--questionnaires', folder]

    expect(await runCommand('npm', args, { ...process.env, PATH: path })).toMatchObject({
      exit: 0,
      stdout: JSON.stringify(small),
    })
  })
})
