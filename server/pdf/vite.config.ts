import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// Node strips types but not TSX: what the server prints is bundled once. React comes along, for its production build:
// left in node_modules it would be the development one wherever NODE_ENV is not set, four times slower.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  build: {
    ssr: 'src/synthesis/html.tsx',
    outDir: 'dist/synthesis',
    emptyOutDir: true,
    target: 'node22',
  },
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
})
