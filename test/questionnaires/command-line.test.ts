import { delimiter, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'
import { faultsOf, problemsOf, runCommand, runJalon } from '#test/support/run-jalon.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

const small = aQuestionnaireJson()

const sheet = {
  format: 'jalon/answer-sheet@1',
  questionnaire: 'essai@1.1.0',
  structure: { name: 'Une structure', kinds: ['AI'] },
  period: '2025',
  answers: { 'accueil-ecoute': { level: 1 }, 'accueil-droits': { level: 4 }, 'territoire-achats': { unknown: true } },
  indicators: { 'part-ecoutes': { numerator: 1, denominator: 3 } },
}

describe('score', () => {
  test('prints the score of a sheet, on a questionnaire from another folder', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'sheet.json': sheet })
    const run = await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder)

    expect(run).toMatchObject({ exit: 0, stderr: '' })
    expect(JSON.parse(run.stdout)).toMatchObject({
      format: 'jalon/score@1',
      questionnaire: { id: 'essai', version: '1.1.0', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
      dimensions: [
        { id: 'accueil', score: { computable: true, value: 50, numerator: 600, denominator: 12 } },
        { id: 'territoire', score: { computable: false, reason: 'nothing-answered' } },
      ],
      indicators: [{ id: 'part-ecoutes', computable: true, value: (1 / 3) * 100, flags: [] }],
      warnings: ['accueil-ecoute'],
    })
  })

  test('a refused sheet gives every problem, and nothing on standard output', async () => {
    const broken = { ...sheet, surprise: 1, answers: { absent: { level: 2 }, 'accueil-droits': { level: 5 } } }
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'sheet.json': broken })
    const run = await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder)

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(faultsOf(run).toSorted()).toEqual([
      'level-out-of-range /answers/accueil-droits/level',
      'unknown-criterion /answers/absent',
      'unknown-key /surprise',
    ])
    expect(Object.keys(problemsOf(run)[0] ?? {})).toEqual(['code', 'path', 'message'])
  })

  test('a questionnaire that cannot be used is told with its own faults', async () => {
    const unusable = changed(small, '/dimensions/0/weight', 9)
    const folder = await aFolder({ 'essai@1.1.0.json': unusable, 'sheet.json': sheet })

    expect(faultsOf(await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder))).toEqual([
      'weight-out-of-range /dimensions/0/weight',
    ])
  })

  test('an unusable questionnaire beside does not keep another from being used', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'autre@1.0.0.json': '{', 'sheet.json': sheet })

    expect(await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder)).toMatchObject({ exit: 0 })
  })

  test('a questionnaire that is not there is unknown', async () => {
    const folder = await aFolder({ 'sheet.json': sheet })

    expect(faultsOf(await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder))).toEqual([
      'unknown-questionnaire /questionnaire',
    ])
    expect(faultsOf(await runJalon('score', `${folder}/sheet.json`, '--questionnaires', `${folder}/none`))).toEqual([
      'file-unreadable ',
    ])
  })

  test('a key written twice is refused where it is', async () => {
    const text = JSON.stringify(sheet).replace('"accueil-droits"', '"accueil-ecoute"')
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'sheet.json': text })

    expect(faultsOf(await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder))).toEqual([
      'duplicate /answers/accueil-ecoute',
    ])
  })

  test('a key written twice hides no other fault', async () => {
    const text = JSON.stringify({ ...sheet, 'a/b~c': 1 }).replace('"accueil-droits"', '"accueil-ecoute"')
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'sheet.json': text })

    expect(faultsOf(await runJalon('score', `${folder}/sheet.json`, '--questionnaires', folder))).toEqual([
      'duplicate /answers/accueil-ecoute',
      'unknown-key /a~1b~0c',
    ])
  })

  test('a pipe of the shell is read; a named one, to which nobody may ever write, is refused', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': small, 'sheet.json': sheet })
    const score = `"${process.execPath}" server/cli.ts score /dev/stdin --questionnaires "${folder}"`
    const piped = await runCommand('sh', ['-c', `cat "${folder}/sheet.json" | ${score}`])

    expect(piped).toMatchObject({ exit: 0, stderr: '' })
    expect((await runCommand('mkfifo', [`${folder}/pipe.json`])).exit).toBe(0)
    expect(faultsOf(await runJalon('score', `${folder}/pipe.json`))).toEqual(['file-unreadable '])
  })
})

describe('the command line', () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    [
      ['score', '--force'],
      ['--force', 'FILE'],
    ],
    [
      ['score', 'a', 'b', '--out=c'],
      ['--out', 'b'],
    ],
    [['synthesis'], ['FILE', '--audience', '--out']],
    [
      ['synthesis', '--out', '', 'a'],
      ['--out', '--audience'],
    ],
    [
      ['questionnaire', 'export', '--questionnaires', 'a', '--questionnaires=b'],
      ['--questionnaires', 'ID@VERSION'],
    ],
  ])('%j: every fault of the arguments is told', async (args, named) => {
    const run = await runJalon(...args)
    const messages = problemsOf(run).map(({ message }) => String(message))

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(messages).toHaveLength(named.length)
    for (const [at, name] of named.entries()) expect(messages[at]).toContain(name)
  })

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
    expect(faultsOf(run)).toEqual([fault])
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
