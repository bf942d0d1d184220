import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: '/public/',
  plugins: [react()],
  build: {
    outDir: here('../dist/resident'),
    emptyOutDir: true,
    // As the workbench: office and elderly people's browsers still stand on Chromium 90.
    target: 'chrome90',
    cssTarget: 'chrome90',
    // Which files the first screen loads, for the test that weighs them.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'lasting', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/ }],
        },
      },
    },
  },
})
