import type { RawBuilder } from 'kysely'
import { actorName, type Work } from '../../context.ts'
import type { AuditAction } from './schema.ts'
import { insertEntries, insertEntryForEach } from './sql.ts'

export interface AuditEvent {
  action: AuditAction
  municipality: string
  /** Whom it concerns. */
  personId?: string | undefined
  /** What was changed or read, when it is not the person. */
  subjectId?: string | undefined
}

/**
 * Writes down who did what to whom, in the transaction that does it: what is not recorded does not
 * happen. Ids only; the record must be able to outlive the person.
 */
export async function recordEvents(ctx: Work, events: readonly AuditEvent[]): Promise<void> {
  await insertEntries(
    ctx.db,
    events.map((event) => ({ ...event, actor: actorName(ctx.actor), at: ctx.now() })),
  )
}

/** `recordEvents` for one event. */
export async function recordEvent(ctx: Work, event: AuditEvent): Promise<void> {
  await recordEvents(ctx, [event])
}

/** One event about each of many people, who are selected as `person_id`; by whoever answers for it. */
export async function recordEventForMany(
  ctx: Work,
  event: Omit<AuditEvent, 'personId'> & { actor: string },
  people: RawBuilder<unknown>,
): Promise<void> {
  await insertEntryForEach(ctx.db, { ...event, at: ctx.now() }, people)
}
