/*
 * Own code instead of the package json-source-map 0.6.1, which keeps the positions of all values. For one
 * position near the end of 35 MB that takes 26 s and 690 MB of memory, and this code 2.4 s and 120 MB.
 */

/** A position in a text, counted from 1. */
export type Place = { line: number; column: number }

/** An error in a file: the position, the field (an RFC 6901 pointer, '' for the whole) and a message. */
export type FileFault = Place & { pointer: string; message: string }

export type Path = readonly PropertyKey[]

/** Nesting limit: deeper than any valid file, and protects the stack from hostile ones. */
const DEEPEST = 64
const SPACE = /[ \t\r\n]*/y
const TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/**
 * The first error of a JSON text, or null. A key given twice in one object is an error too, as `JSON.parse`
 * would silently drop the first.
 */
export function findJsonFault(text: string): FileFault | null {
  return walk(text, () => {})
}

/**
 * Positions of the values at some paths, from one pass over the text, which must be valid JSON. A path that
 * ends early gives its last existing part.
 */
export function placesOfPaths(text: string, paths: readonly Path[]): Place[] {
  const found = paths.map(() => ({ at: 0, depth: -1 }))
  walk(text, (here, start) => {
    paths.forEach((path, n) => {
      if (here.length <= found[n].depth || here.length > path.length) return
      if (!here.every((key, depth) => String(key) === String(path[depth]))) return
      found[n] = { at: start, depth: here.length }
    })
  })
  return found.map(({ at }) => placeOf(text, at))
}

export function pointerOf(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Parses from left to right and calls `visit` for every value; stops at the first error. */
function walk(text: string, visit: (path: Path, start: number) => void): FileFault | null {
  const path: (string | number)[] = []
  let at = 0
  let fault: FileFault | null = null

  const fail = (message: string, where = at): false => {
    fault = { ...placeOf(text, where), pointer: pointerOf(path), message }
    return false
  }
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return null
    at += found[0].length
    return found[0]
  }
  const accept = (mark: string): boolean => {
    take(SPACE)
    if (text[at] !== mark) return false
    at += 1
    return true
  }
  const found = () => (at < text.length ? `not ${JSON.stringify(text[at])}` : 'but the file ends')

  const value = (): boolean => {
    take(SPACE)
    visit(path, at)
    if (path.length > DEEPEST) return fail(`nested deeper than ${DEEPEST} levels`)
    if (accept('{')) return members()
    if (accept('[')) return items()
    if (text[at] === '"') {
      return take(TEXT) !== null || fail('a text that is not closed on its line, or a wrong escape')
    }
    if (take(NUMBER) !== null || take(WORD) !== null) return true
    return fail(`a value is expected here, ${found()}`)
  }
  const items = (): boolean => {
    if (accept(']')) return true
    for (let n = 0; ; n++) {
      path.push(n)
      if (!value()) return false
      path.pop()
      if (accept(']')) return true
      if (!accept(',')) return fail(`"," or "]" is expected here, ${found()}`)
    }
  }
  const members = (): boolean => {
    if (accept('}')) return true
    const keys = new Set<string>()
    for (;;) {
      take(SPACE)
      const start = at
      const name = take(TEXT)
      if (name === null) return fail(`a field name in double quotes is expected here, ${found()}`)
      const key: string = JSON.parse(name)
      path.push(key)
      if (keys.has(key)) return fail(`the field ${name} is given twice`, start)
      keys.add(key)
      if (!accept(':')) return fail(`":" is expected here, ${found()}`)
      if (!value()) return false
      path.pop()
      if (accept('}')) return true
      if (!accept(',')) return fail(`"," or "}" is expected here, ${found()}`)
    }
  }

  if (!value()) return fault
  take(SPACE)
  if (at < text.length) fail(`the file should end here, ${found()}`)
  return fault
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
