/*
 * SharedArrayBuffer arrays, and a list of work that several threads share.
 *
 * Each thread takes the next chunk of the list. A chunk depends on the query alone, so it does not matter
 * which thread does it, and two threads that do the same chunk write the same numbers. So the main thread
 * never waits for a worker thread, which may have died.
 */

export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length))
}

export function sharedFloats(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length))
}

export function shareInts(numbers: ArrayLike<number>): Int32Array {
  const shared = sharedInts(numbers.length)
  shared.set(numbers)
  return shared
}

export function shareFloats(numbers: ArrayLike<number>): Float64Array {
  const shared = sharedFloats(numbers.length)
  shared.set(numbers)
  return shared
}

/** A list of `count` items in chunks, and the progress. */
export type Chunks = {
  count: number
  /** Items in a chunk. */
  size: number
  /** The first item not yet taken. */
  next: Int32Array
  /** 1 for each finished chunk. */
  done: Int32Array
}

/** Enough items that taking one costs nothing, few enough that little is left to redo. */
const CHUNK = 64

export function openChunks(count: number, size = CHUNK): Chunks {
  return { count, size, next: sharedInts(1), done: sharedInts(Math.ceil(count / size)) }
}

/** Takes chunks until none is left. */
export function takeChunks(
  { count, size, next, done }: Chunks,
  work: (from: number, to: number) => void,
  onChunk: (taken: number) => void = () => {},
): void {
  for (;;) {
    const from = Atomics.add(next, 0, size)
    if (from >= count) return
    const to = Math.min(count, from + size)
    work(from, to)
    Atomics.store(done, from / size, 1)
    onChunk(to)
  }
}

/** Redoes chunks that were taken but not finished; afterwards all are done. */
export function finishChunks(
  { count, size, done }: Chunks,
  work: (from: number, to: number) => void,
): void {
  for (let chunk = 0; chunk < done.length; chunk++) {
    if (Atomics.load(done, chunk) === 1) continue
    work(size * chunk, Math.min(count, size * (chunk + 1)))
  }
}
