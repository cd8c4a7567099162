import { hasCprShape } from '../../../web/fields.ts'
import { openCsv } from './csv.ts'
import { unguard } from './formulas.ts'
import { BrokenFile, limits } from './limits.ts'
import { openSheet } from './xlsx.ts'

/** Stands where a CPR number stood: the number itself goes no further than this. */
export const cprMark = '██████-████'

/** The rows of a file of any kind we read, cleaned; the first is the header. They can be read again. */
export function openFile(bytes: Uint8Array, sheet?: string): () => AsyncGenerator<string[]> {
  const open = rowsOf(bytes, sheet)
  return async function* () {
    let count = 0
    for await (const row of open()) {
      if (count++ > limits.rows) throw new BrokenFile('fileTooManyRows')
      yield row.slice(0, limits.columns).map(clean)
    }
  }
}

function rowsOf(
  bytes: Uint8Array,
  sheet: string | undefined,
): () => Iterable<string[]> | AsyncIterable<string[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOldExcel = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11
  if (isOldExcel) throw new BrokenFile('fileOld')
  return isZip ? openSheet(bytes, sheet) : openCsv(bytes)
}

function clean(cell: string): string {
  if (cell.length > limits.cell) throw new BrokenFile('fileCell')
  const text = unguard(cell.replace(/[\0\u200e\u200f\ufeff]/g, '').trim())
  // A spreadsheet that took the number for a number has dropped its leading zero.
  const padded = /^\d{9}$/.test(text) ? `0${text}` : text
  return hasCprShape(padded) ? cprMark : text
}
