import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * `npm run check`: runs every step, also after one has failed. The last lines name the steps that
 * failed, with the first lines of what they complained of. Arguments are for the tests.
 */
const steps = [['lint'], ['types'], ['test', '--', ...process.argv.slice(2)]]

const failures: string[] = []
for (const step of steps) {
  const [name] = step
  // The tests write to the terminal themselves, and name what failed in their own last lines.
  const isCaptured = name !== 'test'
  const child = spawn('npm', ['run', '--silent', ...step], {
    stdio: isCaptured ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  })
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk)).pipe(process.stdout, { end: false })
  child.stderr?.on('data', (chunk) => (said += chunk)).pipe(process.stderr, { end: false })
  const [code] = await once(child, 'close')
  if (code === 0) continue
  const complaints = said
    .split('\n')
    .filter((line) => /\S/.test(line) && !/^Check(ed|ing) /.test(line))
  failures.push(`FAILED npm run ${name}`, ...complaints.slice(0, 5).map((line) => `  ${line}`))
}
if (failures.length > 0) {
  console.error(`\n${failures.join('\n')}`)
  process.exitCode = 1
}
