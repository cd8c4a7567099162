import type { Actor } from '../../src/context.ts'
import { nameReaders } from '../../src/features/concerns/readers/name-readers.ts'
import { reportConcern } from '../../src/features/concerns/reporting/report-concern.ts'
import { anAccount } from './accounts.ts'
import { work } from './duties.ts'
import type { House } from './house.ts'
import { keys } from './keys.ts'

export type Reader = Awaited<ReturnType<typeof anAccount>>

/** Two colleagues who read the programme's concerns. */
export async function twoReaders(
  house: House,
  programme: { id: string; municipality: string },
): Promise<[Reader, Reader]> {
  const { municipality } = programme
  const readers: [Reader, Reader] = [
    await anAccount(house, { municipality, name: 'Rikke Læser' }),
    await anAccount(house, { municipality, name: 'Søren Læser' }),
  ]
  const accountIds = readers.map(({ accountId }) => accountId)
  await nameReaders(house.ctx(readers[0].actor), programme.id, { accountIds })
  return readers
}

/** A concern that a mentor or mentee reports about a pair; its readers are told. */
export async function aConcern(
  house: House,
  given: { personId: string; matchId?: string; text?: string; municipality?: string },
): Promise<string> {
  const { personId: id, text = 'Han råber ad mig', municipality = '0461' } = given
  const actor: Actor = { kind: 'person', id, municipality }
  const matchId = given.matchId
  await reportConcern(
    house.ctx(actor),
    { kind: 'self', id },
    { text, halts: false, ...(matchId !== undefined && { matchId }) },
    keys,
  )
  await work(house, ['concern'])
  const { id: concernId } = await house.db
    .selectFrom('concern')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return concernId
}
