import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'
import { authored } from '#test/support/authored-questionnaire.ts'
import { faultsOf, runJalon } from '#test/support/run-jalon.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

const small = aQuestionnaireJson()
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

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

  test('a version that a file announces and does not hold is unknown', async () => {
    const folder = await aFolder({ 'autre@1.0.0.json': aQuestionnaireJson() })

    expect(faultsOf(await runJalon('questionnaire', 'export', 'autre@1.0.0', '--questionnaires', folder))).toEqual([
      'unknown-questionnaire ',
    ])
  })

  test('an unknown version is refused', async () => {
    const run = await runJalon('questionnaire', 'export', 'utilite-sociale@99.0.0')

    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(faultsOf(run)).toEqual(['unknown-questionnaire '])
    expect(faultsOf(await runJalon('questionnaire', 'export'))).toEqual(['missing-argument '])
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

    expect(faultsOf(changedRun)).toEqual(['published-version-changed '])
    expect(faultsOf(await runJalon('questionnaire', 'publish', place))).toEqual(['published-version-changed '])

    await mkdir(join(folder, 'essai/1.2.0'))
    await writeFile(
      join(folder, 'published.json'),
      JSON.stringify([{ id: 'essai', version: '9.0.0', sha256: 'a'.repeat(64) }]),
    )
    expect(faultsOf(await runJalon('questionnaire', 'check', folder))).toEqual(['published-version-missing /0'])
  })

  test('an id that a published version gave another unit is a fault of the next version', async () => {
    const next = changed(changed(small, '/version', '2.0.0'), '/indicators/1/unit', '€')
    const folder = await aFolder({ ...authored('essai', '1.1.0'), 'essai@2.0.0.json': next })

    await runJalon('questionnaire', 'publish', join(folder, 'essai/1.1.0'))

    expect(faultsOf(await runJalon('questionnaire', 'check', folder))).toEqual(['id-reused /indicators/1/unit'])
  })

  test('a version with a fault is not published', async () => {
    const folder = await aFolder({ 'essai@1.1.0.json': changed(small, '/dimensions/0/weight', 9) })

    expect(await runJalon('questionnaire', 'publish', join(folder, 'essai@1.1.0.json'))).toMatchObject({ exit: 2 })
    await expect(readFile(join(folder, 'published.json'))).rejects.toThrow('ENOENT')
  })
})
