import type { Work } from '../../../context.ts'
import { updateEnrolment, updatePerson } from '../sql.ts'
import type { Profile } from './schema.ts'
import { replaceAway, replaceHours, replaceLanguages, replaceTopics } from './sql.ts'

interface Whose {
  municipality: string
  personId: string
  enrolmentId: string
}

/** The person's own columns. Where nobody said how to reach them, the address that is there decides. */
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

/** The columns that belong to the role. */
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

/**
 * Replaces all that a profile says, in every table it lies in; but for the address, which is not in
 * use at once.
 */
export async function writeProfile(ctx: Work, profile: Profile, whose: Whose): Promise<void> {
  const { municipality, personId, enrolmentId } = whose
  const { email: _, ...person } = personOf(profile)
  await updatePerson(ctx.db, personId, person)
  await updateEnrolment(ctx.db, enrolmentId, enrolmentOf(profile))
  await replaceLanguages(
    ctx.db,
    personId,
    profile.command.languages.map((skill) => ({ ...skill, municipality, personId })),
  )
  await replaceTopics(
    ctx.db,
    enrolmentId,
    topicsOf(profile).map((topic) => ({ ...topic, municipality, enrolmentId })),
  )
  await replaceHours(ctx.db, personId, municipality, profile.command.hours)
  await replaceAway(ctx.db, personId, municipality, profile.command.away)
}

function topicsOf(profile: Profile): { topic: string; importance: number }[] {
  return profile.role === 'mentor'
    ? profile.command.offers.map((topic) => ({ topic, importance: 2 }))
    : profile.command.needs
}
