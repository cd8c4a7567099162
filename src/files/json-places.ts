/** Where something stands in a text, both counted from one. */
export type Place = { line: number; column: number }

/** What is wrong with a file, where, and in which field (an RFC 6901 pointer, '' for the whole). */
export type FileFault = Place & { pointer: string; message: string }

export type Path = readonly PropertyKey[]

/** Deeper than any file of ours; keeps a hostile one from using up the stack. */
const DEEPEST = 64
const SPACE = /[ \t\r\n]*/y
const TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/**
 * What is broken in a JSON text, or null. Besides syntax it refuses a key given twice in one
 * object: `JSON.parse` would silently drop the first.
 */
export function findJsonFault(text: string): FileFault | null {
  return walk(text, () => {})
}

/**
 * Where the values at some paths stand, in one reading of the text; where a path ends early, the
 * last part that is there. The text must be whole.
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

/** Reads the text strictly from the left, telling of every value; stops at the first fault. */
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
