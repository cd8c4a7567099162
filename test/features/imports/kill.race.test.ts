import { sql } from 'kysely'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Context, transact } from '../../../src/context.ts'
import { type Database, openPostgres } from '../../../src/db/open.ts'
import { inScope } from '../../../src/db/scope/in-scope.ts'
import { coordinatorOf } from '../../support/people.ts'
import { createDatabase, dropDatabase } from '../../support/postgres.ts'
import { seededRandom } from '../../support/random.ts'
import { startOdense, type Server, startServer, withDatabase } from '../../support/server.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { drawn, seed, tries } from '../../support/tries.ts'

/** How often the server is killed in each test. */
const kills = tries(30, 1)

/** What a coordinator can see of people in each table that has rows of imports. */
async function seen(ctx: Context): Promise<Record<string, number>> {
  const by = { ...ctx, actor: coordinatorOf('0461') }
  const { rows } = await transact(by, ({ db }) =>
    sql<Record<string, number>>`
      select (select count(*)::int from person where ${inScope('person')}) as person,
        (select count(*)::int from enrolment where ${inScope('enrolment')}) as enrolment,
        (select count(*)::int from consent where ${inScope('consent')}) as consent,
        (select count(*)::int from enrolment_transition
          where ${inScope('enrolment_transition')}) as transition`.execute(db),
  )
  return rows[0]!
}
const all = (rows: number) => ({
  person: rows,
  enrolment: rows,
  consent: rows,
  transition: rows,
})

async function upload(server: Server, rows: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, at) => `Navn ${at};n${at}@example.dk;dansk`)
  const file = new Blob([`Navn;E-mail;Sprog\n${lines.join('\n')}`])
  const answer = await server.post('/people/import', { role: 'mentor', sheet: '', file })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

async function isDone(server: Server, place: string): Promise<boolean> {
  return (await (await server.get(place)).text()).includes('Færdig.')
}

/**
 * Kills the server at random moments of an import with a `look` after each, then lets the import
 * finish.
 */
async function killAtRandom(
  address: string,
  rows: number,
  look: () => Promise<Record<string, number>>,
): Promise<void> {
  const random = seededRandom(seed)
  const session = await withDatabase(address, startOdense)
  let server = await startServer(address, session)
  try {
    const place = await upload(server, rows)
    await server.post(`${place}/confirmation`, { consent: 'on' })
    for (let kill = 0; kill < kills; kill++) {
      await setTimeout(random.below(1_500))
      await server.kill()
      expect([all(0), all(rows)]).toContainEqual(await look())
      server = await startServer(address, session)
    }
    while (!(await isDone(server, place))) await setTimeout(100)
  } finally {
    await server.kill()
  }
  expect(await look()).toEqual(all(rows))
}

describe('an import whose server is killed repeatedly', () => {
  let address: string
  let watcher: Database
  let end: () => Promise<void>

  beforeEach(async () => {
    const maintenance = inject('maintenance')
    address = await createDatabase(maintenance, inject('template'))
    watcher = openPostgres(address, 1)
    end = async () => {
      await watcher.close()
      await dropDatabase(maintenance, address)
    }
  })
  afterEach(() => end())

  const onPostgres = async () => {
    const ctx: Context = {
      database: watcher.kysely,
      journal: '',
      now: () => Temporal.Now.instant(),
      actor: { kind: 'system' },
    }
    const partly: Record<string, number>[] = []
    let isOver = false
    const watching = (async () => {
      while (!isOver) {
        const now = await seen(ctx)
        if (now.person !== 0 && now.person !== 6_000) partly.push(now)
        await setTimeout(5)
      }
    })()
    await killAtRandom(address, 6_000, () => seen(ctx)).finally(() => {
      isOver = true
    })
    await watching
    expect(partly).toEqual([])
  }

  // Each starts the product several times: `npm test` draws one, `npm run test:tries` runs both.
  const engines: [string, () => Promise<void>][] = [
    ['PostgreSQL', onPostgres],
    ['the embedded database', onEmbedded],
  ]
  test.each(drawn(engines))(
    'is invisible until it is complete, and imported once, on %s',
    (_, run) => run(),
    600_000,
  )
})

async function onEmbedded(): Promise<void> {
  const { folder, remove } = await temporaryFolder('killed')
  try {
    await killAtRandom(folder, 2_000, () => withDatabase(folder, seen))
  } finally {
    remove()
  }
}
