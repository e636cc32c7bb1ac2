import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

export default defineConfig(({ mode }) => ({
  root: new URL('.', import.meta.url).pathname,
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined fonts and icons would need `data:` in the content security policy.
    assetsInlineLimit: 0,
  },
  // While developing, where the API listens.
  server: { proxy: { '/api': loadEnv(mode, '.', 'JALON_')['JALON_API'] ?? 'http://127.0.0.1:3000' } },
}))
