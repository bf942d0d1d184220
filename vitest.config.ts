import { defineConfig } from 'vitest/config'

const globalSetup = ['server/platform/testing/global-setup.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{server,cli,contracts,demo-city,bench,workbench,resident}/**/*.test.ts'],
          globalSetup,
          pool: 'threads',
          // Tests share a worker's modules: none of ours keeps state at module level that a test could spoil.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['scenarios/**/*.journey.test.ts'],
          globalSetup,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
