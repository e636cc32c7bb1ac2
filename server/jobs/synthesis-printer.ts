import { hash } from 'node:crypto'
import { sampleFile } from '#server/example/sample-file.ts'
import type { Printer } from './printer.ts'

/** The printer of the product. */
export function synthesisPrinter(): Printer {
  return {
    compose: ({ loaded, networkName, revision, day }) => {
      const content = { sheet: loaded.sheet, score: loaded.input.score, networkName, revision, day }
      return { content, fingerprint: hash('sha256', JSON.stringify(content), 'hex') }
    },
    print: async () => ({ pdf: sampleFile('synthese.pdf'), pages: 1 }),
  }
}
