/** What a file may be. A municipality's people fit many times over; an attack does not. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 60,
  cell: 10_000,
  /** More than a sheet of any program has; of these only `columns` are kept. */
  cellsOfLine: 20_000,
  /** How many times larger than the file its content may unpack, and what is never too much. */
  ratio: 20,
  alwaysUnpacked: 4 * 1024 * 1024,
  /** Letters in all cells of a workbook: as many as a file of text may hold. */
  letters: 20 * 1024 * 1024,
  /** Different texts that the cells of a workbook point to. */
  texts: 1_000_000,
  /** Tags of a sheet: more than our own export has of so many rows. */
  elements: 8_000_000,
  /** How deep they may lie in one another, and how long one may be. */
  depth: 100,
  element: 1024 * 1024,
} as const

/** Why a whole file is refused; the words stand under `form.error`. */
export type FileFault =
  | 'fileFormat'
  | 'fileOld'
  | 'fileTooLarge'
  | 'fileTooManyRows'
  | 'fileEmpty'
  | 'fileCell'
  | 'fileSheet'
  | 'cpr'

/** Thrown in the thread, which cannot throw a Problem across: the code stands in the message. */
export class BrokenFile extends Error {
  readonly code: FileFault

  constructor(code: FileFault) {
    super(code)
    this.name = 'BrokenFile'
    this.code = code
  }
}
