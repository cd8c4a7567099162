import { type Context, transact } from '../context.ts'
import { addressOf, odenseMentees, odenseMentors } from './people.ts'
import {
  countProgrammes,
  findAccountByEmail,
  findMentorWithMeeting,
  findPersonByName,
} from './sql.ts'
import { Refusal } from '../refusals.ts'

/** Where the demo has pairs at every point of their life. */
const municipalityOfPairs = '0265'
const coordinatorOfPairs = 'Bente Rosenby'

/** Thrown when the folder has data that are not the demo's. */
class NotTheDemo extends Refusal {}

/** Whom a visitor of the demo can be. */
export const demoRoles = ['coordinator', 'ofPairs', 'mentor', 'paired', 'mentee'] as const
export type DemoRole = (typeof demoRoles)[number]

/** Who each of them is; one who was erased or renamed is missing. */
export interface DemoUsers {
  coordinator: { accountId: string }
  ofPairs?: { accountId: string }
  mentor?: { personId: string }
  paired?: { personId: string }
  mentee?: { personId: string }
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
    const ofPairs = await findAccountByEmail(ctx.db, addressOf(coordinatorOfPairs))
    const paired = await findMentorWithMeeting(ctx.db, municipalityOfPairs, ctx.now())
    const first = async (people: readonly { name: string }[]) => {
      for (const { name } of people) {
        const person = await findPersonByName(ctx.db, name)
        if (person !== undefined) return { personId: person.id }
      }
      return undefined
    }
    const mentor = await first(odenseMentors)
    const mentee = await first(odenseMentees.filter(({ locale }) => locale === 'ar'))
    return {
      coordinator: { accountId: coordinator.id },
      ...(ofPairs && { ofPairs: { accountId: ofPairs.id } }),
      ...(mentor && { mentor }),
      ...(paired && { paired: { personId: paired.personId } }),
      ...(mentee && { mentee }),
    }
  })
}
