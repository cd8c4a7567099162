import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileKernel } from '../../src/matching/kernel/compile.ts'

it('the compiled search matches its sources', () => {
  const kept = readFileSync(new URL('../../src/matching/kernel/code.ts', import.meta.url), 'utf8')
  expect(kept).toBe(compileKernel())
})
