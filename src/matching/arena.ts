/*
 * Growing shared memory from which the WebAssembly kernel reads, and worker threads too. Arrays are
 * allocated one after the other and never move, not even when the memory grows.
 */

/** The first integer holds the number of cache lines in use. The memory can be posted to a worker thread. */
export type Arena = WebAssembly.Memory

const PAGE = 65_536
/** 4 GiB: the WebAssembly limit. The operating system commits pages on first use only. */
const MOST_PAGES = 65_536
/** Pages by which it grows at least: 1 MiB. */
const STEP = 16
/** Bytes of a cache line, on which every array is aligned. */
const LINE = 64

export function openArena(): Arena {
  const arena = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true })
  new Int32Array(arena.buffer)[0] = 1
  return arena
}

/** Zero-filled. Throws a RangeError when the memory is exhausted. */
export function intsIn(arena: Arena, length: number): Int32Array {
  const at = allocate(arena, 4 * length)
  return new Int32Array(arena.buffer, at, length)
}

export function floatsIn(arena: Arena, length: number): Float64Array {
  const at = allocate(arena, 8 * length)
  return new Float64Array(arena.buffer, at, length)
}

export function copyInts(arena: Arena, numbers: ArrayLike<number>): Int32Array {
  const ints = intsIn(arena, numbers.length)
  ints.set(numbers)
  return ints
}

/** Returns a byte offset. */
function allocate(arena: Arena, bytes: number): number {
  const next = new Int32Array(arena.buffer, 0, 1)
  const lines = Math.ceil(bytes / LINE)
  // Counted in lines, as the number of bytes would overflow the integer.
  const at = LINE * Atomics.add(next, 0, lines)
  const missing = at + LINE * lines - arena.buffer.byteLength
  if (missing > 0) grow(arena, Math.max(STEP, Math.ceil(missing / PAGE)))
  return at
}

/**
 * The garbage collector does not count shared memory, so a long-lived thread would hold dozens of unused
 * indexes before it collects. An ordinary buffer of the same size and lifetime makes it count; the buffer
 * is never written to, so it takes no memory.
 */
const counted = new WeakMap<Arena, ArrayBuffer[]>()

function grow(arena: Arena, pages: number): void {
  arena.grow(pages)
  const buffers = counted.get(arena) ?? []
  buffers.push(new ArrayBuffer(pages * PAGE))
  counted.set(arena, buffers)
}
