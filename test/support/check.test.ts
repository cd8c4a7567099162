import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from './program.ts'
import { temporaryFolder } from './temporary.ts'

/** Runs `npm run check` over steps that are written here. */
async function check(scripts: Record<'lint' | 'types' | 'test', string>) {
  const { folder, remove } = await temporaryFolder('check')
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts }))
  const program = join(import.meta.dirname, '../check.ts')
  const ended = await runProgram([program, '--bail=1'], {}, folder)
  remove()
  return { code: ended.code, lines: ended.said.split('\n') }
}

test('the check runs every step, and names in its last lines what failed and its first errors', async () => {
  const { code, lines } = await check({
    lint: 'echo Checked 3 files && echo a.ts is crooked && exit 1',
    types: 'echo 1 && echo 2 && echo 3 && echo 4 && echo 5 && echo 6 && exit 2',
    test: 'echo tested',
  })
  expect(code).toBe(1)
  expect(lines.filter((line) => line.startsWith('tested'))).toEqual(['tested --bail=1'])
  expect(lines.slice(lines.indexOf('FAILED npm run lint'))).toEqual([
    'FAILED npm run lint',
    '  a.ts is crooked',
    'FAILED npm run types',
    ...['  1', '  2', '  3', '  4', '  5'],
  ])
})

test('the check fails for a test, and says nothing of failures where there are none', async () => {
  const failing = await check({ lint: 'exit 0', types: 'exit 0', test: 'exit 1' })
  expect([failing.code, failing.lines.at(-1)]).toEqual([1, 'FAILED npm run test'])
  const passing = await check({ lint: 'exit 0', types: 'exit 0', test: 'echo tested' })
  expect(passing).toEqual({ code: 0, lines: ['tested --bail=1'] })
})
