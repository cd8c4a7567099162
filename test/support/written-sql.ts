import { markOf, ownerMark } from '../../src/db/scope/find-unscoped.ts'

/** The template literals of a source, with marks for the conditions of a scope. */
export function writtenStatements(source: string): string[] {
  const found: string[] = []
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
  for (let at = 0; at < code.length; at++)
    if (code[at] === '`') at = readTemplate(code, at + 1, found)
    else if (code[at] === "'") at = code.indexOf("'", at + 1)
  return found
}

/** Reads one template after its first backtick; returns the position of its last. */
function readTemplate(code: string, start: number, found: string[]): number {
  let text = ''
  let at = start
  for (; code[at] !== '`'; at++) {
    if (code[at] === '\\') at++
    if (code[at] !== '$' || code[at + 1] !== '{') {
      text += code[at]
      continue
    }
    const from = at + 2
    for (let depth = 1, inner = from; depth > 0; inner++) {
      if (code[inner] === '`') inner = readTemplate(code, inner + 1, found)
      if (code[inner] === '{') depth++
      if (code[inner] === '}') depth--
      at = inner
    }
    text += standIn(code.slice(from, at).trim())
  }
  found.push(text)
  return at
}

function standIn(expression: string): string {
  const alias = /^inScope\('(\w+)'/.exec(expression)?.[1]
  if (alias !== undefined) return markOf(alias)
  return expression.startsWith('owned(') ? ownerMark : ' ? '
}
