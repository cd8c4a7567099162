/*
 * Compiles the search to WebAssembly and writes it as base64 text: npm run kernel. The text is committed,
 * as an installation has no compiler; a test compares it with the sources.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The content of `code.ts`. Throws the compiler's error. */
export function compileKernel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  try {
    const made = join(folder, 'kernel.wasm')
    execFileSync(process.execPath, [
      path('../../../node_modules/assemblyscript/bin/asc.js'),
      path('./assembly/search.ts'),
      ...['--outFile', made, '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,threads'],
      ...['--importMemory', '--sharedMemory', '--maximumMemory', '65536'],
      // Warning 112 is about vectors in exported signatures; the functions concerned are inlined.
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
