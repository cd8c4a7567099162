import { defineConfig } from 'vitest/config'

const common = {
  testTimeout: 15_000,
  hookTimeout: 30_000,
  // Files share a worker: loading the product and compiling the embedded engine anew for each would
  // take most of the time. Nothing is mocked, so nothing leaks from one to the next.
  isolate: false,
}

/** These open no house, and run at once: `vitest run --project pure`. */
const pure = [
  'test/{matching,support,cli,files}/**/*.test.ts',
  'test/features/**/{suppress,slots,words,caches}.test.ts',
  'test/{config,db-types,house-rules,locales,readme}.test.ts',
  'test/db/{lock,scope}.test.ts',
  'test/web/fields.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Trying everything takes its time when the machine is busy; a hanging database is not the cause.
      { test: { ...common, name: 'pure', include: pure, testTimeout: 60_000 } },
      {
        test: {
          ...common,
          name: 'postgres',
          include: ['test/**/*.test.ts'],
          // The demo runs on nothing but the embedded engine.
          exclude: ['test/demo.test.ts', ...pure],
          globalSetup: ['test/support/postgres-setup.ts'],
          provide: { engine: 'postgres' },
        },
      },
      {
        // The engine a newcomer gets. What cannot hold there is a race: it serialises everything.
        test: {
          ...common,
          name: 'embedded',
          include: [
            'test/{features,db}/**/*.test.ts',
            'test/{context,demo}.test.ts',
            'test/access/row-security.test.ts',
          ],
          // A page looks the same whichever database its numbers are from.
          exclude: ['**/*.race.test.ts', '**/browser.test.ts', ...pure],
          globalSetup: ['test/support/embedded-setup.ts'],
          provide: { engine: 'embedded' },
        },
      },
    ],
  },
})
