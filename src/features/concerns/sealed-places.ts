import type { SealedPlace } from '../../db/seal.ts'

/** Where the text of a concern, or of a step, is stored: it opens nowhere else. */
export function concernPlace(id: string): SealedPlace {
  return { table: 'concern', column: 'text', id }
}

export function stepPlace(id: string): SealedPlace {
  return { table: 'concern_step', column: 'text', id }
}
