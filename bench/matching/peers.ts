import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openPairs } from '../../src/matching/graph.ts'
import type { Bench } from './graphs.ts'

export type ScipyMethod = 'sparse' | 'sparse turned' | 'dense'

export interface PeerResult {
  seconds: number
  /** CPU time of the same. */
  processor: number
  total: number
  /** Seconds to build the peer's input, not included in `seconds`. */
  building?: number
  peakMiB?: number
}

export interface Scipy {
  version: string
  solve(path: string, method: ScipyMethod): Promise<PeerResult>
  close(): void
}

/** Starts scipy once, so that it is warm; undefined when it is not installed. */
export async function openScipy(): Promise<Scipy | undefined> {
  const python: ChildProcessWithoutNullStreams = spawn('python3', [
    new URL('peer-scipy.py', import.meta.url).pathname,
  ])
  python.on('error', () => {})
  python.stdin.on('error', () => {})
  python.stderr.resume()
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await answers.next()
    if (done) throw new Error('scipy ended')
    return JSON.parse(value)
  }
  try {
    const { version } = (await next()) as { version: string }
    return {
      version,
      async solve(path, method) {
        python.stdin.write(`${JSON.stringify({ path, method })}\n`)
        return (await next()) as PeerResult
      },
      close: () => python.stdin.end(),
    }
  } catch {
    return undefined
  }
}

/** Writes a graph for peer-scipy.py and for child processes. */
export function writeBench(path: string, { graph, capacity, waitingDays }: Bench): void {
  const head = Int32Array.of(graph.menteeCount, graph.mentorCount, graph.mentor.length)
  const parts = [head, graph.start, graph.mentor, graph.value, capacity, waitingDays]
  writeFileSync(path, '')
  for (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    // Node writes at most 2 GiB at a time.
    for (let at = 0; at < bytes.length; at += 1 << 30) {
      writeFileSync(path, bytes.subarray(at, at + (1 << 30)), { flag: 'a' })
    }
  }
}

export function readBench(path: string): Bench {
  const file = openSync(path, 'r')
  const into = (numbers: Int32Array): Int32Array => {
    const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    for (let at = 0; at < bytes.length;) {
      at += readSync(file, bytes, at, Math.min(1 << 30, bytes.length - at), null)
    }
    return numbers
  }
  const next = (length: number) => into(new Int32Array(length))
  const [menteeCount, mentorCount, count] = next(3)
  const start = next(menteeCount + 1)
  const pairs = openPairs(count)
  into(pairs.mentor)
  into(pairs.value)
  const graph = { menteeCount, mentorCount, start, ...pairs }
  const bench = { graph, capacity: next(mentorCount), waitingDays: next(menteeCount) }
  closeSync(file)
  return bench
}
