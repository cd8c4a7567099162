import { type Context, transact } from '../context.ts'
import { addressOf, odenseMentees, odenseMentors } from './people.ts'
import type { Seeded } from './seed.ts'
import { countProgrammes, findAccountByEmail, findPersonByName } from './sql.ts'

/** The people of a demo that was opened before; undefined when the database is empty. */
export async function findSeeded(ctx: Context): Promise<Seeded | undefined> {
  return transact(ctx, async (ctx) => {
    if ((await countProgrammes(ctx.db)) === 0) return undefined
    const coordinator = await findAccountByEmail(ctx.db, addressOf('Karin Odgaard'))
    const mentor = await findPersonByName(ctx.db, odenseMentors[0]!.name)
    const mentee = await findPersonByName(ctx.db, odenseMentees[0]!.name)
    if (coordinator === undefined || mentor === undefined || mentee === undefined)
      throw new Error('This database is not the demo’s. Start without --demo, or with --fresh.')
    return { coordinatorId: coordinator.id, mentorId: mentor.id, arabicMenteeId: mentee.id }
  })
}
