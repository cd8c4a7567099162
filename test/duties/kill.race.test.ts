import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import type { Context } from '../../src/context.ts'
import { asSuperuser, createDatabase, dropDatabase } from '../support/postgres.ts'
import { openPostgres } from '../../src/db/open.ts'
import { aMentee, aMentor, anOffer } from '../support/people.ts'
import { startOdense, startServer, withDatabase } from '../support/server.ts'
import { stages, startStallingMailServer } from '../support/stalling-mail-server.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { drawn } from '../support/tries.ts'

/** More than leave at once, so that some wait and some are on their way. */
const pairs = 3

/** Pairs who are asked, with a mail to each of them in the outbox, and the coordinator's session. */
async function prepare(ctx: Context, db: Context['database']): Promise<string> {
  const session = await startOdense(ctx)
  const house = { db, ctx: (actor = ctx.actor) => ({ ...ctx, actor }) }
  for (let pair = 0; pair < pairs; pair++)
    await anOffer(house, { mentor: await aMentor(house), mentee: await aMentee(house) })
  return session
}

type Db = Context['database']
type Look = <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>

const leftOver = (db: Db) => db.selectFrom('mail').select(['id', 'state']).execute()

/** As if the time to the next try had passed. */
const passTime = (db: Db) => sql`update mail set due_at = now() where state = 'pending'`.execute(db)

const ends = ['SIGTERM', 'SIGKILL'] as const
const points = [...stages, 'vanished'] as const
const engines = ['PostgreSQL', 'the embedded engine'] as const
const cases = ends.flatMap((signal) =>
  points.flatMap((point) => engines.map((engine) => ({ signal, point, engine }))),
)
type Case = (typeof cases)[number]

/**
 * Ends the product while its mail server has stopped answering at a point, or is gone, and starts it
 * again with one that answers: expects each mail to arrive there once. A mail that the first server
 * had whole, and did not answer, arrives under the same Message-ID.
 */
async function endAndStartAgain(
  databaseUrl: string,
  { signal, point }: Case,
  look: Look,
  session: string,
): Promise<void> {
  const stage = point === 'vanished' ? 'recipient' : point
  const first = await startStallingMailServer(stage)
  let second: typeof first | undefined
  let server = await startServer(databaseUrl, session, { SMTP_URL: first.url })
  try {
    await first.untilReached()
    if (point === 'vanished') await first.vanish()
    await server.kill(signal)
    if (point !== 'vanished') await first.vanish()
    await look(passTime)

    second = await startStallingMailServer(undefined)
    server = await startServer(databaseUrl, session, { SMTP_URL: second.url })
    // A mail that does not come is named by its state below.
    const limit = performance.now() + 90_000
    while (new Set(second.received).size < 2 * pairs && performance.now() < limit)
      await setTimeout(20)
    await server.kill('SIGTERM')
    const mails = await look(leftOver)
    expect(mails.map(({ state }) => state)).toEqual(Array(2 * pairs).fill('sent'))
    const ids = mails.map(({ id }) => `<${id}@127.0.0.1>`)
    expect(second.received.toSorted()).toEqual(ids.toSorted())
    expect(new Set(ids).isSupersetOf(new Set(first.received))).toBe(true)
    if (point !== 'content') expect(first.received).toEqual([])
  } finally {
    await server.kill('SIGKILL')
    await second?.vanish()
  }
}

// Each starts the product twice: `npm test` draws one, `npm run test:tries` runs all.
test.each(drawn(cases))('no mail is lost after $signal on $engine: $point', async (end) => {
  await (end.engine === 'PostgreSQL' ? onPostgres(end) : onEmbedded(end))
})

async function onPostgres(end: Case): Promise<void> {
  const maintenance = inject('maintenance')
  const address = await createDatabase(maintenance, inject('template'))
  const watcher = openPostgres(asSuperuser(address), 2)
  try {
    const session = await withDatabase(address, (ctx) => prepare(ctx, watcher.kysely))
    await endAndStartAgain(address, end, (work) => work(watcher.kysely), session)
  } finally {
    await watcher.close()
    await dropDatabase(maintenance, address)
  }
}

async function onEmbedded(end: Case): Promise<void> {
  const { folder, remove } = await temporaryFolder('killed-mails')
  const look: Look = (work) => withDatabase(folder, ({ database }) => work(database))
  try {
    const session = await withDatabase(folder, (ctx) => prepare(ctx, ctx.database))
    await endAndStartAgain(folder, end, look, session)
  } finally {
    remove()
  }
}
