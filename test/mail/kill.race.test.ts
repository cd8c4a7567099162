import { setTimeout } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import type { Context } from '../../src/context.ts'
import { openPostgres } from '../../src/db/open.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { writeOffers } from '../support/many-offers.ts'
import { asSuperuser, createDatabase, dropDatabase } from '../support/postgres.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { startOdense, startServer, withDatabase } from '../support/server.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { drawn, seed, tries } from '../support/tries.ts'

type Db = Context['database']

/** A database of the product that other processes open as well. */
interface Shared {
  address: string
  /** Its rows while no process has it open, or at any time where several may. */
  look<Result>(work: (db: Db) => Promise<Result>): Promise<Result>
  /** Which mails are sent, while the product may be at work; undefined where only it can know. */
  sent(): Promise<readonly string[] | undefined>
  close(): Promise<unknown>
}

const cases = [
  { engine: 'PostgreSQL', open: onPostgres, kills: tries(200), mails: tries(3_400, 60) },
  { engine: 'the embedded engine', open: onEmbedded, kills: tries(100), mails: tries(1_600, 60) },
]

test.each(drawn(cases))(
  '$kills kills while $mails mails leave from $engine lose none and repeat none that is sent',
  async ({ engine, open, kills, mails }) => {
    const random = seededRandom(seed)
    const shared = await open()
    const server = await startMailServer()
    const settings = { SMTP_URL: `${server.url}?ignoreTLS=true` }
    try {
      const session = await withDatabase(shared.address, async (ctx) => {
        const session = await startOdense(ctx)
        const house = { db: ctx.database, ctx: (actor = ctx.actor) => ({ ...ctx, actor }) }
        if (engine === 'PostgreSQL')
          await shared.look((db) => writeOffers({ ...house, db }, mails / 2))
        else await writeOffers(house, mails / 2)
        return session
      })
      let hits = 0
      let repeatsOfSent = 0
      let sent: readonly string[] | undefined
      let seen = 0
      const check = () => {
        const known = new Set(sent)
        const later = server.received.slice(seen)
        repeatsOfSent += later.filter(({ message }) => known.has(idIn(message.messageId))).length
        seen = server.received.length
      }
      for (let kill = 0; kill < kills; kill++) {
        // Twice the average, so that the mails last as long as the kills.
        const meanwhile = Math.min(mails - seen, (2 * (mails - seen)) / (kills - kill))
        const product = await startServer(shared.address, session, settings)
        hits += Number(await untilAPoint(server, random, meanwhile))
        await product.kill('SIGKILL')
        await setTimeout(20)
        check()
        sent = await shared.sent()
      }
      const last = await startServer(shared.address, session, settings)
      await untilAll(server, mails)
      await last.kill('SIGTERM')
      check()
      expect(repeatsOfSent).toBe(0)

      const rows = await shared.look((db) =>
        db.selectFrom('mail').select(['id', 'state', 'leftAt']).execute(),
      )
      expect(rows).toHaveLength(mails)
      expect(rows.filter(({ state }) => state !== 'sent')).toEqual([])
      const arrived = server.received.map(({ message }) => message.messageId)
      expect(new Set(arrived)).toEqual(new Set(rows.map(({ id }) => `<${id}@127.0.0.1>`)))
      const readers = Map.groupBy(server.received, ({ to }) => to.join())
      expect(readers.size).toBe(mails)
      // Twice went only what a kill had cut off from its acknowledgement: the database had it as on its way.
      const cutOff = new Set(rows.flatMap(({ id, leftAt }) => (leftAt === null ? [] : id)))
      const twice = [...Map.groupBy(arrived, (id) => idIn(id))].filter(([, all]) => all.length > 1)
      expect(twice.filter(([id]) => !cutOff.has(id))).toEqual([])
      console.log(
        `${engine}: ${kills} kills, ${hits} with mail under way; ${mails} mails sent, ${cutOff.size} of them cut off by a kill, ${twice.length} arrived again under the same Message-ID, at most ${Math.max(1, ...twice.map(([, all]) => all.length))} times`,
      )
    } finally {
      await server.stop()
      await shared.close()
    }
  },
)

/** Waits for some step of the conversations about the next mails; false when none comes. */
async function untilAPoint(server: MailServer, random: Random, mails: number): Promise<boolean> {
  const stepsOfAMail = 4
  const isReached = await Promise.race([
    server.untilSteps(1 + random.below(Math.ceil(stepsOfAMail * mails))).then(() => true),
    setTimeout(5_000, false, { ref: false }),
  ])
  await setTimeout(random.below(8))
  return isReached
}

/** Waits until each mail has arrived, for as long as any arrives within half a minute. */
async function untilAll(server: MailServer, mails: number): Promise<void> {
  const arrived = () => new Set(server.received.map(({ message }) => message.messageId)).size
  let before = -1
  let since = performance.now()
  while (arrived() < mails && performance.now() - since < 30_000) {
    if (arrived() > before) {
      before = arrived()
      since = performance.now()
    }
    await setTimeout(100)
  }
}

function idIn(messageId = ''): string {
  return messageId.slice(1, messageId.indexOf('@'))
}

async function onPostgres(): Promise<Shared> {
  const maintenance = inject('maintenance')
  const address = await createDatabase(maintenance, inject('template'))
  const watcher = openPostgres(asSuperuser(address), 2)
  const db = watcher.kysely
  return {
    address,
    look: (work) => work(db),
    sent: async () => {
      const rows = await db.selectFrom('mail').select('id').where('state', '=', 'sent').execute()
      return rows.map(({ id }) => id)
    },
    close: async () => {
      await watcher.close()
      await dropDatabase(maintenance, address)
    },
  }
}

async function onEmbedded(): Promise<Shared> {
  const { folder, remove } = await temporaryFolder('killed')
  return {
    address: folder,
    look: (work) => withDatabase(folder, ({ database }) => work(database)),
    sent: async () => undefined,
    close: async () => remove(),
  }
}
