import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { checkRows, type Surroundings } from './preview/check-rows.ts'
import { guessColumns } from './reading/columns.ts'
import { BrokenFile } from './reading/limits.ts'
import { cprMark, openFile } from './reading/rows.ts'
import { repeats } from './preview/repeats.ts'

// What the worker thread does: it reads and checks, and knows no database.

export interface ReadTask {
  bytes: Uint8Array
  sheet: string | undefined
  about: Omit<Surroundings, 'mapping'>
  /** Rows handed over at a time; the next follow when these are kept. */
  batch: number
  port: MessagePort
}

export interface Outline {
  header: string[]
  mapping: string[]
}

/** Reads a file, guesses what its columns mean, and hands its checked rows out as JSON, batch by batch. */
export async function read({ bytes, sheet, about, batch, port }: ReadTask): Promise<Outline> {
  let outline: Outline | undefined
  let waiting: { number: number; cells: string[] }[] = []
  let number = 0
  let isEmpty = true
  const earlier = repeats()
  let kept: Promise<unknown> = Promise.resolve()
  const handOver = async () => {
    const checked = checkRows(waiting, { ...about, mapping: outline?.mapping ?? [] }, earlier)
    waiting = []
    if (checked.length === 0) return
    isEmpty = false
    const rows = JSON.stringify(checked)
    await kept
    port.postMessage(rows)
    // These are kept while the next are read.
    kept = once(port, 'message')
  }
  try {
    const rows = openFile(bytes, sheet)
    // Once through it before anything is kept: what cannot be read to its end costs nobody more.
    for await (const _ of rows());
    for await (const cells of rows()) {
      number++
      if (outline !== undefined) waiting.push({ number, cells: fitted(cells, outline.header) })
      else if (cells.some((cell) => cell !== '')) outline = outlineOf(cells)
      if (waiting.length === batch) await handOver()
    }
    if (outline === undefined) throw new BrokenFile('fileEmpty')
    await handOver()
    await kept
    if (isEmpty) throw new BrokenFile('fileEmpty')
    return outline
  } finally {
    port.close()
  }
}

function outlineOf(header: string[]): Outline {
  if (header.includes(cprMark)) throw new BrokenFile('cpr')
  return { header, mapping: guessColumns(header) }
}

/** As many cells as the header has; what stands beyond it has no column to be named by. */
function fitted(cells: string[], header: readonly string[]): string[] {
  return header.map((_, at) => cells[at] ?? '')
}

/** Checks rows anew, when their columns mean something else; until it gets none. */
export async function check({
  about,
  port,
}: {
  about: Surroundings
  port: MessagePort
}): Promise<void> {
  const earlier = repeats()
  for (;;) {
    const [rows] = await once(port, 'message')
    if (rows.length === 0) return port.close()
    port.postMessage(JSON.stringify(checkRows(rows, about, earlier)))
  }
}
