import type { Transaction } from 'kysely'
import type { DB } from '../../../../db/types.ts'

type Tx = Transaction<DB>

export async function findPartner(db: Tx, id: string) {
  return db.selectFrom('partner').select('id').where('id', '=', id).executeTakeFirst()
}
