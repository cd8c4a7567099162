/**
 * What a spreadsheet program takes for the beginning of a formula, in the widths that Asian keyboards
 * write too, behind what it skips; and what it lets end a cell.
 */
const beginning =
  /^(?:[\s\0\u200e\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|[\t\r\n\0])/

/**
 * A cell that no program works out: an apostrophe before it says that it is text. Control characters
 * are left out; a workbook that holds one cannot be opened.
 */
export function guard(cell: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  const plain = cell.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
  return beginning.test(plain) ? `'${plain}` : plain
}

/** The cell as it was before it was guarded. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && beginning.test(cell.slice(1)) ? cell.slice(1).trim() : cell
}
