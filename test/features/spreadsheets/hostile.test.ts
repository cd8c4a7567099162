import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/features/spreadsheets/file/limits.ts'
import { fileRows } from '../../../src/features/spreadsheets/file/rows.ts'
import { writeCsv, writeXlsx } from '../../../src/features/spreadsheets/file/write.ts'

async function read(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of fileRows(bytes)) rows.push(row)
  return rows
}
const csv = (text: string) => read(strToU8(text))
const workbook = (sheet: string, before = '') =>
  zipSync({
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
const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
async function* pages(rows: string[][]) {
  yield rows
}
async function joined(parts: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const part of parts) all.push(Buffer.from(part as string))
  return Buffer.concat(all)
}

describe('files are read as they were meant', () => {
  const søren = [
    ['Navn', 'Kommune'],
    ['søren', 'Ærø'],
  ]
  const text = 'Navn;Kommune\r\nsøren;Ærø\r\n'

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['the Danish code page', Buffer.from(text, 'latin1')],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
  ])('in %s', async (_, bytes) => {
    expect(await read(new Uint8Array(bytes))).toEqual(søren)
  })

  test('a formula of a workbook counts as its value, and is not worked out', async () => {
    const rows = '<row><c r="B1"><f>WEBSERVICE("http://x")</f><v>7</v></c></row>'
    expect(await read(workbook(rows))).toEqual([['', '7']])
  })
})

describe('files that mean harm are refused', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['a zip bomb', () => workbook(cell('a'.repeat(9_000)).repeat(7_000)), 'fileTooLarge'],
    [
      'a document type with entities',
      () => workbook(cell('&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'fileFormat',
    ],
    ['an archive that is none', () => strToU8('PK not really an archive'), 'fileFormat'],
    ['one endless line', () => strToU8('a'.repeat(limits.bytes)), 'fileCell'],
    ['a quote that never ends', () => strToU8(`a;b\n"${'""'.repeat(9_000_000)}`), 'fileCell'],
    ['too many rows', () => strToU8(`a\n${'b\n'.repeat(limits.rows + 1)}`), 'fileTooManyRows'],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'fileOld'],
    ['an image', () => new Uint8Array([0x89, 0x50, 0, 0, 0, 1]), 'fileFormat'],
  ])('%s', async (_, make, code) => {
    await expect(read(make())).rejects.toMatchObject({ code })
  })
})

describe('CPR numbers', () => {
  test.each(['010190-1234', '0101901234', '010190 1234', '101901234', 'Bent 010190-1234'])(
    'in a cell go no further: %s',
    async (text) => {
      expect(JSON.stringify(await csv(`Navn\n${text}\n`))).not.toContain('1234')
    },
  )
})

test('nothing that is written is a formula, and it is read again as it was', async () => {
  const rows = ['=1+1', '+45', '-1', '@x', '=1', '<b>&'].map((text) => [text, 'x'])
  const written = await joined(writeCsv(pages(rows)))
  expect(written.toString().match(/(^|;)["\s]*[=+\-@]/gm)).toBeNull()
  expect(await read(new Uint8Array(written))).toEqual(rows)
  expect(await read(new Uint8Array(await joined(writeXlsx(pages(rows)))))).toEqual(rows)
})
