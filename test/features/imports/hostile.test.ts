import { parse } from 'csv-parse/sync'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../../src/features/imports/reading/rows.ts'
import { writeCsv, writeXlsx } from '../../../src/features/imports/export/write.ts'
import { hostileFiles, workbook } from '../../support/hostile-files.ts'

async function read(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of openFile(bytes)()) rows.push(row)
  return rows
}
const csv = (text: string) => read(strToU8(text))
async function* pages(rows: string[][]) {
  yield rows
}
async function joined(parts: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const part of parts) all.push(Buffer.from(part as string))
  return Buffer.concat(all)
}

describe('files are decoded', () => {
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
    ['UTF-16 the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
  ])('in %s', async (_, bytes) => {
    expect(await read(new Uint8Array(bytes))).toEqual(søren)
  })

  test('from the Windows code page 1252', async () => {
    const file = Buffer.from('Navn;Bem\xe6rkning\r\ns\xf8ren;17\x9619 \x80\r\n', 'latin1')
    expect(await read(new Uint8Array(file))).toEqual([
      ['Navn', 'Bemærkning'],
      ['søren', '17–19 €'],
    ])
  })

  test('with the stored value of a workbook’s formula, which is not evaluated', async () => {
    const rows = '<row><c r="B1"><f>WEBSERVICE("http://x")</f><v>7</v></c></row>'
    expect(await read(workbook(rows))).toEqual([['', '7']])
  })
})

describe('hostile files are refused', () => {
  test.each(hostileFiles)(
    '$what',
    async ({ make, code }) => {
      await expect(read(make())).rejects.toMatchObject({ code })
    },
    60_000,
  )
})

describe('CPR numbers', () => {
  test.each(['010190-1234', '0101901234', '010190 1234', '101901234', 'Bent 010190-1234'])(
    'in a cell are masked: %s',
    async (text) => {
      expect(JSON.stringify(await csv(`Navn\n${text}\n`))).not.toContain('1234')
    },
  )
})

describe('a cell that could be a formula', () => {
  const signs = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20', '\ufe66', '\ufe62']
  const leads = [...signs, '\t=', '\r=', '\0=', ' =', '\ufeff=']
  const bodies = ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://x";"Klik")', '2+5\n=3']
  const payloads = leads.flatMap((lead) => bodies.map((body) => lead + body))
  const rows = payloads.map((payload) => ['før', payload, 'efter'])

  test('is written as text to CSV and to a workbook', async () => {
    expect(payloads).toHaveLength(60)
    const written = (await joined(writeCsv(pages(rows)))).toString()
    const cells = parse(written, { delimiter: ';', bom: true }) as string[][]
    expect(cells.map((row) => row[1])).toEqual(
      payloads.map((payload) => `'${payload.replace('\0', '')}`),
    )
    const archive = unzipSync(new Uint8Array(await joined(writeXlsx(pages(rows)))))
    const sheet = strFromU8(archive['xl/worksheets/sheet1.xml']!)
    expect(sheet).not.toMatch(/<f>|<f |t="(?!inlineStr)/)
    expect(sheet.match(/preserve">'/g)).toHaveLength(60)
  })

  test('is read back as the original text', async () => {
    const meant = payloads.map((payload) => payload.replace(/[\0\ufeff]/g, '').trim())
    for (const write of [writeCsv, writeXlsx]) {
      const again = await read(new Uint8Array(await joined(write(pages(rows)))))
      expect(again.map((row) => row[1])).toEqual(meant)
    }
  })

  test('differs from numbers and ordinary words, which stay as they are', async () => {
    const plain = [['2', '1955', 'dansk (B2)', "Mar'yana", "'t Hooft", '12 34 56 78', '<b>&', '']]
    const written = (await joined(writeCsv(pages(plain)))).toString()
    expect(written).toBe(`\ufeff${plain[0]!.join(';')}\r\n`)
    expect(await read(new Uint8Array(await joined(writeXlsx(pages(plain)))))).toEqual([
      plain[0]!.slice(0, -1).concat(''),
    ])
  })
})
