import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { build } from 'vite'
import { report } from './figure.ts'

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isEntry?: boolean
  readonly name?: string
}

test('the JavaScript of the first page, gzipped, and SurveyJS nowhere near it', async () => {
  // Vitest says `test`, and React would come in its development clothes.
  vi.stubEnv('NODE_ENV', 'production')
  const outDir = path.resolve('node_modules/.cache/jalon/bench-client')
  await build({ configFile: 'client/vite.config.ts', logLevel: 'silent', build: { outDir, manifest: true } })
  const manifest = JSON.parse(readFileSync(path.join(outDir, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

  const portfolio = Object.keys(manifest).filter(
    (key) => key.endsWith('home/home-page.tsx') && !key.includes('accompaniment'),
  )
  expect(portfolio).toHaveLength(1)
  const first = new Set<string>()
  const take = (key: string) => {
    const chunk = manifest[key]
    if (chunk === undefined || first.has(chunk.file)) return
    first.add(chunk.file)
    chunk.imports?.forEach(take)
  }
  Object.keys(manifest)
    .filter((key) => manifest[key]?.isEntry === true)
    .forEach(take)
  portfolio.forEach(take)

  const scripts = [...first].filter((file) => file.endsWith('.js')).map((file) => readFileSync(path.join(outDir, file)))
  const kilobytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1000
  expect(scripts.some((script) => /surveyjs|survey-core/i.test(script.toString()))).toBe(false)
  report('JavaScript of the first page, kB gzipped', kilobytes, { atMost: 180 }, `${scripts.length} files`)
})
