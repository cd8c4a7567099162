import { type Insertable, sql, type Transaction } from 'kysely'
import { listFirst } from '../../db/list-first.ts'
import { inScope } from '../../db/scope/in-scope.ts'
import type { DB, EnrolmentRole, RequirementKind, Task, TaskKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { type About, aboutColumns } from './about.ts'

type Tx = Transaction<DB>

/** Whether a coordinator has marked the same task as done. */
export async function wasTickedOff(
  db: Tx,
  task: About & Pick<Insertable<Task>, 'kind' | 'requirement' | 'dueOn'>,
): Promise<boolean> {
  const tickedOff = await db
    .selectFrom('task')
    .select('id')
    .where((eb) =>
      eb.and(
        aboutColumns.map((column) => eb(column, 'is not distinct from', task[column] ?? null)),
      ),
    )
    .where('kind', '=', task.kind)
    .where('requirement', 'is not distinct from', task.requirement ?? null)
    .where('dueOn', '=', task.dueOn)
    .where('doneBy', '<>', 'system')
    .executeTakeFirst()
  return tickedOff !== undefined
}

/** Inserts a task unless the same one is open. */
export async function insertTask(db: Tx, task: Insertable<Task>) {
  await db
    .insertInto('task')
    .values(task)
    .onConflict((conflict) =>
      conflict
        .columns([...aboutColumns, 'kind', 'requirement'])
        .where('doneAt', 'is', null)
        .doNothing(),
    )
    .execute()
}

/** The parts a person has in programmes and has not ended. */
export async function listPartsIn(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .select(['municipality', 'id as enrolmentId'])
    .where('personId', '=', personId)
    .where('state', 'not in', ['left', 'rejected'])
    .orderBy('id')
    .execute()
}

export async function finishTasks(
  db: Tx,
  about: About & { kinds?: readonly TaskKind[]; requirement?: RequirementKind | undefined },
  done: { by: string; at: Temporal.Instant },
) {
  await db
    .updateTable('task')
    .set({ doneAt: done.at, doneBy: done.by })
    .where((eb) => eb.and(given(about).map(([column, id]) => eb(column, '=', id))))
    .where('doneAt', 'is', null)
    .$if(about.kinds !== undefined, (query) => query.where('kind', 'in', about.kinds!))
    .$if(about.requirement !== undefined, (query) =>
      query.where('requirement', '=', about.requirement!),
    )
    .execute()
}

/** A mail without a subject is about the same as others of its kind. */
export async function finishMailTasks(
  db: Tx,
  sent: readonly string[],
  done: { by: string; at: Temporal.Instant },
) {
  await sql`
    update task set done_at = ${done.at}, done_by = ${done.by}
    from mail as missed, mail as arrived
    where ${inScope('task')} and task.done_at is null and task.kind in ('mail_refused', 'mail_failed')
      and ${inScope('missed', 'mail')} and missed.id = task.mail_id
      and ${inScope('arrived', 'mail')} and arrived.id = any(${sent}::uuid[])
      and arrived.person_id = missed.person_id
      and arrived.subject_id is not distinct from missed.subject_id
      and (missed.subject_id is not null or arrived.kind = missed.kind)`.execute(db)
}

/** Locked: otherwise two coordinators could both mark it as done. */
export async function lockTask(db: Tx, id: string) {
  return db
    .selectFrom('task')
    .leftJoin('enrolment', 'enrolment.id', 'task.enrolmentId')
    .select(['task.id', 'task.municipality', 'task.doneAt', 'enrolment.personId'])
    .where('task.id', '=', id)
    .forUpdate('task')
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function markDone(db: Tx, id: string, done: { by: string; at: Temporal.Instant }) {
  await db
    .updateTable('task')
    .set({ doneAt: done.at, doneBy: done.by })
    .where('id', '=', id)
    .execute()
}

/** The open tasks of a municipality, the most urgent first, each with the people it is about. */
export async function listTasks(db: Tx, municipality: string) {
  const open = db
    .selectFrom('task')
    .leftJoin('meeting', 'meeting.id', 'task.meetingId')
    .leftJoin('mail', 'mail.id', 'task.mailId')
    .select([
      'task.id',
      'task.kind',
      'task.requirement',
      'task.dueOn',
      'task.enrolmentId',
      'task.matchId',
      'task.meetingId',
      'task.mailId',
      'task.concernId',
      'meeting.startsAt as meetingStartsAt',
      'mail.personId as mailedPersonId',
    ])
    .where('task.municipality', '=', municipality)
    .where('task.doneAt', 'is', null)
    .orderBy('task.dueOn')
    .orderBy('task.id')
  const { rows, count } = await listFirst(open)
  const people = await listPeopleOf(db, rows)
  return {
    rows: rows.map((task) => ({ ...task, people: people.filter((one) => isOf(task, one)) })),
    count,
  }
}

interface Subject {
  enrolmentId: string | null
  matchId: string | null
  meetingId: string | null
  mailedPersonId: string | null
}

interface PersonOf {
  enrolmentId: string
  personId: string
  name: string
  role: EnrolmentRole
  matchId: string | null
  meetingId: string | null
}

/** The enrolments that some tasks are about: their own, or all of a match or a meeting. */
async function listPeopleOf(db: Tx, tasks: readonly Subject[]): Promise<PersonOf[]> {
  const [matches, meetings, mailed] = (['matchId', 'meetingId', 'mailedPersonId'] as const).map(
    (column) => [
      ...new Set(tasks.flatMap((task) => (task.enrolmentId === null ? (task[column] ?? []) : []))),
    ],
  ) as [string[], string[], string[]]
  const enrolments = tasks.flatMap(({ enrolmentId }) => enrolmentId ?? [])
  const { rows } = await sql<PersonOf>`
    with party as (
      select match.id as match_id, null::uuid as meeting_id, enrolment_id
        from match, lateral (values (mentor_id), (mentee_id)) as of_match (enrolment_id)
        where ${inScope('match')} and match.id = any(${matches}::uuid[])
      union
      select null, meeting_match.meeting_id, enrolment_id
        from meeting_match join match on match.id = meeting_match.match_id,
          lateral (values (mentor_id), (mentee_id)) as of_match (enrolment_id)
        where ${inScope('meeting_match')} and ${inScope('match')}
          and meeting_match.meeting_id = any(${meetings}::uuid[])
      union
      select null, null, id from enrolment where ${inScope('enrolment')}
        and (id = any(${enrolments}::uuid[]) or person_id = any(${mailed}::uuid[])))
    select party.*, enrolment.role, enrolment.person_id, person.name from party
    join enrolment on enrolment.id = party.enrolment_id
    join person on person.id = enrolment.person_id
    where ${inScope('enrolment')} and ${inScope('person')}
    order by enrolment.role, person.sort_name, enrolment.id`.execute(db)
  return rows
}

function isOf(task: Subject, one: PersonOf): boolean {
  if (task.enrolmentId !== null)
    return one.enrolmentId === task.enrolmentId && one.matchId === null && one.meetingId === null
  if (task.matchId !== null) return one.matchId === task.matchId
  if (task.meetingId !== null) return one.meetingId === task.meetingId
  return one.personId === task.mailedPersonId && one.matchId === null && one.meetingId === null
}

function given(about: About): [keyof About, string][] {
  return aboutColumns.flatMap((column) =>
    about[column] === undefined ? [] : [[column, about[column]]],
  )
}

export type TaskList = Awaited<ReturnType<typeof listTasks>>

export async function countTasks(db: Tx, municipality: string): Promise<number> {
  const { n } = await db
    .selectFrom('task')
    .select(sql<number>`count(*)::integer`.as('n'))
    .where('municipality', '=', municipality)
    .where('doneAt', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
