import type { Work } from '../../../context.ts'
import { updateEnrolment, updatePerson } from '../sql.ts'
import { enrolmentOf, personOf } from './columns.ts'
import type { Profile } from './schema.ts'
import { replaceAway, replaceHours, replaceLanguages, replaceTopics } from './sql.ts'

interface Whose {
  municipality: string
  personId: string
  enrolmentId: string
}

/** Replaces a profile in all its tables, except the e-mail address, which must be confirmed. */
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
