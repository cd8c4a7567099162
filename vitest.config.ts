import { defineConfig } from 'vitest/config'

const limits = { testTimeout: 15_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          name: 'postgres',
          include: ['test/**/*.test.ts'],
          provide: { engine: 'postgres' },
        },
      },
      {
        // The engine a newcomer gets. What cannot hold there is a race: it serialises everything.
        test: {
          ...limits,
          name: 'embedded',
          include: ['test/{features,db}/**/*.test.ts'],
          exclude: ['**/*.race.test.ts'],
          provide: { engine: 'embedded' },
        },
      },
    ],
  },
})
