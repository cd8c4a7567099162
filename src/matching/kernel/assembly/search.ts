/*
 * The search of the index, compiled for four blocks at a time. Written in AssemblyScript: TypeScript whose
 * numbers have the types of the machine.
 */
import { findNear as findNearOf } from './blocks'
import { ask } from './question'

export { cut, findBest } from './best'
export { findEvery, findValue } from './every'
export * from './tables'

/** As `findNear` of blocks, for one mentee; 0 for somebody who is not ready. */
export function findNear(about: i32): i32 {
  return ask(about) ? findNearOf() : 0
}
