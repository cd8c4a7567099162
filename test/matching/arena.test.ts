import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { copyInts, floatsIn, intsIn, openArena } from '../../src/matching/arena.ts'

it('allocates zero-filled arrays that do not overlap, even after it grows', () => {
  const arena = openArena()
  const first = copyInts(arena, [1, 2, 3])
  const large = floatsIn(arena, 1_000_000)
  const last = intsIn(arena, 5)
  expect([...large.subarray(-3), ...last]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  large.fill(7)
  last.fill(9)
  expect([...first]).toEqual([1, 2, 3])
  expect(new Set(large)).toEqual(new Set([7]))
})

/** Makes indexes one after the other, in a process of its own, as a long-lived worker thread does. */
const loop = `
  import { intsIn, openArena } from ${JSON.stringify(new URL('../../src/matching/arena.ts', import.meta.url).href)}
  let most = 0
  for (let n = 0; n < 300; n++) {
    intsIn(openArena(), 2_000_000).fill(n)
    most = Math.max(most, process.memoryUsage().rss)
  }
  console.log(most)
`

it('is garbage-collected in time once unused', () => {
  const most = execFileSync(process.execPath, ['--input-type=module', '--eval', loop])
  // 300 arenas of 8 MB would be 2.4 GB.
  expect(Number(most)).toBeLessThan(1_000_000_000)
})
