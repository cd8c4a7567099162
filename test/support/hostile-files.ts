import { strToU8, zipSync } from 'fflate'
import { limits } from '../../src/features/spreadsheets/file/limits.ts'

/** A workbook with one sheet; what stands before it is no part of the format. */
export function workbook(sheet: string, before = ''): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Ark1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${before}<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  })
}

const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
const megabyte = 1024 * 1024

/** Files that mean harm, made when they are asked for, and why each is refused. */
export const hostileFiles: readonly { what: string; make: () => Uint8Array; code: string }[] = [
  {
    what: 'a zip bomb',
    make: () => workbook(cell('a'.repeat(9_000)).repeat(7_000)),
    code: 'fileTooLarge',
  },
  {
    what: 'a document type with entities',
    make: () => workbook(cell('&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    code: 'fileFormat',
  },
  {
    what: 'a document type whose entities grow',
    make: () =>
      workbook(cell('&b;'), `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(999)}"><!ENTITY b "&a;&a;">]>`),
    code: 'fileFormat',
  },
  {
    what: 'an archive that is none',
    make: () => strToU8('PK not really an archive'),
    code: 'fileFormat',
  },
  { what: 'one endless line', make: () => strToU8('a'.repeat(50 * megabyte)), code: 'fileCell' },
  {
    what: 'one endless line of separators',
    make: () => strToU8(`a;b\n${';'.repeat(20 * megabyte)}`),
    code: 'fileCell',
  },
  {
    what: 'a quote that never ends',
    make: () => strToU8(`a;b\n"${'""'.repeat(9_000_000)}`),
    code: 'fileCell',
  },
  {
    what: 'quotes that open again and again',
    make: () => strToU8(`a;b\n${'"a'.repeat(5_000_000)}`),
    code: 'fileFormat',
  },
  {
    what: 'too many rows',
    make: () => strToU8(`a\n${'b\n'.repeat(limits.rows + 1)}`),
    code: 'fileTooManyRows',
  },
  {
    what: 'an old workbook',
    make: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    code: 'fileOld',
  },
  {
    what: 'an image',
    make: () => new Uint8Array([0x89, 0x50, 0, 0, 0, 1]),
    code: 'fileFormat',
  },
]
