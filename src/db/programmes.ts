import type { Transaction } from 'kysely'
import type { DB } from './types.ts'

/** A municipality's open programme, the first where there are several; what is read of it is selected. */
export function openProgramme(db: Transaction<DB>, municipality: string) {
  return db
    .selectFrom('programme')
    .where('programme.municipality', '=', municipality)
    .where('programme.state', '=', 'open')
    .orderBy('programme.createdAt')
    .limit(1)
}
