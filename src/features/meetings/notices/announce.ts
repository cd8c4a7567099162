import type { Work } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { openTask } from '../../tasks/open.ts'
import { listPartsWithoutMail } from './sql.ts'
import { tellOfChange } from './tell.ts'

/** A letter takes longer. */
const lettersTakeHours = 5 * 24

/**
 * Announces a change to those whom it concerns: by mail, and by a call of a colleague to those without
 * e-mail when the meeting is within five days. A letter to them becomes due by itself.
 */
export async function announceChange(
  ctx: Work,
  meeting: { id: string; municipality: string; programmeId: string },
  personIds: readonly string[],
  { kind, times }: { kind: 'moved' | 'off'; times: readonly Temporal.Instant[] },
): Promise<void> {
  await tellOfChange(ctx, meeting, personIds)
  const limit = ctx.now().add({ hours: lettersTakeHours })
  if (times.every((time) => Temporal.Instant.compare(time, limit) > 0)) return
  const dueOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  const { id: meetingId, municipality, programmeId } = meeting
  for (const enrolmentId of await listPartsWithoutMail(ctx.db, programmeId, personIds))
    await openTask(ctx, {
      ...{ kind: `meeting_call_${kind}`, municipality, meetingId, enrolmentId, dueOn },
      isAnew: true,
    })
}
