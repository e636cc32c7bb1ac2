import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, runJalon } from '#test/support/run-jalon.ts'

const example = 'questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json'
const audit = 'questionnaires/lutte-discriminations/1.0.0/examples/les-passerelles-du-port.json'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'jalon-synthesis-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('jalon synthesis', () => {
  test('writes a PDF and says nothing', async () => {
    const out = path.join(folder, 'out.pdf')
    const run = await runJalon('synthesis', example, '--audience', 'full', '--out', out)
    expect(run).toMatchObject({ exit: 0, stdout: '', stderr: '' })
    expect((await readFile(out)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  test('refuses an audience there is no document for', async () => {
    const run = await runJalon('synthesis', example, '--audience', 'nobody', '--out', path.join(folder, 'x.pdf'))
    expect(run.exit).toBe(2)
    expect(faultsOf(run)).toEqual(['unknown-audience '])
  })

  test('tells an unknown audience with what is wrong in the sheet, and leaves no file', async () => {
    const [sheet, out] = [path.join(folder, 'sheet.json'), path.join(folder, 'refused.pdf')]
    await writeFile(sheet, '{"format":"jalon/answer-sheet@1"}')
    const run = await runJalon('synthesis', '--out', out, '--audience', 'nobody', sheet)
    expect(run).toMatchObject({ exit: 2, stdout: '' })
    expect(faultsOf(run)).toEqual([
      'unknown-audience ',
      'missing-key /questionnaire',
      'missing-key /structure',
      'missing-key /period',
      'missing-key /answers',
    ])
    await expect(readFile(out)).rejects.toThrow('ENOENT')
  })

  test('prints both documents of an audit of practices', async () => {
    for (const audience of ['lcd-internal', 'lcd-public']) {
      const out = path.join(folder, `${audience}.pdf`)
      const run = await runJalon('synthesis', audit, '--audience', audience, '--out', out)
      expect(run).toMatchObject({ exit: 0, stdout: '', stderr: '' })
      expect((await readFile(out)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    }
  })

  test.each([
    [example, 'lcd-internal'],
    [audit, 'full'],
  ])('refuses the document of another journey: %s, %s', async (file, audience) => {
    const run = await runJalon('synthesis', file, '--audience', audience, '--out', path.join(folder, 'x.pdf'))
    expect(run.exit).toBe(2)
    expect(faultsOf(run)).toEqual(['audience-of-another-journey '])
    expect(run.stderr).toContain('choisissez une autre destination')
  })

  test('never writes over the answers, under whatever name', async () => {
    const [sheet, link] = [path.join(folder, 'answers.json'), path.join(folder, 'link.pdf')]
    await copyFile(example, sheet)
    await symlink(sheet, link)
    for (const out of [sheet, link]) {
      const run = await runJalon('synthesis', sheet, '--audience', 'full', '--out', out)
      expect(faultsOf(run)).toEqual(['not-writable '])
    }
    expect(await readFile(sheet, 'utf8')).toBe(await readFile(example, 'utf8'))
  })

  test('refuses a place it cannot write to', async () => {
    const run = await runJalon('synthesis', example, '--audience', 'full', '--out', path.join(folder, 'no', 'x.pdf'))
    expect(run.exit).toBe(2)
    expect(faultsOf(run)).toEqual(['not-writable '])
  })
})
