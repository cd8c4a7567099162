import { stringify } from 'csv-stringify/sync'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { guard } from '../reading/formulas.ts'

type Rows = AsyncIterable<readonly string[][]>

export async function* writeCsv(pages: Rows): AsyncGenerator<string> {
  let bom = true
  for await (const rows of pages) {
    yield stringify(
      rows.map((row) => row.map(guard)),
      {
        delimiter: ';',
        record_delimiter: 'windows',
        bom,
      },
    )
    bom = false
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts = {
  '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${spreadsheetml}" xmlns:r="${relationships}"><sheets><sheet name="Makker" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/**
 * A workbook with one sheet of text cells: no formulas, and leading zeros are kept. Formulas are
 * escaped too, since the file may be saved as CSV and opened again.
 */
export async function* writeXlsx(pages: Rows): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const [name, content] of Object.entries(parts)) {
    const part = new ZipDeflate(name)
    zip.add(part)
    part.push(strToU8(content), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml')
  zip.add(sheet)
  sheet.push(strToU8(`${xml}<worksheet xmlns="${spreadsheetml}"><sheetData>`))
  for await (const rows of pages) {
    sheet.push(strToU8(rows.map(rowXml).join('')))
    yield* ready
    ready = []
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* ready
}

function rowXml(row: readonly string[]): string {
  const cells = row
    .map(guard)
    .map((cell) =>
      cell === ''
        ? '<c/>'
        : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    )
  return `<row>${cells.join('')}</row>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (mark) => entities[mark]!)
}
