/*
 * Sends hostile files over HTTP, each to a fresh server that has read one valid file, and measures the time
 * to refuse it and the peak growth of memory. Fails where a file is not refused or exceeds a limit. Needs
 * Linux (/proc).
 *
 *    node bench/hostile-files.ts [--only part-of-a-name]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { hostileFiles } from '../test/support/hostile-files.ts'
import { startOdense, startServer, withDatabase } from '../test/support/server.ts'
import { temporaryFolder } from '../test/support/temporary.ts'
import { peopleFile } from './people-file.ts'

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const LIMIT = { seconds: 5, megabytes: 150 }
const megabyte = 1024 * 1024

const files = [
  ...hostileFiles.map(({ what, make }) => ({ what, make, status: 422 })),
  {
    what: 'one line of 50 MB',
    make: () => new Uint8Array(50 * megabyte).fill(97),
    status: 413,
  },
].filter(({ what }) => what.includes(options.only))

/** Resident memory in MB: now, and the peak since `forget` was called. */
function memoryOf(pid: number) {
  const read = (name: string) =>
    Number(
      new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1],
    ) / 1024
  return {
    now: () => read('VmRSS'),
    most: () => read('VmHWM'),
    forget: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
  }
}

const { folder, remove } = await temporaryFolder('bench')
const session = await withDatabase(folder, startOdense)
const form = (file: Uint8Array) => ({
  role: 'column',
  sheet: '',
  file: new Blob([new Uint8Array(file)]),
})

console.log(
  `Load ${loadavg()[0]!.toFixed(1)}; at most ${LIMIT.seconds} s and ${LIMIT.megabytes} MB each.`,
)
for (const { what, make, status } of files) {
  const server = await startServer(folder, session)
  const memory = memoryOf(server.pid)
  await server.post('/people/import', form(peopleFile(100)))
  const file = form(make())
  const before = memory.now()
  memory.forget()
  const began = performance.now()
  const answer = await server.post('/people/import', file)
  await answer.arrayBuffer()
  const seconds = (performance.now() - began) / 1000
  const grown = memory.most() - before
  await server.kill()
  const isWithin = answer.status === status && seconds <= LIMIT.seconds && grown <= LIMIT.megabytes
  if (!isWithin) process.exitCode = 1
  console.log(
    `${isWithin ? ' ' : '!'} ${what.padEnd(50)} ${(file.file.size / megabyte).toFixed(1).padStart(5)} MB ${answer.status} ${seconds.toFixed(2).padStart(6)} s ${grown.toFixed(0).padStart(5)} MB`,
  )
}
remove()
