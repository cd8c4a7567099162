/*
 * Mails a second from the outbox, and from a bare nodemailer pool that sends the same mails, written
 * beforehand, to the same server. They alternate; shown are the medians, and each round's ratio. Fails where
 * the median ratio is below a half.
 *
 *   npm run bench:mail -- [--mails 1000] [--rounds 9]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Context } from '../../src/context.ts'
import { startProgramme } from '../../src/features/programmes/start.ts'
import type { Message } from '../../src/mail/message.ts'
import { openOutbox } from '../../src/mail/outbox/send-due.ts'
import { openTransportThread } from '../../src/mail/open-transport-thread.ts'
import { mostConnections } from '../../src/mail/transport.ts'
import { aLease, anOffice } from '../../test/support/duties.ts'
import { writeOffers } from '../../test/support/many-offers.ts'
import { openScratch } from '../scratch.ts'

const { values: options } = parseArgs({
  options: {
    mails: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '9' },
  },
})
const mails = Number(options.mails)
const rounds = Number(options.rounds)
const from = 'makker@example.dk'
const municipality = '0461'

const scratch = await openScratch({ connections: 10 })
const { database, keeper } = scratch
const now = () => Temporal.Now.instant()
const ctx: Context = { database: database.kysely, journal: '', actor: { kind: 'system' }, now }
await startProgramme(ctx, { municipality, name: 'Odense', alsoServes: [] })
await writeOffers({ db: keeper.kysely, ctx: (actor = ctx.actor) => ({ ...ctx, actor }) }, mails / 2)

const server = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [said] = await once(server.stdout, 'data')
const address = { host: '127.0.0.1', port: Number(said) }

const written: (Message & { id: string })[] = []
const keeping = openOutbox(anOffice(undefined))
await due()
await keeping(ctx, '', aLease)
for (const { id, content } of await keeper.kysely
  .selectFrom('mail')
  .select(['id', 'content'])
  .execute())
  written.push({ ...(content as unknown as Message), id })

const transport = openTransportThread(`smtp://127.0.0.1:${address.port}?ignoreTLS=true`, from)
const outbox = openOutbox(anOffice(transport))
const ratios: number[] = []
const speeds: Record<'bare' | 'outbox', number[]> = { bare: [], outbox: [] }
for (let round = 0; round <= rounds; round++) {
  const bare = await speedOf(sendBare)
  await due()
  const ours = await speedOf(() => outbox(ctx, '', aLease))
  const { unsent } = await keeper.kysely
    .selectFrom('mail')
    .select(sql<number>`count(*)::integer`.as('unsent'))
    .where('state', '<>', 'sent')
    .executeTakeFirstOrThrow()
  if (unsent > 0) throw new Error(`${unsent} mails were not sent`)
  // The first round warms up.
  if (round === 0) continue
  speeds.bare.push(bare)
  speeds.outbox.push(ours)
  ratios.push(ours / bare)
  console.log(
    `${bare.toFixed(0)} bare, ${ours.toFixed(0)} from the outbox, ${percent(ours / bare)}`,
  )
}
console.log(
  `Load ${loadavg()[0]!.toFixed(1)}; medians of ${rounds} rounds of ${mails} mails: ${median(speeds.bare).toFixed(0)} a second bare, ${median(speeds.outbox).toFixed(0)} from the outbox, ${percent(median(ratios))}`,
)
if (median(ratios) < 0.5) process.exitCode = 1
transport.close()
server.kill()
await scratch.close()

/** As if none had been sent yet. */
async function due(): Promise<void> {
  await keeper.kysely.deleteFrom('mailedLink').execute()
  await keeper.kysely
    .updateTable('mail')
    .set({ state: 'pending', content: null, attempts: 0, since: now(), dueAt: now() })
    .execute()
  await sql`vacuum analyze`.execute(keeper.kysely)
}

async function speedOf(send: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await send()
  return (mails * 1_000) / (performance.now() - began)
}

async function sendBare(): Promise<void> {
  const pool = createTransport({
    ...{ ...address, ignoreTLS: true, pool: true, maxConnections: mostConnections },
  })
  await Promise.all(
    written.map(({ id, to, sender, subject, html, text }) =>
      pool.sendMail({
        from: { name: sender.name, address: from },
        to: { name: to.name, address: to.address! },
        messageId: `<${id}@makker.example>`,
        ...{ subject, html, text },
      }),
    ),
  )
  pool.close()
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(0)} %`
}
