import type { Arena } from '../arena.ts'
import { CODE } from './code.ts'

/** Exports of the compiled module; see assembly/search.ts. */
type Exports = {
  writeStarts(): void
  writeBoxes(): void
  writeReach(regions: number): void
  findNear(mentee: number): number
  findTimes(mentee: number): number
  findBest(mentee: number, floor: number, least: number, limit: number): number
  findEvery(mentee: number, least: number): number
  findValue(mentee: number, mentor: number): number
  selectBest(
    from: number,
    middle: number,
    to: number,
    floor: number,
    least: number,
    limit: number,
  ): number
  cut: WebAssembly.Global
  rowCut: WebAssembly.Global
  price: WebAssembly.Global
}

export type Kernel = Exports & {
  /** Sets globals of assembly/tables.ts by name: numbers, or the addresses of arrays. */
  setGlobals(values: Record<string, number | Int32Array | Float64Array>): void
}

/** Compiled on first use in this thread. */
let compiled: WebAssembly.Module | undefined

/** Instantiates the module on a memory; each instance has its own tables. */
export function openKernel(arena: Arena): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.fromBase64(CODE))
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: arena } })
  const setGlobals: Kernel['setGlobals'] = (values) => {
    for (const [name, value] of Object.entries(values)) {
      const global = exports[name] as WebAssembly.Global
      // Addresses are unsigned there and signed here.
      global.value = typeof value === 'number' ? value : value.byteOffset | 0
    }
  }
  return { ...(exports as unknown as Exports), setGlobals }
}
