import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

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
  plugins: [react()],
  build: {
    outDir: here('../dist/workbench'),
    emptyOutDir: true,
    // Office browsers (360, UOS) still stand on Chromium 90.
    target: 'chrome90',
    cssTarget: 'chrome90',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: lasting } } },
  },
})
