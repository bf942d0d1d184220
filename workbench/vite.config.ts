import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fieldFiles } from './field-files.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Libraries every page needs change seldom: kept apart so that a new release of ours does not reload them. */
const lasting = [
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next)[\\/]/,
  },
  { name: 'dayjs', test: /node_modules[\\/]dayjs[\\/]/ },
]

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), fieldFiles()],
  build: {
    outDir: here('../dist/workbench'),
    emptyOutDir: true,
    // Office browsers (360, UOS) still stand on Chromium 90.
    target: 'chrome90',
    cssTarget: 'chrome90',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: here('index.html'), 'field-worker': here('field-worker.ts') },
      output: {
        // A worker's address never changes: the browser asks it anew to find out what did.
        entryFileNames: ({ name }) => (name === 'field-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: lasting },
      },
    },
  },
})
