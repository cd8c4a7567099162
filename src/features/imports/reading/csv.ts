import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { BrokenFile, limits } from './limits.ts'

/** The rows of a CSV file of Danish Excel, other Excels and other programs. */
export function openCsv(bytes: Uint8Array): () => AsyncGenerator<string[]> {
  const text = decode(bytes)
  if (text.includes('\0')) throw new BrokenFile('fileFormat')
  const delimiter = delimiterOf(text)
  return () => rowsOf(text, delimiter)
}

async function* rowsOf(text: string, delimiter: string): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: limits.cell * 12,
  })
  const source = Readable.from(slices(text, delimiter))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const row of parser) yield row as string[]
  } catch (error) {
    if (error instanceof CsvError)
      throw new BrokenFile(error.code === 'CSV_MAX_RECORD_SIZE' ? 'fileCell' : 'fileFormat')
    throw error
  } finally {
    source.destroy()
  }
}

/** UTF-16 has a byte order mark; text that is not valid UTF-8 is from Excel, in code page 1252. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The most frequent separator of the first line, outside quotes. */
function delimiterOf(text: string): string {
  const end = text.slice(0, limits.cell).search(/[\r\n]/)
  const line = text.slice(0, end === -1 ? limits.cell : end).replace(/"[^"]*"/g, '')
  const count = (mark: string) => line.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const [newline, carriage] = [10, 13]

/**
 * Slices keep the parser from copying the whole file. The parser limits a line's bytes but not its
 * empty cells: a line of separators is refused here.
 */
function* slices(text: string, delimiter: string): Generator<string> {
  const size = 65_536
  const separator = delimiter.charCodeAt(0)
  let cells = 0
  for (let at = 0; at < text.length; at += size) {
    const slice = text.slice(at, at + size)
    for (let place = 0; place < slice.length; place++) {
      const code = slice.charCodeAt(place)
      if (code === separator) cells++
      else if (code === newline || code === carriage) cells = 0
    }
    if (cells > limits.cellsOfLine) throw new BrokenFile('fileCell')
    yield slice
  }
}
