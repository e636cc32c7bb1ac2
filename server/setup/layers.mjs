import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { projectFolder } from './set-up.mjs'

const inPackages = (...names) => path.join(projectFolder, 'node_modules', ...names)
const tool = (title, script, ...options) => ({ kind: 'tool', title, script: inPackages(...script), options })
const tests = (title, ...projects) => ({ kind: 'tests', title, projects })

/** Under a minute: what stands before each commit. Layers of a same row run side by side. */
export const quickLayers = [
  [
    tool('format', ['prettier', 'bin', 'prettier.cjs'], '--check', '--cache', '--log-level', 'warn', '.'),
    tool('types', ['typescript', 'bin', 'tsc'], '-b', 'src', 'src/synthesis', 'server', 'client', 'test'),
  ],
  [tool('lint', ['oxlint', 'bin', 'oxlint'], '--type-aware', '--deny-warnings', '--report-unused-disable-directives')],
  [tests('layers, core and questionnaires', 'architecture', 'core', 'questionnaires')],
]

export const allLayers = [
  ...quickLayers,
  [tests('server and client', 'server', 'client')],
  [tests('faults', 'faults')],
  [tests('journeys', 'journeys')],
]

/**
 * Runs the rows in order and stops after the first red one. The last line of the output is always `N passed, N failed`:
 * each tool counts for one, and so does each test. Answers the exit code.
 */
export async function runLayers(node, rows) {
  const total = { passed: 0, failed: 0 }
  for (const row of rows) {
    const counts = await Promise.all(row.map((layer) => runLayer(node, layer)))
    for (const { passed, failed } of counts) {
      total.passed += passed
      total.failed += failed
    }
    if (total.failed > 0) break
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)

  return total.failed === 0 ? 0 : 1
}

async function runLayer(node, layer) {
  const startedAt = Date.now()
  const counts = layer.kind === 'tool' ? await runTool(node, layer) : await runTests(node, layer)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  process.stdout.write(`${counts.failed === 0 ? '✓' : '✗'} ${layer.title} (${seconds} s)\n`)

  return counts
}

async function runTool(node, { script, options }) {
  const code = await run(node, [script, ...options])

  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function runTests(node, { title, projects }) {
  const report = inPackages('.cache', 'jalon', `${title.replaceAll(/\W+/g, '-')}.json`)
  await mkdir(path.dirname(report), { recursive: true })
  await rm(report, { force: true })
  const code = await run(node, [
    inPackages('vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--passWithNoTests',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.map((project) => `--project=${project}`),
  ])
  const results = await readFile(report, 'utf8').then(JSON.parse, () => undefined)

  return countsOf(results, code)
}

/** A file that breaks before its first test, or an error outside any test, counts as one failure. */
function countsOf(results, code) {
  const passed = results?.numPassedTests ?? 0
  const brokenFiles = (results?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = (results?.numFailedTests ?? 0) + brokenFiles.length

  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
}

function run(node, options) {
  const environment = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    NO_COLOR: '1',
  }
  const child = spawn(node, options, { cwd: projectFolder, env: environment, stdio: ['ignore', 'inherit', 'inherit'] })

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
