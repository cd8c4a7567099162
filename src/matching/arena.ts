/*
 * Memory that the compiled search reads and that several threads may see at once: one piece that grows, in
 * which every array has its place. Arrays that were made before it grew stay where they are.
 */

/** Its first integer says how many lines are taken. It can be sent to another thread as it is. */
export type Arena = WebAssembly.Memory

const PAGE = 65_536
/** 4 GiB: all that can be addressed. What is not used is not taken. */
const MOST_PAGES = 65_536
/** It grows by 1 MiB at least. */
const STEP = 16
/** Arrays begin where a line of the processor's memory does. */
const LINE = 64

export function openArena(): Arena {
  const arena = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true })
  new Int32Array(arena.buffer)[0] = 1
  return arena
}

/** All 0, as with `floatsIn`. */
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

/** Throws a RangeError when there is no more memory. */
function allocate(arena: Arena, bytes: number): number {
  const next = new Int32Array(arena.buffer, 0, 1)
  const lines = Math.ceil(bytes / LINE)
  // In lines, of which there are fewer than an integer counts.
  const at = LINE * Atomics.add(next, 0, lines)
  const missing = at + LINE * lines - arena.buffer.byteLength
  if (missing > 0) grow(arena, Math.max(STEP, Math.ceil(missing / PAGE)))
  return at
}

/**
 * Memory that threads share is not counted when the collector of garbage decides whether it is time: a
 * thread that lives long would keep dozens of indexes that nobody uses. So as much is allocated that is
 * counted, and lives as long. It is never touched, so it takes none.
 */
const counted = new WeakMap<Arena, ArrayBuffer[]>()

function grow(arena: Arena, pages: number): void {
  arena.grow(pages)
  const known = counted.get(arena) ?? []
  known.push(new ArrayBuffer(pages * PAGE))
  counted.set(arena, known)
}
