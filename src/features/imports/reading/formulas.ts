/**
 * The start of a formula in a spreadsheet program, also in full-width characters and after what it
 * skips; and the characters that end a cell.
 */
const beginning =
  /^(?:[\s\0\u200e\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|[\t\r\n\0])/

/**
 * Escapes a formula: a leading apostrophe makes it text. Control characters are removed; a workbook
 * with one cannot be opened.
 */
export function guard(cell: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
  const plain = cell.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
  return beginning.test(plain) ? `'${plain}` : plain
}

export function unguard(cell: string): string {
  return cell.startsWith("'") && beginning.test(cell.slice(1)) ? cell.slice(1).trim() : cell
}
