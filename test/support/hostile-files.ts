import { randomBytes } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { type FileFault, limits } from '../../src/features/imports/reading/limits.ts'

const frame = {
  'xl/workbook.xml': strToU8(
    '<workbook xmlns:r="r"><sheets><sheet name="Ark1" r:id="rId1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
}
const sheetOf = (rows: string, before = '') =>
  strToU8(`${before}<worksheet><sheetData>${rows}</sheetData></worksheet>`)

/** A workbook with one sheet; `before` is put in front of its XML. */
export function workbook(rows: string, before = '', others: Zippable = {}): Uint8Array {
  return zipSync({ ...frame, 'xl/worksheets/sheet1.xml': sheetOf(rows, before), ...others })
}

const megabyte = 1024 * 1024
const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
const entities = (what: string) => `<!DOCTYPE x [${what}]>`

/** Texts of 8,000 letters that expand as much as a file may. */
const expanding = (count: number, around: (text: string) => string) =>
  Array.from({ length: count }, () => around(randomBytes(400).toString('hex').repeat(10))).join('')
const texts = (content: string) => ({ 'xl/sharedStrings.xml': strToU8(`<sst>${content}</sst>`) })
/** An ignored part of a workbook that raises the limit for the rest. */
const ballast = (megabytes: number): Zippable => ({
  'docProps/thumbnail.jpeg': [randomBytes(megabytes * megabyte), { level: 0 }],
})

/** Hostile files, made on demand, with the fault each is refused for. */
export const hostileFiles: readonly { what: string; make: () => Uint8Array; code: FileFault }[] = [
  {
    what: 'a zip bomb',
    make: () => workbook(cell('a'.repeat(9_000)).repeat(7_000)),
    code: 'fileTooLarge',
  },
  {
    what: 'texts that expand to the limit',
    make: () =>
      workbook(cell('x'), '', texts(expanding(3_000, (text) => `<si><t>${text}</t></si>`))),
    code: 'fileTooLarge',
  },
  {
    what: 'more texts than cells',
    make: () => workbook(cell('x'), '', { ...texts('<si/>'.repeat(1_100_000)), ...ballast(1) }),
    code: 'fileTooLarge',
  },
  {
    what: 'cells that expand to the limit',
    make: () => workbook(expanding(3_000, cell)),
    code: 'fileTooLarge',
  },
  {
    what: 'one long text that all cells point to',
    make: () =>
      workbook(
        `<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(60),
        '',
        texts(`<si><t>${'a'.repeat(9_000)}</t></si>`),
      ),
    code: 'fileTooLarge',
  },
  {
    what: 'an endless row',
    make: () => workbook(`<row>${'<c/>'.repeat(30_000)}</row>`),
    code: 'fileCell',
  },
  {
    what: 'nothing but unknown tags',
    make: () => workbook('<x/>'.repeat(8_400_000), '', ballast(3)),
    code: 'fileTooLarge',
  },
  {
    what: 'one endless text',
    make: () => workbook(cell('x'), '', texts(`<si><t>${'a'.repeat(3 * megabyte)}</t></si>`)),
    code: 'fileCell',
  },
  {
    what: 'one endless attribute name',
    make: () => workbook(`<row><c ${'a'.repeat(3 * megabyte)}="1"/></row>`),
    code: 'fileCell',
  },
  {
    what: 'deeply nested tags',
    make: () => workbook(`${'<x>'.repeat(200_000)}${'</x>'.repeat(200_000)}`),
    code: 'fileFormat',
  },
  {
    what: 'a document type that fetches a file',
    make: () => workbook(cell('&x;'), entities('<!ENTITY x SYSTEM "file:///etc/passwd">')),
    code: 'fileFormat',
  },
  {
    what: 'a document type that fetches from another machine',
    make: () => workbook(cell('x'), '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'),
    code: 'fileFormat',
  },
  {
    what: 'a document type whose entities grow',
    make: () =>
      workbook(cell('&b;'), entities(`<!ENTITY a "${'a'.repeat(999)}"><!ENTITY b "&a;&a;">`)),
    code: 'fileFormat',
  },
  {
    what: 'a document type in the shared strings',
    make: () =>
      workbook(cell('x'), '', {
        'xl/sharedStrings.xml': strToU8(
          `${entities('<!ENTITY x SYSTEM "file:///etc/passwd">')}<sst><si><t>&x;</t></si></sst>`,
        ),
      }),
    code: 'fileFormat',
  },
  {
    what: 'a sheet at an external address',
    make: () =>
      workbook(cell('x'), '', {
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://127.0.0.1:9/x.xml"/></Relationships>',
        ),
      }),
    code: 'fileFormat',
  },
  {
    what: 'a file that only starts like an archive',
    make: () => strToU8('PK not really an archive'),
    code: 'fileFormat',
  },
  { what: 'one endless line', make: () => strToU8('a'.repeat(19 * megabyte)), code: 'fileCell' },
  {
    what: 'one endless line of separators',
    make: () => strToU8(`a;b\n${';'.repeat(19 * megabyte)}`),
    code: 'fileCell',
  },
  {
    what: 'an unclosed quote',
    make: () => strToU8(`a;b\n"${'""'.repeat(9_000_000)}`),
    code: 'fileCell',
  },
  {
    what: 'quotes inside quotes',
    make: () => strToU8(`a;b\n${'"a'.repeat(9_000_000)}`),
    code: 'fileFormat',
  },
  {
    what: 'a first line of nothing but quotes',
    make: () => strToU8('"'.repeat(19 * megabyte)),
    code: 'fileCell',
  },
  {
    what: 'an endless line in UTF-16',
    make: () => Buffer.from(`\ufeff${'a'.repeat(9 * megabyte)}`, 'utf16le'),
    code: 'fileCell',
  },
  {
    what: 'UTF-16 without a byte order mark',
    make: () => Buffer.from('Navn;Kommune\r\nsøren;Ærø\r\n', 'utf16le'),
    code: 'fileFormat',
  },
  {
    what: 'too many rows',
    make: () => strToU8(`a\n${'b\n'.repeat(limits.rows + 1)}`),
    code: 'fileTooManyRows',
  },
  {
    what: 'a row far below all others',
    make: () => workbook('<row r="2000000000"><c><v>1</v></c></row>'),
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
