import type { Work } from '../../../context.ts'
import type { MailKind } from '../../../mail/message.ts'
import { queueMail } from '../../../mail/queue-mail.ts'
import { listTaking, listTold } from './sql.ts'

/** So that several changes make one mail. */
const settledAfter = Temporal.Duration.from({ minutes: 10 })

/** A newer change makes the mails about earlier ones needless, and a reminder of what was. */
const outdated = [
  'meeting-moved',
  'meeting-cancelled',
  'meeting-reminder',
] as const satisfies MailKind[]

/**
 * Has the given people told that a meeting has changed for them, ten minutes after the last change.
 * Somebody who takes part and was never told of it is invited at once. When the mail leaves it says
 * what is true then, and nothing to a reader who knows it already.
 */
export async function tellOfChange(
  ctx: Work,
  { id: subjectId, municipality }: { id: string; municipality: string },
  personIds: readonly string[],
): Promise<void> {
  const taking = await listTaking(ctx.db, subjectId)
  const told = await listTold(ctx.db, subjectId)
  for (const personId of personIds) {
    const to = { personId }
    if (taking.includes(personId) && !told.includes(personId)) {
      const replaces = [...outdated, 'meeting-invitation'] as const
      await queueMail(ctx, { kind: 'meeting-invitation', municipality, to, subjectId, replaces })
      continue
    }
    await queueMail(ctx, {
      kind: taking.includes(personId) ? 'meeting-moved' : 'meeting-cancelled',
      ...{ municipality, to, subjectId },
      after: settledAfter,
      replaces: outdated,
    })
  }
}
