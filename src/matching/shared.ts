/*
 * Plain numbers in memory that several threads may see at once, and work on them that they share.
 *
 * A run may be helped: whoever helps takes a piece of a list that nobody has taken yet. A piece depends
 * on nothing but the question, so it does not matter who does it, and two may do the same one: they
 * write the same numbers. That is why nobody ever waits for a helper (it may have died).
 */

export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length))
}

export function sharedFloats(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(8 * length))
}

/** A copy. */
export function shareInts(numbers: ArrayLike<number>): Int32Array {
  const shared = sharedInts(numbers.length)
  shared.set(numbers)
  return shared
}

/** A copy. */
export function shareFloats(numbers: ArrayLike<number>): Float64Array {
  const shared = sharedFloats(numbers.length)
  shared.set(numbers)
  return shared
}

/** Pieces of a list of so many, and how far they are. */
export type Pieces = {
  count: number
  /** How long a piece is. */
  size: number
  /** The first number of the piece that nobody has taken yet. */
  next: Int32Array
  /** 1 for each piece that is finished. */
  done: Int32Array
}

/** Long enough that taking one costs nothing, short enough that the last one is not waited for. */
const PIECE = 64

export function openPieces(count: number, size = PIECE): Pieces {
  return { count, size, next: sharedInts(1), done: sharedInts(Math.ceil(count / size)) }
}

/** Does pieces until all are taken. */
export function takePieces(
  { count, size, next, done }: Pieces,
  work: (from: number, to: number) => void,
  onPiece: (taken: number) => void = () => {},
): void {
  for (;;) {
    const from = Atomics.add(next, 0, size)
    if (from >= count) return
    const to = Math.min(count, from + size)
    work(from, to)
    Atomics.store(done, from / size, 1)
    onPiece(to)
  }
}

/** Does again what somebody took and has not finished: afterwards all are done. */
export function finishPieces(
  { count, size, done }: Pieces,
  work: (from: number, to: number) => void,
): void {
  for (let piece = 0; piece < done.length; piece++) {
    if (Atomics.load(done, piece) === 1) continue
    work(size * piece, Math.min(count, size * (piece + 1)))
  }
}
