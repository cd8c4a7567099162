import type { readEnrolment } from './page/sql.ts'
import type { Topic } from '../topics.ts'
import type { ChangeMenteeProfile, Profile } from './schema.ts'

/** The person's columns. The default channel is e-mail if there is an address, else phone. */
export function personOf({ command }: Profile) {
  return {
    name: command.name,
    email: command.email ?? null,
    phone: command.phone ?? null,
    channel: command.channel ?? (command.email === undefined ? 'phone' : 'email'),
    street: command.address?.street ?? null,
    postcode: command.address?.postcode ?? null,
    town: command.address?.town ?? null,
    sex: command.sex,
    birthYear: command.birthYear ?? null,
    residence: command.residence,
    meets: command.meets,
    furthestDistanceKm: command.furthestDistanceKm ?? null,
    onlyAtLibrary: command.onlyAtLibrary,
    interests: command.interests,
  }
}

export function enrolmentOf({ role, command }: Profile) {
  const wishes = {
    sexWish: command.wish?.sex ?? null,
    sexWishIsMust: command.wish?.isMust ?? false,
    ageWishFrom: command.ageWish?.from ?? null,
    ageWishTo: command.ageWish?.to ?? null,
    ageWishIsMust: command.ageWish?.isMust ?? false,
  }
  if (role === 'mentor')
    return { ...wishes, capacity: command.capacity, acceptsChildren: command.acceptsChildren }
  return {
    ...wishes,
    wantsDanishPractice: command.wantsDanishPractice,
    interpreterAcceptable: command.interpreterAcceptable,
    childrenAlong: command.childrenAlong,
  }
}

export interface Known {
  version: number
  /** The address in use until a new one is confirmed. */
  emailInUse: string | null
}

/** The command that would write these columns. */
export function profileOf(row: Row, address: string | null): Profile<Known> {
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
