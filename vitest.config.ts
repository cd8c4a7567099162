import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import { aboutLeftOut, testsWithoutBrowser } from './test/support/find-browser.ts'
import { lastLines } from './test/support/last-lines.ts'

/**
 * `npm test` runs what a change may break: every test, with large counts and long walks cut short.
 * Three settings run the rest, each with a script of its own:
 *
 * - `TRIES=all` (`npm run test:tries`): tests that draw their cases draw all of them; in `npm test`
 *   a thousandth, or the few that take about a second. See test/support/tries.ts.
 * - `PAGES=all` (`npm run test:pages`): tests that walk through pages walk all of them; in `npm test`
 *   one of each kind. See test/support/tries.ts.
 * - `EMBEDDED=all` (`npm run test:embedded`): every test that opens a database runs on the embedded
 *   engine as well; in `npm test` only those below whose outcome depends on the engine.
 *
 * `.ci/run` runs `npm test` and `npm run test:embedded`.
 */
const { TRIES, PAGES, EMBEDDED, RESULTS } = process.env
const isLong = TRIES === 'all' || PAGES === 'all'

const common = {
  // Only what hangs takes as long: a busy machine fails no test.
  testTimeout: isLong ? 3_600_000 : 120_000,
  hookTimeout: 120_000,
  // Files share a worker: loading the product and compiling the embedded engine anew for each would
  // take most of the time. Nothing is mocked, so nothing leaks from one to the next.
  isolate: false,
  setupFiles: ['test/support/cheap-passwords.ts'],
  // Cases are drawn from another seed in each run; the last lines name it.
  env: { SEED: process.env.SEED ?? String(randomInt(1_000_000_000)) },
}

/** These open no house, and run at once: `vitest run --project pure`. */
const pure = [
  'test/{matching,support,cli,files}/**/*.test.ts',
  'test/features/**/{suppress,words,caches,planned,best-times,weekdays-without,wall-time}.test.ts',
  'test/{config,db-types,house-rules,locales,documents,readme}.test.ts',
  'test/db/{lock,scope}.test.ts',
  'test/duties/schedule.test.ts',
  'test/mail/{calendar-file,sms-text,sms-transport}.test.ts',
  'test/web/fields.test.ts',
]

/** What a page or an operation does is the same on both engines. These are what may differ: */
const differing = [
  // types, migrations, locks, rules of the database, transactions
  'test/db/**/*.test.ts',
  'test/context.test.ts',
  'test/access/row-security.test.ts',
  // the order of text, and statements that search over all rows
  'test/features/people/list/list.test.ts',
  // many rows at once, work that is taken up by a lease, and a database that is a folder
  'test/features/imports/import.test.ts',
  'test/duties/**/*.test.ts',
  'test/features/privacy/restore.test.ts',
  // the main job from registration to meeting
  'test/demo.test.ts',
]

const embedded = [
  'test/{features,db,duties,mail}/**/*.test.ts',
  'test/{context,demo}.test.ts',
  'test/access/row-security.test.ts',
]

const leftOut = testsWithoutBrowser()
if (leftOut.length > 0) console.warn(aboutLeftOut(leftOut))

export default defineConfig({
  test: {
    // While two work, one waits for the database or a process.
    maxWorkers: 3,
    // RESULTS names a file for `.ci/run` to count in.
    reporters: ['default', ...(RESULTS ? ['json'] : []), lastLines],
    ...(RESULTS && { outputFile: RESULTS }),
    projects: [
      { test: { ...common, name: 'pure', include: pure, exclude: leftOut } },
      {
        test: {
          ...common,
          name: 'postgres',
          include: ['test/**/*.test.ts'],
          // The demo runs on nothing but the embedded engine.
          exclude: ['test/demo.test.ts', ...pure, ...leftOut],
          globalSetup: ['test/support/postgres-setup.ts'],
          provide: { engine: 'postgres' },
        },
      },
      {
        // The engine a newcomer gets. What cannot hold there is a race: it serialises everything.
        test: {
          ...common,
          name: 'embedded',
          include: EMBEDDED === 'all' ? embedded : differing,
          // A page looks the same whichever database its numbers are from.
          exclude: ['**/*.race.test.ts', '**/browser.test.ts', ...pure],
          globalSetup: ['test/support/embedded-setup.ts'],
          provide: { engine: 'embedded' },
        },
      },
    ],
  },
})
