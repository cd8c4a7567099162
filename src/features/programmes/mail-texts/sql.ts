import type { Insertable, Transaction } from 'kysely'
import { openProgramme } from '../../../db/programmes.ts'
import type { DB, MailText } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function listMailTexts(db: Tx, programmeId: string) {
  return db
    .selectFrom('mailText')
    .select(['kind', 'locale', 'text'])
    .where('programmeId', '=', programmeId)
    .execute()
}

/** Locks the programme, so that of two who write the same text the second sees the first one's. */
export async function lockProgramme(db: Tx, municipality: string) {
  return openProgramme(db, municipality).select('id').forNoKeyUpdate().executeTakeFirst()
}

type Key = Pick<MailText, 'programmeId' | 'kind' | 'locale'>

export async function writeMailText(db: Tx, text: Insertable<MailText>): Promise<void> {
  await db
    .insertInto('mailText')
    .values(text)
    .onConflict((conflict) =>
      conflict
        .columns(['programmeId', 'kind', 'locale'])
        .doUpdateSet({ text: text.text, changedAt: text.changedAt, changedBy: text.changedBy }),
    )
    .execute()
}

export async function deleteMailText(db: Tx, { programmeId, kind, locale }: Key): Promise<void> {
  await db
    .deleteFrom('mailText')
    .where('programmeId', '=', programmeId)
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .execute()
}
