import { sql } from 'kysely'
import { openDatabase } from '../../src/db/open.ts'

/** A process that opens an embedded database, writes a mark, prints all marks and keeps it open. */
const [folder = '', mark = ''] = process.argv.slice(2)
const started = process.cpuUsage()
try {
  const { kysely } = await openDatabase(folder)
  await sql`create table if not exists mark (text text)`.execute(kysely)
  await sql`insert into mark values (${mark})`.execute(kysely)
  const { rows } = await sql<{ text: string }>`select text from mark order by text`.execute(kysely)
  console.log(rows.map((row) => row.text).join(' '))
  setInterval(() => {}, 60_000)
} catch (error) {
  // The time of the processor, which other programs do not lengthen.
  const { user, system } = process.cpuUsage(started)
  console.log(`refused after ${Math.round((user + system) / 1_000)} ms: ${error}`)
}
