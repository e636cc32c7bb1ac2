import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the API listens while developing: `JALON_API=http://127.0.0.1:3000 npx vite --config client/vite.config.ts`. */
const api = import.meta.env?.['JALON_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined fonts and icons would need `data:` in the content security policy.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': api } },
})
