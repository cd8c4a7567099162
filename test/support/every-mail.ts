import { transact } from '../../src/context.ts'
import { openLinks } from '../../src/features/accounts/links/open-link.ts'
import { queueDigests } from '../../src/features/digests/queue-digests.ts'
import { closeMatch } from '../../src/features/matches/close.ts'
import { tellOfMatch } from '../../src/features/matches/tell-of-match.ts'
import { pauseMatch } from '../../src/features/matches/transitions/pause.ts'
import { cancelMeeting } from '../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../src/features/meetings/changes/move.ts'
import { planMeeting } from '../../src/features/meetings/planning/plan.ts'
import { registerPerson } from '../../src/features/people/registration/register.ts'
import { RegisterMentor } from '../../src/features/people/schema.ts'
import { changeActivities } from '../../src/features/programmes/change-activities.ts'
import { changeContact } from '../../src/features/programmes/change-contact.ts'
import { withdrawProposals } from '../../src/features/proposals/withdraw.ts'
import { ask } from '../../src/features/questions/ask.ts'
import { bookInterview } from '../../src/features/requirements/book-interview.ts'
import type { LetterLocale } from '../../src/locales/locale.ts'
import type { MailKind, Message } from '../../src/mail/message.ts'
import { queueMail } from '../../src/mail/queue-mail.ts'
import { composeMails } from '../../src/mail/writing/compose.ts'
import { composers } from '../../src/workers.ts'
import { anAccount } from './accounts.ts'
import { twoReaders } from './concerns.ts'
import type { House } from './house.ts'
import { aPastMeeting } from './pairs.ts'
import {
  aDraft,
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  coordinatorOf,
  type MenteeForm,
  mentorForm,
  type MentorForm,
  type Pair,
  type Programme,
  writeMails,
} from './people.ts'

const phones = { mentor: '+4531415926', mentee: '+4527182818' }

/**
 * What of somebody's surname, address, number or note a text has; undefined when it has nothing. All that
 * is planted has the same word in it, or is one of the numbers, however they are written.
 */
export function canaryOf(text: string): string | undefined {
  return /kanarie|31\s?41\s?59\s?26|27\s?18\s?28\s?18/i.exec(text)?.[0]
}

export const firstNames = { mentor: 'Mette', mentee: 'Amina' }

/** Whom the mails of the programme say to call. */
const contact = {
  contactName: 'Karin',
  phone: '+4565514444',
  phoneHours: [1, 2, 3, 4].map((day) => ({ day, from: '10:00', to: '15:00' })),
  mailbox: 'makker@odense.example',
}

/** One finished mail to one reader. */
export interface OneMail {
  kind: MailKind
  /** Whether the reader is a colleague. */
  isToStaff: boolean
  reader: string
  message: Message
}

const municipality = '0461'
const note = 'Kanarienote: bor hos sin søster'
let number = 0

function about(role: 'mentor' | 'mentee'): Partial<MentorForm & MenteeForm> {
  number++
  return {
    name: `${firstNames[role]} Kanariesen`,
    email: `kanarie.${role}${number}@example.dk`,
    phone: phones[role],
    address: { street: 'Kanariegade 31', postcode: '5000', town: 'Kanarieby' },
    hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '20:00' })),
  }
}

async function aPair(house: House): Promise<Pair> {
  return {
    mentor: await aMentor(house, about('mentor')),
    mentee: await aMentee(house, about('mentee')),
  }
}

/**
 * Lets a programme come so far that mails of every kind wait in its outbox, most of them to both of a
 * pair: what the product does queues them where it does so at once, and the duties of later days are
 * anticipated.
 */
export async function queueEveryMail(house: House): Promise<void> {
  const programme = await aProgramme(house)
  await changeContact(house.ctx(programme.coordinator), municipality, contact)
  await changeActivities(house.ctx(programme.coordinator), municipality, {
    activities: 'Sprogcafé hver torsdag kl. 16',
  })
  await queueMeetings(house, programme)
  await queueProposals(house)
  await queueQuestions(house, programme)
  await queueToOne(house, programme)
  await queueToStaff(house, programme)
}

async function queueProposals(house: House): Promise<void> {
  const { mentor, mentee, proposalId } = await anOffer(house, await aPair(house))
  for (const { personId } of [mentor, mentee])
    await queue(house, 'offer-reminder', { personId }, proposalId)
  const withdrawn = await aDraft(house, await aPair(house))
  await withdrawProposals(house.ctx(), withdrawn.mentee.enrolmentId)
  for (const { personId } of [withdrawn.mentor, withdrawn.mentee])
    await queue(house, 'offer-withdrawn', { personId }, withdrawn.proposalId)
}

async function queueMeetings(house: House, programme: Programme): Promise<void> {
  const by = house.ctx(programme.coordinator)
  const matches = {
    running: await aMatch(house, await aPair(house)),
    paused: await aMatch(house, await aPair(house)),
    closed: await aMatch(house, await aPair(house)),
  }
  const plan = (matchId: string, localStart: string) =>
    planMeeting(by, {
      ...{ matchIds: [matchId], siteId: programme.siteId, minutes: 60 },
      startsAt: Temporal.PlainDateTime.from(localStart)
        .toZonedDateTime('Europe/Copenhagen')
        .toInstant(),
    })
  const { matchId } = matches.running
  const [moved, cancelled] = [
    await plan(matchId, '2026-11-25T13:00'),
    await plan(matchId, '2026-11-26T13:00'),
  ]
  await plan(matches.paused.matchId, '2026-11-25T14:00')
  for (const day of ['01', '02', '03', '04'])
    await plan(matches.closed.matchId, `2026-12-${day}T15:00`)
  await writeMails(house)
  await moveMeeting(by, moved, {
    ...{ version: 1, minutes: 60, siteId: programme.siteId },
    startsAt: Temporal.Instant.from('2026-11-27T12:00:00Z'),
  })
  await cancelMeeting(by, cancelled, { by: 'mentor', reason: 'ill' })
  const reminded = await plan(matchId, '2026-11-30T13:00')
  for (const { personId } of [matches.running.mentor, matches.running.mentee])
    await queue(house, 'meeting-reminder', { personId }, reminded)
  await pauseMatch(by, matches.paused.matchId)
  await closeMatch(by, matches.closed.matchId, { side: 'coordinator', reasons: ['no_time'] })
}

async function queueQuestions(house: House, programme: Programme): Promise<void> {
  const match = await aMatch(house, await aPair(house))
  const { matchId, mentor, mentee } = match
  const answerBy = house.clock.now().add({ hours: 24 * 14 })
  const meetingId = await aPastMeeting(house, { ...match, programme }, '2026-11-20T15:00:00Z', {
    ...{ state: 'scheduled', mentor: 'unknown', mentee: 'unknown' },
  })
  const proposed = { localStart: '2026-12-01T16:00', minutes: 60, place: 'elsewhere' }
  await transact(house.ctx(), async (ctx) => {
    await tellOfMatch(ctx, { id: matchId, municipality, parties: [mentor, mentee] })
    for (const { personId } of [mentor, mentee]) {
      const about = { municipality, personId, matchId, answerBy }
      await ask(ctx, { ...about, kind: 'outcome', meetingId }, 'meeting-outcome')
      await ask(ctx, { ...about, kind: 'go-on' }, 'go-on')
      await ask(ctx, { ...about, kind: 'fit' }, 'fit-question')
      await ask(ctx, { ...about, kind: 'month' }, 'check-in')
      const where = JSON.stringify({ ...proposed, placeText: note })
      await ask(ctx, { ...about, kind: 'meet', about: where }, 'meeting-proposed')
    }
  })
}

async function queueToOne(house: House, programme: Programme): Promise<void> {
  const command = RegisterMentor.parse(mentorForm(about('mentor')))
  await registerPerson(house.ctx({ kind: 'public' }), { role: 'mentor', command })
  const asked = await aMentor(house, { ...about('mentor'), state: 'registered' })
  await bookInterview(house.ctx(coordinatorOf(municipality)), asked.enrolmentId, {
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from('2026-11-24T12:00:00Z'),
  })
  const { personId, enrolmentId } = await aMentee(house, about('mentee'))
  await house.db
    .updateTable('person')
    .set({ newEmail: 'ny.kanarie@example.dk', newEmailSince: house.clock.now() })
    .where('id', '=', personId)
    .execute()
  for (const kind of ['email-changed', 'email-replaced'] as const)
    await queue(house, kind, { personId })
  const { id: requestId } = await house.db
    .insertInto('linkRequest')
    .values({ askedAt: house.clock.now(), browserHash: 'b', wordHash: 'w', email: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await queue(house, 'own-page-link', { personId }, requestId)
  await queue(house, 'waiting', { personId }, enrolmentId)
  const { id: reconfirmationId } = await house.db
    .insertInto('reconfirmation')
    .values({
      ...{ municipality, enrolmentId, byMail: true, askedAt: house.clock.now() },
      answerBy: house.clock.now().add({ hours: 24 * 14 }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await queue(house, 'reconfirmation', { personId }, reconfirmationId)
}

async function queueToStaff(house: House, programme: Programme): Promise<void> {
  await anAccount(house, { name: 'Kirsten Kanariedatter', password: 'set' })
  const invited = await anAccount(house, { name: 'Ny Kanariedatter' })
  await queue(house, 'staff-invitation', invited)
  const [reader] = await twoReaders(house, programme)
  await queue(house, 'concern', reader)
  await queueDigests(house.ctx())
}

async function queue(
  house: House,
  kind: MailKind,
  to: { personId: string } | { accountId: string },
  subjectId?: string,
): Promise<void> {
  const mail = { kind, municipality, to, ...(subjectId === undefined ? {} : { subjectId }) }
  await transact(house.ctx(), (ctx) => queueMail(ctx, mail))
}

/** Composes what waits in the outbox for readers of one language, and leaves everything as it was. */
export async function composeAllIn(house: House, locale: LetterLocale): Promise<OneMail[]> {
  const composed: OneMail[] = []
  const undone = new Error('undone')
  await transact(house.ctx(), async (ctx) => {
    const { db } = ctx
    await db.updateTable('person').set({ locale }).execute()
    await db.updateTable('account').set({ locale }).execute()
    const mails = await db
      .selectFrom('mail')
      .selectAll()
      .where('state', '=', 'pending')
      .orderBy('id')
      .execute()
    const mailFrom = 'makker@localhost.localdomain'
    const desk = { composers, mailFrom, sms: undefined, openLinks }
    const messages = await composeMails(ctx, mails, { ...desk, baseUrl: 'http://localhost:3000' })
    for (const { id, kind, personId, accountId } of mails) {
      const message = messages.get(id)
      if (message === undefined) continue
      const reader = (personId ?? accountId)!
      composed.push({ kind: kind as MailKind, isToStaff: personId === null, reader, message })
    }
    throw undone
  }).catch((error: unknown) => {
    if (error !== undone) throw error
  })
  return composed
}
