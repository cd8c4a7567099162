import type { Arena } from '../arena.ts'
import { CODE } from './code.ts'

/** What is compiled; see assembly/search.ts. */
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
  /** Tells numbers, and where arrays of the memory are, by the names of assembly/tables.ts. */
  tell(values: Record<string, number | Int32Array | Float64Array>): void
}

/** For the first who asks in this thread. */
let compiled: WebAssembly.Module | undefined

/** Opens what is compiled on one piece of memory; each has its own tables. */
export function openKernel(arena: Arena): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.fromBase64(CODE))
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory: arena } })
  const tell: Kernel['tell'] = (values) => {
    for (const [name, value] of Object.entries(values)) {
      const global = exports[name] as WebAssembly.Global
      // An address is without a sign there, and with one here.
      global.value = typeof value === 'number' ? value : value.byteOffset | 0
    }
  }
  return { ...(exports as unknown as Exports), tell }
}
