import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordAccess } from '../../audit/record.ts'
import { readEnrolment } from './page/sql.ts'
import { latestAddress } from './change-address.ts'
import { type Known, profileOf } from './columns.ts'
import type { Profile } from './schema.ts'

/** A profile as the command that would write it; the view is recorded. */
export async function readProfile(ctx: Context, enrolmentId: string): Promise<Profile<Known>> {
  const row = await transact(ctx, async (ctx) => {
    const row = await readEnrolment(ctx.db, enrolmentId)
    await recordAccess(ctx, 'person-viewed', [row.personId])
    return row
  })
  if (ctx.actor.kind === 'person' && ctx.actor.id !== row.personId) throw new Problem('not-found')
  return profileOf(row, latestAddress(row))
}
