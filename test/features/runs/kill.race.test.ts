import { type Kysely, sql } from 'kysely'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Actor, Context } from '../../../src/context.ts'
import { type Database, openPostgres } from '../../../src/db/open.ts'
import type { DB } from '../../../src/db/types.ts'
import { runMatching } from '../../../src/features/runs/queue/run.ts'
import { aMentee, aMentor, coordinatorOf } from '../../support/people.ts'
import { asSuperuser, createDatabase, dropDatabase } from '../../support/postgres.ts'
import { widenToRegion } from '../../support/region.ts'
import { startOdense, type Server, startServer, withDatabase } from '../../support/server.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { drawn } from '../../support/tries.ts'

const pairs = 3
/** Enough to take a second even on a fast machine. */
const peopleASide = 5_000

/** Ready people, a queued run of a region, and the coordinator's session. */
async function prepare(ctx: Context, keeper: Kysely<DB>) {
  const session = await startOdense(ctx)
  const house = { db: keeper, ctx: (actor: Actor = ctx.actor) => ({ ...ctx, actor }) }
  for (let pair = 0; pair < pairs; pair++) {
    await aMentor(house)
    await aMentee(house)
  }
  const by = { ...ctx, actor: coordinatorOf('0461') }
  const runId = await runMatching(by, '0461', { objective: 'coverage' }, { atOnce: 0 })
  await widenToRegion(keeper, runId, peopleASide)
  return { session, runId }
}

async function runOf(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('matchRun')
    .leftJoin('duty', 'duty.subjectId', 'matchRun.id')
    .select(['state', 'attempt', 'phase', sql`result -> 'proof'`.as('proof')])
    .where('matchRun.id', '=', id)
    .executeTakeFirstOrThrow()
}
type Run = Awaited<ReturnType<typeof runOf>>

async function countProposals(db: Kysely<DB>) {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from proposal group by state`.execute(db)
  return rows
}

/** Expects one set of proposals, whatever the number of workers and attempts. */
async function expectOneSet(db: Kysely<DB>, runId: string): Promise<void> {
  expect(await runOf(db, runId)).toMatchObject({ state: 'done', proof: 'optimal' })
  expect(await countProposals(db)).toEqual([{ state: 'draft', count: pairs }])
}

describe('a run whose server is killed', () => {
  let address: string
  let watcher: Database
  let session: string
  let runId: string
  const servers: Server[] = []

  beforeEach(async () => {
    address = await createDatabase(inject('maintenance'), inject('template'))
    watcher = openPostgres(asSuperuser(address), 2)
    const prepared = await withDatabase(address, (ctx) => prepare(ctx, watcher.kysely))
    session = prepared.session
    runId = prepared.runId
  })
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill()
    await watcher.close()
    await dropDatabase(inject('maintenance'), address)
  })

  const start = async () => {
    const server = await startServer(address, session)
    servers.push(server)
    return server
  }
  const until = async (isSo: (run: Run) => boolean): Promise<Run> => {
    for (;;) {
      const run = await runOf(watcher.kysely, runId)
      if (isSo(run)) return run
      if (run.state === 'done') throw new Error('It was done too early')
      await setTimeout(20)
    }
  }
  const isDone = ({ state }: Run) => state === 'done'

  const killedWhen = (isThere: (run: Run) => boolean) => async () => {
    const first = await start()
    await until(isThere)
    await first.kill()
    await start()
    // The phase is the second worker's own, since the first one's was reset.
    await until(({ attempt, phase }) => attempt === 2 && phase !== null)
    await until(isDone)
    await expectOneSet(watcher.kysely, runId)
  }

  const killedWhilePublishing = async () => {
    const first = await start()
    await until(({ attempt }) => attempt === 1)
    await watcher.kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
        transaction,
      )
      await sql`lock table proposal in share mode`.execute(transaction)
      await untilSomebodyWaits(watcher.kysely)
      await first.kill()
    })
    expect(await countProposals(watcher.kysely)).toEqual([])
    await start()
    await until(({ attempt }) => attempt === 2)
    await until(isDone)
    await expectOneSet(watcher.kysely, runId)
  }

  const suspended = async () => {
    const first = await start()
    await until(({ attempt }) => attempt === 1)
    first.suspend()
    await start()
    await until(({ attempt }) => attempt === 2)
    await until(isDone)
    first.resume()
    // It answers again; its result is refused before or after that.
    expect((await first.get('/proposals')).status).toBe(200)
    await expectOneSet(watcher.kysely, runId)
  }

  // Each starts the product twice: `npm test` draws one, `npm run test:tries` runs all.
  const scenarios: [string, () => Promise<void>][] = [
    ['killed just after it took the run up', killedWhen(({ attempt }) => attempt === 1)],
    ['killed while it solves the run', killedWhen(({ phase }) => phase !== null)],
    ['killed while it publishes', killedWhilePublishing],
    ['suspended until another has finished the run', suspended],
    ['killed on the embedded database, and started again', killedEmbedded],
  ]
  test.each(drawn(scenarios))('is worked once, with its server %s', (_, run) => run(), 600_000)
})

async function untilSomebodyWaits(db: Kysely<DB>): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_locks where relation = 'proposal'::regclass and not granted`.execute(db)
    if (rows.length > 0) return
    await setTimeout(20)
  }
}

async function killedEmbedded(): Promise<void> {
  const { folder, remove } = await temporaryFolder('killed-run')
  let server: Server | undefined
  try {
    const { session, runId } = await withDatabase(folder, (ctx) => prepare(ctx, ctx.database))
    const page = async () => (await server?.get(`/runs/${runId}`))?.text()
    server = await startServer(folder, session)
    while (!(await page())?.includes('<progress')) await setTimeout(20)
    await server.kill()
    server = await startServer(folder, session)
    expect(await page()).toContain('data-progress')
    // Not by the run's own page: once it is done, that explains thousands of people.
    const queue = async () => (await server!.get('/proposals')).text()
    while (!(await queue()).includes('href="/proposals/')) await setTimeout(200)
    await server.kill()
    await withDatabase(folder, async ({ database }) => {
      await expectOneSet(database, runId)
    })
  } finally {
    await server?.kill()
    remove()
  }
}
