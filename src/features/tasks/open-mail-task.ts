import type { Work } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { openTask } from './open.ts'
import { listPartsIn } from './sql.ts'

/**
 * Puts before the coordinators that a mail did not reach somebody, in each of their parts that is not
 * over: the address was refused, or no server took the mail for days.
 */
export async function openMailTask(
  ctx: Work,
  mail: { personId: string | null; createdAt: Temporal.Instant },
  why: 'refused' | 'failed',
): Promise<void> {
  if (mail.personId === null) return
  const dueOn = mail.createdAt.toZonedDateTimeISO(zone).toPlainDate()
  for (const part of await listPartsIn(ctx.db, mail.personId))
    await openTask(ctx, { ...part, kind: `mail_${why}`, dueOn })
}
