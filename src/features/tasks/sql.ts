import { type Insertable, sql, type Transaction } from 'kysely'
import { listFirst } from '../../db/list-first.ts'
import type { DB, RequirementKind, Task, TaskKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** Inserts a task unless the same one is open, or a coordinator has marked it as done. */
export async function insertTask(db: Tx, task: Insertable<Task>) {
  const tickedOff = await db
    .selectFrom('task')
    .select('id')
    .where('enrolmentId', '=', task.enrolmentId)
    .where('kind', '=', task.kind)
    .where('requirement', 'is not distinct from', task.requirement ?? null)
    .where('dueOn', '=', task.dueOn)
    .where('doneBy', '<>', 'system')
    .executeTakeFirst()
  if (tickedOff !== undefined) return
  await db
    .insertInto('task')
    .values(task)
    .onConflict((conflict) =>
      conflict
        .columns(['enrolmentId', 'kind', 'requirement'])
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
  about: {
    enrolmentId: string
    kinds: readonly TaskKind[]
    requirement?: RequirementKind | undefined
  },
  done: { by: string; at: Temporal.Instant },
) {
  await db
    .updateTable('task')
    .set({ doneAt: done.at, doneBy: done.by })
    .where('enrolmentId', '=', about.enrolmentId)
    .where('kind', 'in', about.kinds)
    .where('doneAt', 'is', null)
    .$if(about.requirement !== undefined, (query) =>
      query.where('requirement', '=', about.requirement!),
    )
    .execute()
}

export async function finishTasksExcept(
  db: Tx,
  kind: TaskKind,
  enrolmentIds: readonly string[],
  done: { by: string; at: Temporal.Instant },
) {
  await db
    .updateTable('task')
    .set({ doneAt: done.at, doneBy: done.by })
    .where('kind', '=', kind)
    .where('doneAt', 'is', null)
    .$if(enrolmentIds.length > 0, (query) => query.where('enrolmentId', 'not in', enrolmentIds))
    .execute()
}

/** Locked: otherwise two coordinators could both mark it as done. */
export async function lockTask(db: Tx, id: string) {
  return db
    .selectFrom('task')
    .innerJoin('enrolment', 'enrolment.id', 'task.enrolmentId')
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

/** The open tasks of a municipality, the most urgent first. */
export async function listTasks(db: Tx, municipality: string) {
  const open = db
    .selectFrom('task')
    .innerJoin('enrolment', 'enrolment.id', 'task.enrolmentId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select([
      'task.id',
      'task.kind',
      'task.requirement',
      'task.dueOn',
      'task.enrolmentId',
      'enrolment.personId',
      'enrolment.role',
      'person.name',
    ])
    .where('task.municipality', '=', municipality)
    .where('task.doneAt', 'is', null)
    .orderBy('task.dueOn')
    .orderBy('task.id')
  return listFirst(open)
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
