import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type Hole, holes } from './holes.ts'

// Plants one hole at a time in a copy of the product and runs the tests that should notice. A hole
// that no test notices is a hole in the tests, and fails the run. `-- 3 7` plants only those.

const root = join(import.meta.dirname, '../..')
const parts = [
  'src',
  'migrations',
  'test',
  'examples',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
  '.env.example',
]
const wanted = process.argv.slice(2).map(Number)

const folder = mkdtempSync(join(tmpdir(), 'makker-sabotage-'))
for (const part of parts)
  cpSync(join(root, part), join(folder, part), {
    recursive: true,
    force: true,
    errorOnExist: false,
  })
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

const unnoticed: string[] = []
try {
  for (const [number, hole] of holes.entries()) {
    if (wanted.length > 0 && !wanted.includes(number)) continue
    const verdict = plant(hole)
    console.log(
      `${verdict === 'caught' ? 'caught  ' : 'MISSED  '} ${number} ${hole.name}${verdict === 'caught' ? '' : `: ${verdict}`}`,
    )
    if (verdict !== 'caught') unnoticed.push(hole.name)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${unnoticed.length} of ${wanted.length || holes.length} went unnoticed`)
if (unnoticed.length > 0) process.exitCode = 1

function plant(hole: Hole): string {
  const file = join(folder, hole.file)
  const sound = readFileSync(file, 'utf8')
  if (sound.split(hole.find).length !== 2) return `its place is not there once in ${hole.file}`
  writeFileSync(
    file,
    sound.replace(hole.find, () => hole.put),
  )
  const only = hole.only === undefined ? [] : ['-t', hole.only]
  const project = hole.project ?? 'postgres'
  const run = spawnSync(
    process.execPath,
    [
      join(folder, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...hole.tests.split(' '),
      '--project',
      project,
      '--bail=1',
      ...only,
    ],
    { cwd: folder, encoding: 'utf8', timeout: 300_000, env: process.env },
  )
  writeFileSync(file, sound)
  // A run that found no test, or could not load the product, has noticed nothing.
  const ran = /Tests .*\d+ (failed|passed)/.exec(stripVTControlCharacters(run.stdout))
  if (ran === null)
    return `no test ran\n${stripVTControlCharacters(run.stdout).slice(-800)}${run.stderr.slice(-400)}`
  return run.status === 0 ? 'every test passed' : 'caught'
}
