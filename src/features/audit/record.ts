import type { RawBuilder } from 'kysely'
import { actorName, type Work } from '../../context.ts'
import type { AuditAction } from './schema.ts'
import { insertEntries, insertEntryForEach, insertEntryForPeople } from './sql.ts'

export interface AuditEvent {
  action: AuditAction
  municipality: string
  /** The person concerned. */
  personId?: string | undefined
  /** The thing that was changed or read, when it is not the person. */
  subjectId?: string | undefined
}

/** Records events in their own transaction. Holds ids only: the record outlives the person. */
export async function recordEvents(ctx: Work, events: readonly AuditEvent[]): Promise<void> {
  await insertEntries(
    ctx.db,
    events.map((event) => ({ ...event, actor: actorName(ctx.actor), at: ctx.now() })),
  )
}

export async function recordEvent(ctx: Work, event: AuditEvent): Promise<void> {
  await recordEvents(ctx, [event])
}

/** Records one event for each person selected as `person_id`, in the name of the given actor. */
export async function recordEventForMany(
  ctx: Work,
  event: Omit<AuditEvent, 'personId'> & { actor: string },
  people: RawBuilder<unknown>,
): Promise<void> {
  await insertEntryForEach(ctx.db, { ...event, at: ctx.now() }, people)
}

/**
 * Records that a colleague or client saw people's data, one entry each, in the transaction that
 * reads it: if recording fails, so does the read. People reading their own data are not recorded.
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
