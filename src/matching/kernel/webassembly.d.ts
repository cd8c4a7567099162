/** Only what is used: TypeScript declares WebAssembly in its DOM library alone. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number; maximum: number; shared: true })
    readonly buffer: SharedArrayBuffer
    /** Throws a RangeError when the maximum is reached. */
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
