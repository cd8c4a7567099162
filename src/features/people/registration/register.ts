import {
  type Actor,
  type Context,
  actingAs,
  actorName,
  transact,
  type Work,
} from '../../../context.ts'
import type { EnrolmentState } from '../../../db/types.ts'
import { defaultLocale, isLocale } from '../../../locales/locale.ts'
import { consents } from '../../../locales/public/consents.ts'
import { Problem } from '../../../problems.ts'
import { recordEvents } from '../../audit/record.ts'
import { insertConsent } from '../consent/sql.ts'
import { mayMove } from '../transitions/lifecycle.ts'
import { enrolmentOf, personOf } from '../profile/columns.ts'
import { writeProfile } from '../profile/write-profile.ts'
import { askToConfirm } from './ask-to-confirm.ts'
import type { RegisterMentee, RegisterMentor } from '../schema.ts'
import {
  findProgrammeFor,
  insertEnrolment,
  insertPerson,
  insertTransition,
  lockEnrolment,
  lockSubmission,
  updateEnrolment,
  updatePerson,
} from '../sql.ts'

export type Registration =
  { role: 'mentor'; command: RegisterMentor } | { role: 'mentee'; command: RegisterMentee }
export interface Registered {
  personId: string
  enrolmentId: string
}

/**
 * Registers a person, with consent, in the programme that serves their residence, and mails a
 * confirmation. The answer does not reveal whether an address is known: a known one creates a
 * second record. The same submission sent twice registers once. Refuses a residence without a
 * programme; colleagues register only for their own municipality.
 */
export async function registerPerson(
  ctx: Context,
  registration: Registration,
): Promise<Registered> {
  const { command, role } = registration
  const programme = await transact(ctx, (ctx) =>
    findProgrammeFor(ctx.db, command.residence, ownMunicipality(ctx.actor)),
  )
  if (programme === undefined) throw outOfArea()
  const owner =
    ctx.actor.kind === 'public'
      ? actingAs(ctx, { kind: 'public', municipality: programme.municipality })
      : ctx
  const isPublic = ctx.actor.kind === 'public'
  return transact(owner, async (ctx) => {
    const known = command.submissionId && (await lockSubmission(ctx.db, command.submissionId))
    if (known) return known
    const { municipality } = programme
    const personId = await insertPerson(ctx.db, {
      ...personOf(registration),
      locale: command.locale,
      municipality,
      emailUnconfirmedSince: isPublic && command.email !== undefined ? ctx.now() : null,
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
    await writeConsent(ctx, registration, { municipality, personId })
    await writeRegistered(ctx, { municipality, personId, enrolmentId, fromState: null })
    if (command.email !== undefined)
      await askToConfirm(ctx, 'registration', { municipality, personId })
    return { personId, enrolmentId }
  })
}

/** Registers a contact as a mentee, with a coordinator's help. */
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
    await updatePerson(ctx.db, personId, { locale: command.locale, email: command.email ?? null })
    await updateEnrolment(ctx.db, enrolmentId, {
      state: 'registered',
      stateSince: ctx.now(),
    })
    await writeProfile(ctx, registration, { municipality, personId, enrolmentId })
    await writeConsent(ctx, registration, { municipality, personId })
    const fromState = enrolment.state
    await writeRegistered(ctx, { municipality, personId, enrolmentId, fromState })
    if (command.email !== undefined)
      await askToConfirm(ctx, 'registration', { municipality, personId })
    return { personId, enrolmentId }
  })
}

/** The municipality of a colleague or client, who register only for its programmes. */
export function ownMunicipality(actor: Actor): string | undefined {
  return actor.kind === 'staff' || actor.kind === 'client'
    ? (actor.municipality ?? undefined)
    : undefined
}

function outOfArea(): Problem {
  return new Problem('invalid-input', { fields: [{ pointer: '/residence', code: 'area' }] })
}

async function writeConsent(
  ctx: Work,
  { role, command }: Registration,
  whose: { municipality: string; personId: string },
): Promise<void> {
  // The language of the page, as letters have more languages than pages.
  const locale = isLocale(command.locale) ? command.locale : defaultLocale
  await insertConsent(ctx.db, {
    ...whose,
    locale,
    text: consents[locale][`people.consent.${role}`],
    actor: actorName(ctx.actor),
    givenAt: ctx.now(),
  })
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
