import { rules } from './rules.ts'

/**
 * Marks of a condition and of an owner in a statement's text. They are comments, so that they
 * survive when a part of a query is transformed before the whole.
 */
export const markOf = (alias: string) => `/* in scope: ${alias} */`
export const ownerMark = '/* owned */'

const tokens = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]+"|[a-z_][a-z0-9_]*|[^\s]/gi
const naming = new Set(['from', 'join', 'update', 'into', 'using', ','])
/** Keywords that end a list of tables. */
const elsewhere = new Set(
  'select where set group order having limit returning values window union except intersect'.split(
    ' ',
  ),
)
/** Words after a table that are no alias. */
const following = new Set(
  `on where set using join left right full inner cross lateral natural group order having limit
  offset union except intersect for values select returning as and or tablesample default`.split(
    /\s+/,
  ),
)

/**
 * The tables of a written statement without a condition, as `table alias`. Strict: a column with
 * the name of a table must be qualified.
 */
export function findUnscoped(text: string): readonly string[] {
  const known = found.get(text)
  if (known !== undefined) return known
  // Texts differ by the number of listed values: without a limit they would fill the memory.
  if (found.size >= mostKnown) found.clear()
  const unscoped = search(text)
  found.set(text, unscoped)
  return unscoped
}

/**
 * A cache: a statement is written once and executed many times. It saves 45 ms per 1,000 statements, about
 * a tenth of the processor time of a list page.
 */
const found = new Map<string, readonly string[]>()
const mostKnown = 1_000

function search(text: string): string[] {
  const words = [...text.matchAll(tokens)]
    .map(([word]) => word.toLowerCase().replaceAll('"', ''))
    .filter((word) => !/^('|--)/.test(word))
  // Each mark counts for one table that needs it.
  const marks = words.filter((word) => word.startsWith('/*'))
  const answers = (mark: string) => {
    const at = marks.indexOf(mark)
    if (at >= 0) marks.splice(at, 1)
    return at >= 0
  }
  return references(words.filter((word) => !word.startsWith('/*')))
    .filter(({ needs }) => !needs.every(answers))
    .map(({ table, alias }) => (table === alias ? table : `${table} as ${alias}`))
}

function references(words: readonly string[]) {
  const changesKnown = / do update /.test(` ${words.join(' ')} `)
  const listed = inTableLists(words)
  return words.flatMap((table, at) => {
    const rule = rules.get(table)
    const isQualified = words[at - 1] === '.'
    if (rule === undefined || words[at + 1] === '.') return []
    if (isQualified && words[at - 2] !== 'public') return []
    let before = isQualified ? at - 3 : at - 1
    if (words[before] === 'only' || words[before] === 'lateral') before--
    const verb = words[before] ?? ''
    if (!naming.has(verb) || (verb === ',' && !listed[before])) return []
    const isInsert = verb === 'into'
    const isChange = isInsert || verb === 'update' || words[before - 1] === 'delete'
    if ((rule === 'open' || rule === 'fixed') && !isChange) return []
    const alias = aliasAt(words, at)
    if (!isInsert) return [{ table, alias, needs: [markOf(alias)] }]
    return [{ table, alias, needs: [ownerMark, ...(changesKnown ? [markOf(alias)] : [])] }]
  })
}

/** For each word whether it is in a list of tables, where a comma precedes the next one. */
function inTableLists(words: readonly string[]): boolean[] {
  const depths = [false]
  return words.map((word) => {
    if (word === '(') depths.push(false)
    else if (word === ')' && depths.length > 1) depths.pop()
    else if (word === 'from' || word === 'using') depths[depths.length - 1] = true
    else if (elsewhere.has(word)) depths[depths.length - 1] = false
    return depths.at(-1)!
  })
}

function aliasAt(words: readonly string[], at: number): string {
  let next = at + 1
  if (words[next] === '(' && words[at - 1] !== 'into') next = afterParentheses(words, next)
  if (words[next] === 'as') next++
  const word = words[next] ?? ''
  return /^[a-z_]/.test(word) && !following.has(word) ? word : words[at]!
}

function afterParentheses(words: readonly string[], start: number): number {
  let depth = 0
  for (let at = start; at < words.length; at++) {
    if (words[at] === '(') depth++
    if (words[at] === ')' && --depth === 0) return at + 1
  }
  return words.length
}
