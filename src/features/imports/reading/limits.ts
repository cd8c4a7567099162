/** Limits of a file: many times a municipality's people, but not enough for an attack. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 60,
  cell: 10_000,
  /** More than any program's sheet has; only the first `columns` are kept. */
  cellsOfLine: 20_000,
  /** The ratio of unpacked to packed size, and a size that is always allowed. */
  ratio: 20,
  alwaysUnpacked: 4 * 1024 * 1024,
  /** Characters in all cells of a workbook, as many as in the largest text file. */
  letters: 20 * 1024 * 1024,
  texts: 1_000_000,
  /** Tags of a sheet; our own largest export has fewer. */
  elements: 8_000_000,
  /** The depth of tags, and the length of one. */
  depth: 100,
  element: 1024 * 1024,
} as const

/** Why a whole file is refused; the messages are under `form.error`. */
export type FileFault =
  | 'fileFormat'
  | 'fileOld'
  | 'fileTooLarge'
  | 'fileTooManyRows'
  | 'fileEmpty'
  | 'fileCell'
  | 'fileSheet'
  | 'cpr'

/** Thrown in the thread, which cannot pass a Problem on: the message is the code. */
export class BrokenFile extends Error {
  readonly code: FileFault

  constructor(code: FileFault) {
    super(code)
    this.name = 'BrokenFile'
    this.code = code
  }
}
