const areAll = process.env.TRIES === 'all'
const arePages = process.env.PAGES === 'all'

/**
 * How many cases a test draws: all of them in `npm run test:tries`; in `npm test` a thousandth, or
 * the few that take about a second.
 */
export function tries(all: number, few = Math.ceil(all / 1_000)): number {
  return areAll ? all : few
}

/**
 * What the cases are drawn from: another number in each run, which the last lines of the run name.
 * `SEED=… npm test -- <file>` draws the same cases again.
 */
export const seed = Number(process.env.SEED)

/** In `npm run test:pages` all that a page is looked at in or by; in `npm test` the one that the seed draws. */
export function oneOf<Item>(all: readonly Item[], at = 0): readonly Item[] {
  return arePages ? all : [all[(seed + at) % all.length]!]
}

/** Seeds for as many cases, where each case has one of its own. */
export function seeds(all: number, few?: number): number[] {
  return Array.from({ length: tries(all, few) }, (_, at) => seed + at)
}

/** All the cases in `npm run test:tries`; in `npm test` as few as said, drawn by the seed. */
export function drawn<Item>(all: readonly Item[], few = 1): readonly Item[] {
  return areAll ? all : Array.from({ length: few }, (_, at) => all[(seed + at) % all.length]!)
}
