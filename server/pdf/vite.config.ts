import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// Node strips types but not TSX: what the server prints is bundled once, React itself staying in node_modules.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  build: {
    ssr: 'src/synthesis/html.tsx',
    outDir: 'dist/synthesis',
    emptyOutDir: true,
    target: 'node22',
  },
  publicDir: false,
})
