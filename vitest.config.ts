import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: 2, // each opens a database of its own
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: 'test/template.ts',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false, // our modules keep nothing that one file could leave behind for another
        },
      },
      { test: { name: 'golden', include: ['test/golden/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'durability',
          globalSetup: 'test/template.ts',
          include: ['test/durability/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
