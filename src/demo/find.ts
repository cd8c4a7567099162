import { type Context, transact } from '../context.ts'
import { addressOf, odenseMentees, odenseMentors } from './people.ts'
import { countProgrammes, findAccountByEmail, findPersonByName } from './sql.ts'
import { Refusal } from '../refusals.ts'

/** The folder holds the data of something else. */
export class NotTheDemo extends Refusal {}

/** Whom a visitor of the demo can be. Who has been erased or renamed meanwhile is left out. */
export interface Guests {
  coordinatorId: string
  mentorId: string | undefined
  arabicMenteeId: string | undefined
}

/**
 * The people of a demo that was opened before; undefined when the database is empty.
 * @throws NotTheDemo
 */
export async function findGuests(ctx: Context): Promise<Guests | undefined> {
  return transact(ctx, async (ctx) => {
    if ((await countProgrammes(ctx.db)) === 0) return undefined
    const coordinator = await findAccountByEmail(ctx.db, addressOf('Karin Odgaard'))
    if (coordinator === undefined)
      throw new NotTheDemo(
        'This database is not the demo’s. Start without --demo, or with --fresh.',
      )
    const idOfFirst = async (people: readonly { name: string }[]) => {
      for (const { name } of people) {
        const person = await findPersonByName(ctx.db, name)
        if (person !== undefined) return person.id
      }
      return undefined
    }
    return {
      coordinatorId: coordinator.id,
      mentorId: await idOfFirst(odenseMentors),
      arabicMenteeId: await idOfFirst(odenseMentees.filter(({ locale }) => locale === 'ar')),
    }
  })
}
