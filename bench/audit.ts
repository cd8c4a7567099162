/*
 * Time to chain, and time for `verify-audit` to check, an audit record of several years. Fails where
 * checking takes over a minute.
 *
 *    node bench/audit.ts [--entries 1000000]
 */
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { Context } from '../src/context.ts'
import { sealAudit } from '../src/features/audit/seal.ts'
import { verifyAudit } from '../src/features/audit/verify.ts'
import { openScratch } from './scratch.ts'

const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' } } })
const limit = 60_000
const entries = Number(values.entries)
/** More entries than a busy day writes between two sealings. */
const batch = 50_000
/** Spread over five years. */
const hours = 5 * 365 * 24

const scratch = await openScratch({ connections: 2 })
const { database, keeper } = scratch
const ctx: Context = {
  database: database.kysely,
  journal: join(tmpdir(), 'makker-bench-nowhere'),
  actor: { kind: 'system' },
  now: () => Temporal.Now.instant(),
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

let writing = 0
let sealing = 0
for (let done = 0; done < entries; done += batch) {
  writing += await timed(() =>
    sql`insert into audit_entry (id, municipality, at, actor, action, person_id, subject_id)
      select uuidv7(-age), case when n % 3 = 0 then '0265' else '0461' end, now() - age,
        'staff:' || gen_random_uuid(), 'person-viewed', gen_random_uuid(), gen_random_uuid()
      from generate_series(${done + 1}::integer, ${done + batch}::integer) as n,
        lateral (select ${hours}::integer * (1 - n / ${entries}::float) * interval '1 hour' as age) as ago
      where n <= ${entries}`.execute(keeper.kysely),
  )
  // Autovacuum does this on a server.
  await sql`analyze`.execute(keeper.kysely)
  sealing += await timed(() => sealAudit(ctx))
}
await sql`vacuum analyze`.execute(keeper.kysely)
let found = 0
const checking = await timed(async () => {
  found = (await verifyAudit(ctx)).findings.length
})
console.log(
  `Load ${loadavg()[0]!.toFixed(1)}; ${entries} entries: written in ${seconds(writing)}, chained in ${seconds(sealing)}`,
)
console.log(`checked in ${seconds(checking)}, ${found} findings`)
if (checking > limit || found > 0) process.exitCode = 1
await scratch.close()
