import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely'
import { inScope, owned } from '../../db/scope/in-scope.ts'
import type { AuditEntry, DB } from '../../db/types.ts'
import { zone } from '../../locales/zone.ts'
import type { ChainHead } from './chain-heads.ts'
import type { ListAudit } from './schema.ts'

type Tx = Transaction<DB>

export async function insertEntries(
  db: Tx,
  entries: Omit<Insertable<AuditEntry>, 'salt' | 'commitment'>[],
) {
  if (entries.length > 0) await db.insertInto('auditEntry').values(entries).execute()
}

export async function insertEntryForEach(
  db: Transaction<DB>,
  entry: Insertable<AuditEntry>,
  people: RawBuilder<unknown>,
) {
  await sql`
    insert into audit_entry (municipality, at, actor, action, person_id, subject_id)
    select ${owned(entry.municipality)}, ${entry.at}::timestamptz, ${entry.actor}, ${entry.action},
      person_id, ${entry.subjectId ?? null}::uuid
    from (${people}) as people`.execute(db)
}

/** The same for people given by their ids. */
export async function insertEntryForPeople(
  db: Tx,
  entry: Insertable<AuditEntry>,
  personIds: readonly string[],
) {
  if (personIds.length > 0)
    await insertEntryForEach(db, entry, sql`select unnest(${personIds}::uuid[]) as person_id`)
}

/** Sealing this many takes 0.5 to 1.1 s on a busy machine, well within the statement timeout. */
const entriesAtOnce = 5_000

/** Seals a batch of committed entries and returns its size; 0 when none are left. */
export async function sealEntries(db: Tx): Promise<number> {
  const { rows } = await sql<{ sealed: string }>`
    select seal_audit(${entriesAtOnce}::bigint) as sealed`.execute(db)
  return Number(rows[0]!.sealed)
}

/** Checking a record of years takes longer than the timeout, and no request waits for it. */
export async function disableStatementTimeout(db: Tx): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(db)
}

export interface Finding {
  municipality: string
  position: string
  /** Null when the head of a chain is wrong rather than an entry. */
  entryId: string | null
  fault: 'deleted' | 'edited' | 'moved' | 'unsealed' | 'rewritten'
}

/** Heads that are no longer on their chain, except those removed by retention. */
export async function listUnreachedHeads(db: Tx, heads: readonly ChainHead[]): Promise<Finding[]> {
  if (heads.length === 0) return []
  const { rows } = await sql<Finding>`
    select head.municipality, head.position, null::uuid as entry_id, 'rewritten' as fault
    from unnest(${heads.map(({ municipality }) => municipality)}::text[],
      ${heads.map(({ position }) => position)}::bigint[],
      ${heads.map(({ hash }) => hash)}::text[]) as head (municipality, position, hash)
    left join audit_checkpoint as start on ${inScope('start')}
      and start.municipality = head.municipality
    where head.position > coalesce(start.position, 0)
      and not exists (select from audit_link as link
        where ${inScope('link')} and link.municipality = head.municipality
        and link.position = head.position and link.hash = head.hash)
    order by 1, 2`.execute(db)
  return rows
}

/** Actions that show one person's data to the actor. */
const opening = ['person-viewed', 'mail-read', 'person-exported', 'letter-printed']

/** Flags each actor who viewed more than `most` people since a moment, unless flagged already. */
export async function insertFlags(
  db: Tx,
  { since, at, most }: { since: Temporal.Instant; at: Temporal.Instant; most: number },
): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('auditEntry')
    .columns(['municipality', 'at', 'actor', 'action'])
    .expression((eb) =>
      eb
        .selectFrom('auditEntry as seen')
        .select(['seen.municipality', sql<Temporal.Instant>`${at}::timestamptz`.as('at')])
        .select(['seen.actor', sql<string>`'many-viewed'`.as('action')])
        .where('seen.municipality', 'in', eb.selectFrom('municipality').select('code'))
        .where('seen.at', '>=', since)
        .where('seen.action', 'in', opening)
        .where((or) => or.or([or('actor', 'like', 'staff:%'), or('actor', 'like', 'client:%')]))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('auditEntry as flag')
                .select('flag.id')
                .whereRef('flag.municipality', '=', 'seen.municipality')
                .whereRef('flag.actor', '=', 'seen.actor')
                .where('flag.at', '>=', since)
                .where('flag.action', '=', 'many-viewed'),
            ),
          ),
        )
        .groupBy(['seen.municipality', 'seen.actor'])
        .having((count) => count.fn.count('seen.personId').distinct(), '>', most),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

/** Every entry or link that differs from what was sealed. */
export async function listFindings(db: Tx): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    with chain as (
      select link.*, lag(link.hash) over (partition by link.municipality order by link.position) as previous,
        lag(link.position) over (partition by link.municipality order by link.position) as before
      from audit_link as link where ${inScope('link')}
    ), checked as (
      select chain.municipality, chain.position, chain.entry_id, case
        when entry.id is null then 'deleted'
        when entry.salt is not null and entry.commitment <> audit_commitment(entry) then 'edited'
        when chain.position <> coalesce(chain.before, start.position, 0) + 1 then 'moved'
        when chain.hash <> audit_hash(coalesce(chain.previous, start.hash, ''), entry) then 'edited'
        end as fault
      from chain
      left join audit_entry as entry on entry.id = chain.entry_id
        and entry.municipality = chain.municipality and ${inScope('entry')}
      left join audit_checkpoint as start on start.municipality = chain.municipality
        and ${inScope('start')}
    )
    select * from checked where fault is not null
    union all
    select entry.municipality, 0, entry.id, 'unsealed' from audit_entry as entry
    where ${inScope('entry')} and entry.id < uuidv7(interval '-1 hour')
      and not exists (select from audit_link as link
        where ${inScope('link')} and link.municipality = entry.municipality and link.entry_id = entry.id)
    order by 1, 2, 3`.execute(db)
  return rows
}

/** The current head of each chain. */
export async function listHeads(db: Tx) {
  return db
    .selectFrom('auditLink')
    .distinctOn('municipality')
    .select(['municipality', 'position', 'hash'])
    .orderBy('municipality')
    .orderBy('position', 'desc')
    .execute()
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant()
}

export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

/** One page of the municipality's record, newest first, with the names that are still known. */
export async function listEntries(db: Tx, wanted: ListAudit, most: number) {
  return db
    .selectFrom('auditEntry')
    .leftJoin('person', 'person.id', 'auditEntry.personId')
    .leftJoin('account', (join) =>
      join.on(sql`'staff:' || account.id::text`, '=', sql.ref('audit_entry.actor')),
    )
    .leftJoin('apiToken', (join) =>
      join.on(sql`'client:' || api_token.id::text`, '=', sql.ref('audit_entry.actor')),
    )
    .select([
      'auditEntry.id',
      'auditEntry.at',
      'auditEntry.actor',
      'auditEntry.action',
      'auditEntry.personId',
      'auditEntry.subjectId',
      'person.name as personName',
      'account.name as actorName',
      'apiToken.name as clientName',
    ])
    .$if(wanted.person !== undefined, (query) =>
      query.where('auditEntry.personId', '=', wanted.person!),
    )
    .$if(wanted.action !== undefined, (query) =>
      query.where('auditEntry.action', '=', wanted.action!),
    )
    .$if(wanted.colleague !== undefined, (query) =>
      query.where('auditEntry.actor', '=', `staff:${wanted.colleague}`),
    )
    .$if(wanted.before !== undefined, (query) => query.where('auditEntry.id', '<', wanted.before!))
    .$if(wanted.from !== undefined, (query) =>
      query.where('auditEntry.at', '>=', startOf(wanted.from!)),
    )
    .$if(wanted.through !== undefined, (query) =>
      query.where('auditEntry.at', '<', startOf(wanted.through!.add({ days: 1 }))),
    )
    .orderBy('auditEntry.id', 'desc')
    .limit(most)
    .execute()
}

export async function listColleagues(db: Tx, municipality: string) {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Deletes the entries before a moment, from the beginning of each chain; returns how many. */
export async function forgetEntries(db: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select forget_audit(${before}) as gone`.execute(db)
  return Number(rows[0]!.gone)
}

/** Removes ids from entries; the events and the chain stay. */
export async function anonymiseEntries(
  db: Tx,
  ids: readonly string[],
  actors: readonly string[],
): Promise<void> {
  await sql`select shred_audit(${[...ids]}::uuid[], ${[...actors]}::text[])`.execute(db)
}

export async function countBefore(db: Tx, before: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('auditEntry')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}
