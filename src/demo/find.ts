import { type Context, transact } from '../context.ts'
import { addressOf, odenseMentees, odenseMentors } from './people.ts'
import { countProgrammes, findAccountByEmail, findPersonByName } from './sql.ts'
import { Refusal } from '../refusals.ts'

/** Thrown when the folder has data that are not the demo's. */
class NotTheDemo extends Refusal {}

/** The users a visitor of the demo can sign in as; undefined where erased or renamed. */
export interface DemoUsers {
  coordinatorId: string
  mentorId: string | undefined
  arabicMenteeId: string | undefined
}

/**
 * The users of a demo that was opened before; undefined when the database is empty.
 * @throws NotTheDemo
 */
export async function findDemoUsers(ctx: Context): Promise<DemoUsers | undefined> {
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
