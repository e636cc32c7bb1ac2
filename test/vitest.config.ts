import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One project per kind of test: `--project core` runs one alone. Those that need PostgreSQL share one server per run. */
const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...extra },
})

const databaseSetup = 'test/support/database-setup.ts'
const withDatabase = { globalSetup: [databaseSetup], hookTimeout: 120_000 }
const withPages = { globalSetup: ['test/support/journey/build-first.mjs', databaseSetup], hookTimeout: 120_000 }

export default defineConfig({
  root,
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('core'),
      project('questionnaires'),
      project('architecture', { testTimeout: 120_000 }),
      project('client'),
      project('server', { ...withDatabase, testTimeout: 60_000 }),
      project('journeys', { ...withPages, testTimeout: 300_000, fileParallelism: false }),
      // Measured alone, on a quiet machine: `npm run bench`.
      project('bench', { ...withPages, testTimeout: 600_000, fileParallelism: false }),
      project('faults', { ...withDatabase, testTimeout: 180_000 }),
    ],
  },
})
