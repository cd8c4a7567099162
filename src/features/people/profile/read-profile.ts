import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordAccess } from '../../audit/record.ts'
import { readEnrolment } from './page/sql.ts'
import type { Topic } from '../topics.ts'
import { latestAddress } from './change-address.ts'
import type { ChangeMenteeProfile, Profile } from './schema.ts'

interface Known {
  version: number
  /** Where mails go until a new address is confirmed. */
  emailInUse: string | null
}

/** What is known of a person in one role, as the command that would write just that. */
export async function readProfile(ctx: Context, enrolmentId: string): Promise<Profile<Known>> {
  const row = await transact(ctx, async (ctx) => {
    const row = await readEnrolment(ctx.db, enrolmentId)
    await recordAccess(ctx, 'person-viewed', [row.personId])
    return row
  })
  if (ctx.actor.kind === 'person' && ctx.actor.id !== row.personId) throw new Problem('not-found')
  const address = latestAddress(row)
  const person = {
    version: row.version,
    emailInUse: row.email,
    name: row.name,
    channel: row.channel,
    ...(address !== null && { email: address }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.street !== null && {
      address: { street: row.street, postcode: row.postcode ?? '', town: row.town ?? '' },
    }),
    residence: row.residence,
    ...(row.birthYear !== null && { birthYear: row.birthYear }),
    sex: row.sex,
    languages: row.languages,
    hours: row.hours.map(({ day, starts, ends }) => ({
      day,
      from: starts.slice(0, 5),
      to: ends.slice(0, 5),
    })),
    away: row.away.map(({ startsOn, endsBefore }) => ({
      from: Temporal.PlainDate.from(startsOn),
      to: Temporal.PlainDate.from(endsBefore).subtract({ days: 1 }),
    })),
    meets: row.meets,
    ...(row.furthestDistanceKm !== null && { furthestDistanceKm: row.furthestDistanceKm }),
    onlyAtLibrary: row.onlyAtLibrary,
    interests: row.interests as ChangeMenteeProfile['interests'],
    ...wishesOf(row),
  }
  if (row.role === 'mentor') {
    const offers = row.topics.map(({ topic }) => topic as Topic)
    const { capacity, acceptsChildren } = row
    return { role: 'mentor', command: { ...person, offers, capacity, acceptsChildren } }
  }
  const { wantsDanishPractice, interpreterAcceptable, childrenAlong } = row
  const needs = row.topics.map(({ topic, importance }) => ({ topic: topic as Topic, importance }))
  return {
    role: 'mentee',
    command: { ...person, needs, wantsDanishPractice, interpreterAcceptable, childrenAlong },
  }
}

type Row = Awaited<ReturnType<typeof readEnrolment>>

function wishesOf({ sexWish, sexWishIsMust, ageWishFrom, ageWishTo, ageWishIsMust }: Row) {
  return {
    ...((sexWish === 'woman' || sexWish === 'man') && {
      wish: { sex: sexWish, isMust: sexWishIsMust },
    }),
    ...((ageWishFrom !== null || ageWishTo !== null) && {
      ageWish: {
        ...(ageWishFrom !== null && { from: ageWishFrom }),
        ...(ageWishTo !== null && { to: ageWishTo }),
        isMust: ageWishIsMust,
      },
    }),
  }
}
