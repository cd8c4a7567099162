import { Unzip, UnzipInflate } from 'fflate'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { BrokenFile, limits } from './limits.ts'

type Take = (piece: Uint8Array, isLast: boolean) => void

/**
 * Unpacks the wanted parts of the archive piece by piece, yielding after each. Other parts are not
 * unpacked, and it stops when the allowed ratio is exceeded.
 */
function* unpack(bytes: Uint8Array, wanted: (name: string) => Take | undefined): Generator<void> {
  const most = Math.max(limits.alwaysUnpacked, bytes.length * limits.ratio)
  let unpacked = 0
  const zip = new Unzip((file) => {
    const take = wanted(file.name)
    if (take === undefined) return
    file.ondata = (error, piece, isLast) => {
      // An exception here is passed back as an error of the archive.
      if (error) throw error instanceof BrokenFile ? error : new BrokenFile('fileFormat')
      unpacked += piece.length
      if (unpacked > most) throw new BrokenFile('fileTooLarge')
      take(piece, isLast)
    }
    file.start()
  })
  zip.register(UnzipInflate)
  const size = 16_384
  for (let at = 0; at < bytes.length; at += size) {
    try {
      zip.push(bytes.subarray(at, at + size), at + size >= bytes.length)
    } catch (error) {
      throw error instanceof BrokenFile ? error : new BrokenFile('fileFormat')
    }
    yield
  }
}

/**
 * A parser of one part. Refuses a document type, which could define entities that expand or fetch,
 * and input that makes no rows but keeps the parser busy or full.
 */
function reader(on: {
  open: (tag: SaxesTagPlain) => void
  text?: (text: string) => void
  close?: (tag: SaxesTagPlain) => void
}): Take {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('doctype', () => {
    throw new BrokenFile('fileFormat')
  })
  let [elements, depth, silence] = [0, 0, 0]
  parser.on('opentag', (tag) => {
    silence = 0
    if (++elements > limits.elements) throw new BrokenFile('fileTooLarge')
    if (++depth > limits.depth) throw new BrokenFile('fileFormat')
    on.open(tag)
  })
  parser.on('text', (text) => on.text?.(text))
  parser.on('closetag', (tag) => {
    silence = 0
    depth--
    on.close?.(tag)
  })
  const size = 65_536
  return (piece, isLast) => {
    const text = decoder.decode(piece, { stream: !isLast })
    for (let at = 0; at < text.length; at += size) {
      const part = text.slice(at, at + size)
      silence += part.length
      parser.write(part)
      if (silence > limits.element) throw new BrokenFile('fileCell')
    }
    if (isLast) parser.close()
  }
}

const local = ({ name }: { name: string }) => name.slice(name.indexOf(':') + 1)
const attribute = (tag: SaxesTagPlain, name: string) => tag.attributes[name]

function readOutline(bytes: Uint8Array) {
  const sheets: { name: string; link: string | undefined }[] = []
  const targets = new Map<string | undefined, string>()
  const strings: string[] = []
  let string: string | undefined
  let letters = 0
  let isText = false
  const parts: Record<string, Take> = {
    'xl/workbook.xml': reader({
      open: (tag) => {
        if (local(tag) === 'sheet')
          sheets.push({ name: attribute(tag, 'name') ?? '', link: attribute(tag, 'r:id') })
      },
    }),
    'xl/_rels/workbook.xml.rels': reader({
      open: (tag) => {
        const target = attribute(tag, 'Target')
        if (target !== undefined && attribute(tag, 'TargetMode') !== 'External')
          targets.set(attribute(tag, 'Id'), target.replace(/^\/?(?:xl\/)?/, 'xl/'))
      },
    }),
    'xl/sharedStrings.xml': reader({
      open: (tag) => {
        if (local(tag) === 'si') string = ''
        isText = local(tag) === 't'
      },
      text: (text) => {
        if (isText && string !== undefined) string += text
      },
      close: (tag) => {
        isText = false
        if (local(tag) !== 'si') return
        letters += strings[strings.push(string ?? '') - 1]!.length
        if (letters > limits.letters || strings.length > limits.texts)
          throw new BrokenFile('fileTooLarge')
      },
    }),
  }
  drain(unpack(bytes, (name) => (Object.hasOwn(parts, name) ? parts[name] : undefined)))
  return { sheets: sheets.map(({ name, link }) => ({ name, path: targets.get(link) })), strings }
}

function drain(pieces: Iterable<void>): void {
  for (const _ of pieces);
}

/** The rows of one sheet, the first by default. A formula has its stored value. */
export function openSheet(
  bytes: Uint8Array,
  wanted: string | undefined,
): () => Generator<string[]> {
  const { sheets, strings } = readOutline(bytes)
  const sheet =
    wanted === undefined
      ? sheets[0]
      : sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (sheet?.path === undefined)
    throw new BrokenFile(wanted !== undefined && sheets.length > 0 ? 'fileSheet' : 'fileFormat')
  return function* () {
    let rows: string[][] = []
    const take = reader(cellsOf(strings, (row) => rows.push(row)))
    for (const _ of unpack(bytes, (name) => (name === sheet.path ? take : undefined))) {
      yield* rows
      rows = []
    }
  }
}

function cellsOf(strings: readonly string[], onRow: (row: string[]) => void) {
  let row: string[] = []
  let rows = 0
  let cells = 0
  let letters = 0
  let column = 0
  let type: string | undefined
  let value = ''
  let isValue = false
  return {
    open: (tag: SaxesTagPlain) => {
      const name = local(tag)
      if (name === 'row') {
        // Empty rows are not in the file, but count.
        const number = Number(attribute(tag, 'r') ?? rows + 1)
        if (number > limits.rows + 1) throw new BrokenFile('fileTooManyRows')
        for (; rows < number - 1; rows++) onRow([])
        row = []
        cells = 0
      }
      if (name === 'c') {
        if (++cells > limits.cellsOfLine) throw new BrokenFile('fileCell')
        column = columnOf(attribute(tag, 'r')) ?? row.length
        if (column >= limits.columns) column = limits.columns
        type = attribute(tag, 't')
        value = ''
      }
      isValue = name === 'v' || name === 't'
    },
    text: (text: string) => {
      if (isValue) value += text
      if (value.length > limits.cell) throw new BrokenFile('fileCell')
    },
    close: (tag: SaxesTagPlain) => {
      const name = local(tag)
      isValue = false
      if (name === 'c' && column < limits.columns) {
        while (row.length < column) row.push('')
        row[column] = type === 's' ? (strings[Number(value)] ?? '') : type === 'e' ? '' : value
        // One long shared string in many cells would grow without limit.
        letters += row[column]!.length
        if (letters > limits.letters) throw new BrokenFile('fileTooLarge')
      }
      if (name === 'row') {
        onRow(row)
        rows++
      }
    },
  }
}

/** `AB12` is in column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
