import type { Jobs } from '../../src/context.ts'

/** Every queue of the product; the compiler asks for a new one here. */
const known: Record<keyof Jobs, true> = {
  mail: true,
  'link-request': true,
  spreadsheet: true,
  daily: true,
  'audit-seal': true,
  'audit-heads': true,
}

export const queues = Object.keys(known)
