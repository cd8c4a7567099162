import type { TaskKind } from '../../db/types.ts'
import type { Work } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { openTask } from './open.ts'
import { listPartsIn } from './sql.ts'

/** The tasks about a mail that did not reach somebody. */
export const undelivered = ['mail_refused', 'mail_failed'] as const satisfies readonly TaskKind[]

/**
 * Puts before the coordinators that a mail did not reach somebody whose part in the programme is not
 * over: the address was refused, or no server took the mail for days.
 */
export async function openMailTask(
  ctx: Work,
  mail: { id: string; personId: string | null },
  why: 'refused' | 'failed',
): Promise<void> {
  if (mail.personId === null) return
  const [part] = await listPartsIn(ctx.db, mail.personId)
  if (part === undefined) return
  const dueOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  await openTask(ctx, { ...part, mailId: mail.id, kind: `mail_${why}`, dueOn, isAnew: true })
}
