import { once } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import { checkRows, type Surroundings } from './preview/check-rows.ts'
import { guessColumns } from './reading/columns.ts'
import { BrokenFile } from './reading/limits.ts'
import { cprMark, openFile } from './reading/rows.ts'
import { repeats } from './preview/repeats.ts'

// The tasks of the worker thread: it reads and checks, and has no database.

export interface ReadTask {
  bytes: Uint8Array
  sheet: string | undefined
  about: Omit<Surroundings, 'mapping'>
  /** Rows per batch; the next follow when these are stored. */
  batch: number
  port: MessagePort
}

export interface Outline {
  header: string[]
  mapping: string[]
}

/**
 * Reads a file, guesses the meaning of its columns, and sends its checked rows as JSON, batch by batch.
 */
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
    // These are stored while the next are read.
    kept = once(port, 'message')
  }
  try {
    const rows = openFile(bytes, sheet)
    // Reads the whole file before anything is stored: an unreadable file then leaves nothing behind.
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

/** As many cells as the header; further cells have no heading. */
function fitted(cells: string[], header: readonly string[]): string[] {
  return header.map((_, at) => cells[at] ?? '')
}

/** Checks rows again after a new mapping, until it gets none. */
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
