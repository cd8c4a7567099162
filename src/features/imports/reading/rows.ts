import { hasCprShape } from '../../../web/fields.ts'
import { openCsv } from './csv.ts'
import { unguard } from './formulas.ts'
import { BrokenFile, limits } from './limits.ts'
import { openSheet } from './xlsx.ts'

/** Replaces a CPR number, which is not passed on. */
export const cprMark = '██████-████'

/** The cleaned rows of a CSV file or workbook, the header first. They can be read repeatedly. */
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
  // A spreadsheet that stores it as a number has removed the leading zero.
  const padded = /^\d{9}$/.test(text) ? `0${text}` : text
  return hasCprShape(padded) ? cprMark : text
}
