import { actorName, type Context, transact } from '../../../../context.ts'
import { Problem } from '../../../../problems.ts'
import { municipalityOf } from '../../../../web/guard.ts'
import { recordEvent } from '../../../audit/record.ts'
import type { RecordContact } from '../../schema.ts'
import { findProgrammeFor, insertEnrolment, insertPerson, insertTransition } from '../../sql.ts'
import { findPartner } from './sql.ts'

/** Records a refugee whom a partner referred: without consent only a name and the partner. */
export async function recordContact(
  ctx: Context,
  contact: RecordContact,
): Promise<{ personId: string; enrolmentId: string }> {
  return transact(ctx, async (ctx) => {
    const programme = await findProgrammeFor(ctx.db, contact.residence, municipalityOf(ctx.actor))
    if (programme === undefined) throw refused('/residence', 'area')
    const { municipality } = programme
    if (contact.partnerId && !(await findPartner(ctx.db, contact.partnerId)))
      throw refused('/partnerId', 'choice')
    const personId = await insertPerson(ctx.db, {
      municipality,
      name: contact.name,
      phone: contact.phone ?? null,
      channel: contact.phone === undefined ? 'partner' : 'phone',
      locale: 'da',
      sex: contact.sex,
      residence: contact.residence,
      createdAt: ctx.now(),
    })
    const enrolmentId = await insertEnrolment(ctx.db, {
      municipality,
      programmeId: programme.id,
      personId,
      role: 'mentee',
      state: 'contacted',
      stateSince: ctx.now(),
      sourcePartnerId: contact.partnerId ?? null,
      createdAt: ctx.now(),
    })
    await insertTransition(ctx.db, {
      municipality,
      enrolmentId,
      toState: 'contacted',
      actor: actorName(ctx.actor),
      at: ctx.now(),
    })
    const action = 'contact-recorded'
    await recordEvent(ctx, { action, municipality, personId, subjectId: enrolmentId })
    return { personId, enrolmentId }
  })
}

function refused(pointer: string, code: 'area' | 'choice'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code }] })
}
