import { listFiles, readFile } from './sources.ts'

/** Every document of the project. */
export const documents = ['*.md', 'docs/**/*.md', '.github/**/*.md'].flatMap(listFiles)

/** The contents of the fenced blocks of a document that are in one language. */
export function fencedBlocks(document: string, language: string): string[] {
  const block = new RegExp(`^ *\`\`\`${language}\\n(.*?)^ *\`\`\`$`, 'gms')
  return [...readFile(document).matchAll(block)].map(([, block]) => block!)
}

/** The commands of a document, block by block. */
export const shellBlocks = (document: string): string[] => fencedBlocks(document, 'sh')

/** The cells of every table row below a heading row, without the spaces around them. */
export function tableRows(document: string): string[][] {
  const rows = readFile(document)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('|') && line.endsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  const isRule = (row: string[] | undefined) => row?.every((cell) => /^:?-+:?$/.test(cell)) ?? false
  return rows.filter((row, at) => !isRule(row) && !isRule(rows[at + 1]))
}
