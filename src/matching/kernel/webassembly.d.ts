/** What is used of it: the libraries of TypeScript have it only together with all that browsers have. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number; maximum: number; shared: true })
    readonly buffer: SharedArrayBuffer
    /** Throws a RangeError when there are no more. */
    grow(pages: number): number
  }
  class Global {
    value: number
  }
  class Module {
    constructor(code: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: { env: { memory: Memory } })
    readonly exports: Record<string, unknown>
  }
}
