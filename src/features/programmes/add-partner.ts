import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import type { AddPartner } from './schema.ts'
import { findMunicipality, insertPartner } from './sql.ts'

/**
 * Adds an organisation that refers refugees or helps in another way. Refuses a name that the
 * municipality's list already has.
 */
export async function addPartner(
  ctx: Context,
  municipality: string,
  partner: AddPartner,
): Promise<string> {
  return transact(ctx, async (ctx) => {
    if (partner.residence && !(await findMunicipality(ctx.db, partner.residence)))
      throw new Problem('invalid-input', { fields: [{ pointer: '/residence', code: 'choice' }] })
    const residence = partner.residence ?? null
    const subjectId = await insertPartner(ctx.db, { ...partner, residence, municipality })
    await recordEvent(ctx, { action: 'partner-added', municipality, subjectId })
    return subjectId
  })
}
