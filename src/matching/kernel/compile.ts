/*
 * Compiles the search for WebAssembly and writes it down as text: npm run kernel. It is kept with the sources,
 * as whoever runs the product has no compiler; a test holds the two together.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The module as `code.ts` has it. Throws with the compiler's words when the sources have a mistake. */
export function compileKernel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  try {
    const made = join(folder, 'kernel.wasm')
    execFileSync(process.execPath, [
      path('../../../node_modules/assemblyscript/bin/asc.js'),
      path('./assembly/search.ts'),
      ...['--outFile', made, '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,threads'],
      ...['--importMemory', '--sharedMemory', '--maximumMemory', '65536'],
      // Vectors cross no border: the warning is about functions that stand in the lines of others.
      ...['--disableWarning', '112'],
    ])
    const lines = readFileSync(made)
      .toString('base64')
      .match(/.{1,96}/g)!
    const code = lines.map((line) => `  '${line}',\n`).join('')
    return `// Made of assembly/ by npm run kernel.\nexport const CODE = [\n${code}].join('')\n`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) writeFileSync(path('./code.ts'), compileKernel())
