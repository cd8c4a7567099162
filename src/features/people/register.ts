import { type Context, actingAs, actorName, transact, type Work } from '../../context.ts'
import type { EnrolmentRole, EnrolmentState } from '../../db/types.ts'
import { translate } from '../../locales/translate.ts'
import { Problem } from '../../problems.ts'
import { recordEvents } from '../audit/record.ts'
import { mayMove } from './lifecycle.ts'
import type { RegisterMentee, RegisterMentor } from './schema.ts'
import {
  findProgrammeFor,
  insertConsent,
  insertEnrolment,
  insertPerson,
  insertTransition,
  lockEnrolment,
  lockSubmission,
  replaceHours,
  replaceLanguages,
  replaceTopics,
  updateEnrolment,
  updatePerson,
} from './sql.ts'

type Registration =
  { role: 'mentor'; command: RegisterMentor } | { role: 'mentee'; command: RegisterMentee }
export interface Registered {
  personId: string
  enrolmentId: string
}

/**
 * Registers a person in the programme that takes people from where they live, with their consent.
 * Anyone may; nobody learns whether somebody is registered already. The same submission sent twice
 * registers once. Refuses a municipality that no programme serves.
 */
export async function registerPerson(
  ctx: Context,
  registration: Registration,
): Promise<Registered> {
  const { command, role } = registration
  const programme = await transact(ctx, (ctx) => findProgrammeFor(ctx.db, command.residence))
  if (programme === undefined) throw outOfArea()
  const owner =
    ctx.actor.kind === 'public'
      ? actingAs(ctx, { kind: 'public', municipality: programme.municipality })
      : ctx
  return transact(owner, async (ctx) => {
    const known = command.submissionId && (await lockSubmission(ctx.db, command.submissionId))
    if (known) return known
    const { municipality } = programme
    const personId = await insertPerson(ctx.db, {
      ...personOf(command),
      municipality,
      createdAt: ctx.now(),
    })
    const enrolmentId = await insertEnrolment(ctx.db, {
      ...enrolmentOf(registration),
      municipality,
      programmeId: programme.id,
      personId,
      role,
      state: 'registered',
      stateSince: ctx.now(),
      submissionId: command.submissionId ?? null,
      createdAt: ctx.now(),
    })
    await writeProfile(ctx, registration, { municipality, personId, enrolmentId })
    await writeRegistered(ctx, { municipality, personId, enrolmentId, fromState: null })
    return { personId, enrolmentId }
  })
}

/** Fills in the profile of a refugee who until now was only a contact; the coordinator helps. */
export async function registerContact(
  ctx: Context,
  enrolmentId: string,
  command: RegisterMentee,
): Promise<Registered> {
  return transact(ctx, async (ctx) => {
    const enrolment = await lockEnrolment(ctx.db, enrolmentId)
    if (!mayMove(enrolment.role, enrolment.state, 'registered'))
      throw new Problem('state-conflict', { state: enrolment.state })
    const { municipality, personId } = enrolment
    const registration = { role: 'mentee', command } as const
    await updatePerson(ctx.db, personId, personOf(command))
    await updateEnrolment(ctx.db, enrolmentId, {
      ...enrolmentOf(registration),
      state: 'registered',
      stateSince: ctx.now(),
    })
    await writeProfile(ctx, registration, { municipality, personId, enrolmentId })
    const fromState = enrolment.state
    await writeRegistered(ctx, { municipality, personId, enrolmentId, fromState })
    return { personId, enrolmentId }
  })
}

function outOfArea(): Problem {
  return new Problem('invalid-input', { fields: [{ pointer: '/residence', code: 'area' }] })
}

function personOf(command: RegisterMentor | RegisterMentee) {
  return {
    name: command.name,
    email: command.email ?? null,
    phone: command.phone ?? null,
    channel: command.email === undefined ? ('phone' as const) : ('email' as const),
    locale: command.locale,
    sex: command.sex,
    birthYear: command.birthYear ?? null,
    residence: command.residence,
    meets: command.meets,
  }
}

function enrolmentOf({ role, command }: Registration) {
  const wish = { sexWish: command.wish?.sex ?? null, sexWishIsMust: command.wish?.isMust ?? false }
  if (role === 'mentor')
    return { ...wish, capacity: command.capacity, acceptsChildren: command.acceptsChildren }
  return {
    ...wish,
    wantsDanishPractice: command.wantsDanishPractice,
    interpreterAcceptable: command.interpreterAcceptable,
    childrenAlong: command.childrenAlong,
  }
}

async function writeProfile(
  ctx: Work,
  registration: Registration,
  ids: Registered & { municipality: string },
): Promise<void> {
  const { role, command } = registration
  const { municipality, personId, enrolmentId } = ids
  await replaceLanguages(
    ctx.db,
    personId,
    command.languages.map((skill) => ({ ...skill, municipality, personId })),
  )
  const topics =
    role === 'mentor' ? command.offers.map((topic) => ({ topic, importance: 2 })) : command.needs
  await replaceTopics(
    ctx.db,
    enrolmentId,
    topics.map((topic) => ({ ...topic, municipality, enrolmentId })),
  )
  await replaceHours(ctx.db, personId, municipality, command.hours)
  await insertConsent(ctx.db, {
    municipality,
    personId,
    locale: command.locale,
    text: consentText(role, command.locale),
    actor: actorName(ctx.actor),
    givenAt: ctx.now(),
  })
}

function consentText(role: EnrolmentRole, locale: RegisterMentor['locale']): string {
  return translate(locale).dynamic(`people.consent.${role}`)
}

async function writeRegistered(
  ctx: Work,
  {
    personId,
    ...enrolment
  }: Registered & { municipality: string; fromState: EnrolmentState | null },
): Promise<void> {
  const { municipality, enrolmentId } = enrolment
  await insertTransition(ctx.db, {
    ...enrolment,
    toState: 'registered',
    actor: actorName(ctx.actor),
    at: ctx.now(),
  })
  const who = { municipality, personId, subjectId: enrolmentId }
  await recordEvents(ctx, [
    { action: 'person-registered', ...who },
    { action: 'consent-given', ...who },
  ])
}
