import type { Work } from '../../context.ts'
import { deletePersonLinks } from './sql.ts'

/** Makes every link that was mailed to a person useless: the address was wrong, or is theirs no more. */
export async function revokeLinks(ctx: Work, personId: string): Promise<void> {
  await deletePersonLinks(ctx.db, personId)
}
