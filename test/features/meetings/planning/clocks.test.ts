import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useHouse } from '../../../support/house.ts'
import { drawn } from '../../../support/tries.ts'

const house = useHouse()

/** Where servers may stand: at UTC, half an hour and a quarter of an hour beside whole hours. */
const serverZones = ['UTC', 'America/St_Johns', 'Asia/Kathmandu']

/** The Sundays on which clocks change, by the European rule: the last of March and of October. */
function changes(year: number): Temporal.PlainDate[] {
  return [3, 10].map((month) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 })
    return last.subtract({ days: last.dayOfWeek % 7 })
  })
}

/** Every quarter of an hour of the week around a change. */
function quartersAround(sunday: Temporal.PlainDate): string[] {
  const first = sunday.subtract({ days: 3 }).toZonedDateTime('UTC').toInstant()
  return Array.from({ length: 7 * 96 }, (_, at) => first.add({ minutes: 15 * at }).toString())
}

interface Shown {
  page: string
  mail: string
  calendar: string
  local: string
  isMeant: boolean
}

async function show(serverZone: string, instants: readonly string[]): Promise<Shown[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../support/moments.ts')],
    {
      env: { ...process.env, TZ: serverZone },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  child.stdin.end(`${instants.join('\n')}\n`)
  const lines = (await text(child.stdout)).trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']
const months = { 3: 'marts', 4: 'april', 10: 'oktober', 11: 'november' } as Record<number, string>

/** What the database says, in a session whose own zone is the server's. */
async function ask(serverZone: string, instants: readonly string[]) {
  return house.db.transaction().execute(async (db) => {
    await sql`select set_config('timezone', ${serverZone}, true)`.execute(db)
    const { rows } = await sql<{
      at: Temporal.Instant
      local: Temporal.PlainDateTime
      utc: string
    }>`
      select at, at at time zone 'Europe/Copenhagen' as local,
        to_char(at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') as utc
      from unnest(${instants}::timestamptz[]) with ordinality as given (at, place)
      order by place`.execute(db)
    return rows
  })
}

const sundays = Array.from({ length: 10 }, (_, later) => changes(2026 + later)).flat()

test.each(serverZones)(
  'page, mail, database and calendar agree on every quarter of an hour, on a server in %s',
  async (serverZone) => {
    // In npm test one of the twenty weeks.
    const instants = drawn(sundays).flatMap(quartersAround)
    const [shown, asked] = await Promise.all([
      show(serverZone, instants),
      ask(serverZone, instants),
    ])
    expect(shown.length).toBe(instants.length)
    for (const [at, instant] of instants.entries()) {
      const { local, utc, at: read } = asked[at]!
      const two = (number: number) => String(number).padStart(2, '0')
      const danish =
        `${weekdays[local.dayOfWeek - 1]} den ${local.day}. ${months[local.month]} ${local.year} ` +
        `kl. ${two(local.hour)}.${two(local.minute)}`
      expect(shown[at]).toEqual({
        page: danish,
        mail: expect.stringContaining(danish),
        calendar: utc,
        local: local.toString({ smallestUnit: 'minute' }),
        isMeant: true,
      })
      expect(read.toString()).toBe(instant)
    }
  },
)
