import { openKeyRing } from '../../src/db/seal.ts'

/** The key of a site in tests. */
export const keys = openKeyRing(['development'])
