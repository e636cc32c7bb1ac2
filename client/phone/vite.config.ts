import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The page without an account is built alone: sharing chunks with the signed-in application would make a phone load
 * parts of it. It lies in the same dist, under `/join`.
 */
export default defineConfig({
  root: here('.'),
  base: '/join/',
  plugins: [react(), shellOfWorker()],
  publicDir: false,
  build: {
    outDir: here('../../dist/client/join'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      optimization: { inlineConst: true },
      input: { index: here('index.html'), worker: here('offline/worker.ts') },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
})

/** Tells the service worker which files make the page, and a version that changes with any of them. */
function shellOfWorker(): Plugin {
  return {
    name: 'shell-of-worker',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['worker.js']
      if (worker?.type !== 'chunk') return this.error('no worker.js in the bundle')
      // Loaded as a classic script, which browsers have all known for longest.
      if (worker.imports.length > 0) return this.error('worker.js must stand alone')
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/'))
        .toSorted()
      const page = bundle['index.html']
      const version = createHash('sha256')
        .update([...files, page?.type === 'asset' ? page.source : ''].join('\n'))
        .digest('hex')
        .slice(0, 12)
      const shell = ['/join', ...files.map((name) => `/join/${name}`)]
      worker.code = worker.code.replaceAll('shell-files', shell.join(' ')).replaceAll('shell-version', version)
      return undefined
    },
  }
}
