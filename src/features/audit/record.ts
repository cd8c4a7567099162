import type { RawBuilder } from 'kysely'
import { actorName, type Work } from '../../context.ts'
import type { AuditAction } from './schema.ts'
import { insertEntries, insertEntryForEach, insertEntryForPeople } from './sql.ts'

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

/**
 * Writes down that a colleague or a program looked at people, a line for each, in the transaction
 * that reads them: nobody is read of whom no line could be written. One's own data need none.
 */
export async function recordAccess(
  ctx: Work,
  action: 'person-viewed' | 'person-listed' | 'mail-read' | 'person-exported',
  personIds: Iterable<string>,
): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff' && actor.kind !== 'client') return
  const { municipality } = actor
  if (municipality === null) return
  const entry = { action, municipality, actor: actorName(actor), at: ctx.now() }
  await insertEntryForPeople(ctx.db, entry, [...new Set(personIds)])
}
