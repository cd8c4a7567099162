import { defineConfig } from 'vitest/config'

const common = {
  testTimeout: 15_000,
  hookTimeout: 30_000,
  // Files share a worker: loading the product and compiling the embedded engine anew for each would
  // take most of the time. Nothing is mocked, so nothing leaks from one to the next.
  isolate: false,
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'postgres',
          include: ['test/**/*.test.ts'],
          provide: { engine: 'postgres' },
        },
      },
      {
        // The engine a newcomer gets. What cannot hold there is a race: it serialises everything.
        test: {
          ...common,
          name: 'embedded',
          include: ['test/{features,db}/**/*.test.ts', 'test/context.test.ts'],
          // The lock opens databases of its own, the same whichever engine the rest runs on.
          exclude: ['**/*.race.test.ts', 'test/db/lock.test.ts'],
          provide: { engine: 'embedded' },
        },
      },
    ],
  },
})
