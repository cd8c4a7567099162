import { type RawBuilder, sql } from 'kysely'
import { beforeEach } from 'vitest'
import type { Actor } from '../../src/context.ts'
import { transact, type Work } from '../../src/context.ts'
import { createToken } from '../../src/features/accounts/tokens/create-token.ts'
import { renewFeed } from '../../src/features/calendar/renew-feed.ts'
import { nameReaders } from '../../src/features/concerns/readers/name-readers.ts'
import { tellReaders } from '../../src/features/concerns/readers/tell-readers.ts'
import { reportConcern } from '../../src/features/concerns/reporting/report-concern.ts'
import { openLink } from '../../src/features/accounts/links/open-link.ts'
import { printLetters } from '../../src/features/letters/print-letters.ts'
import { recordMeetingOfMatches } from '../../src/features/matches/record-meeting.ts'
import { planMeeting } from '../../src/features/meetings/planning/plan.ts'
import { recordContact } from '../../src/features/people/registration/contact/record-contact.ts'
import { moveByHand } from '../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { registerPerson } from '../../src/features/people/registration/register.ts'
import { RegisterMentee, RegisterMentor } from '../../src/features/people/schema.ts'
import { addPartner } from '../../src/features/programmes/add-partner.ts'
import { addSite } from '../../src/features/places/sites/add-site.ts'
import { startProgramme } from '../../src/features/programmes/start.ts'
import { bookInterview } from '../../src/features/requirements/book-interview.ts'
import { setRequirements } from '../../src/features/requirements/set.ts'
import { answerProposal } from '../../src/features/proposals/answer.ts'
import { approveProposal } from '../../src/features/proposals/approve.ts'
import { runMatching } from '../../src/features/runs/queue/run.ts'
import { uploadSpreadsheet } from '../../src/features/imports/upload.ts'
import { anAccount } from './accounts.ts'
import { keys } from './keys.ts'
import type { Site } from './app.ts'
import type { House } from './house.ts'

/** The ids of a municipality's records, and the sessions of its users. */
export interface Place {
  municipality: string
  /** In every name and address of the municipality; must not appear outside it. */
  canary: string
  siteId: string
  partnerId: string
  contactId: string
  importId: string
  enrolmentId: string
  /** Volunteers before an interview; one has it booked. */
  registeredId: string
  interviewedId: string
  /** A person who is asked to reconfirm, and the token of their mailed link. */
  askedId: string
  interestedToken: string
  /** The token that confirms the same person's address. */
  welcomeToken: string
  /** The token that unsubscribes the same person from a kind of mail. */
  unsubscribeToken: string
  taskId: string
  /** The enrolment of the party; `enrolmentId` is the bystander's. */
  partyEnrolmentId: string
  runId: string
  draftId: string
  offeredId: string
  matchId: string
  meetingId: string
  /** One that is recorded, and one to come, of the same pair. */
  recordedId: string
  plannedId: string
  /** The two who are invited to the meeting. */
  invitedIds: string[]
  mailId: string
  tokenId: string
  printId: string
  accountId: string
  sessionId: string
  /** The person to whom a proposal is offered, and one of the same municipality who is not asked. */
  partyId: string
  bystanderId: string
  answerToken: string
  coordinator: string
  party: string
  bystander: string
  client: string
  statistics: string
  programmeId: string
  /** A second colleague: with the coordinator, the two readers of concerns. */
  otherAccountId: string
  concernId: string
  /** The token of a mailed link by which the bystander reports a concern. */
  concernToken: string
  /** The token of the bystander's calendar. */
  feedToken: string
  /** What the mentor of the match is asked, and the token of the mailed link. */
  questionedId: string
  questionId: string
  questionToken: string
}

/** A municipality with records of every kind, made by the product's operations. */
export async function aPlace(house: House, site: Site, municipality: string): Promise<Place> {
  const canary = `Kanarie${municipality}`
  const account = await anAccount(house, { municipality, name: `${canary} Koordinator` })
  const second = await anAccount(house, { municipality, name: `${canary} Kollega` })
  const made = await transact(house.ctx(), async (ctx) => {
    const filled = await fillMunicipality(ctx, municipality, canary, account.actor)
    const readers = [account.accountId, second.accountId]
    return { ...filled, ...(await addConcern({ ...ctx, actor: account.actor }, filled, readers)) }
  })
  const sign = (claims: Parameters<typeof site.app.jwt.sign>[0]) => site.app.jwt.sign(claims)
  const by = house.ctx(account.actor)
  const write = await createToken(by, { name: canary, scope: 'programme:write', months: 1 }, sign)
  const read = await createToken(by, { name: canary, scope: 'stats:read', months: 1 }, sign)
  const enrolments = await house.db
    .selectFrom('enrolment')
    .select('id')
    .where('municipality', '=', municipality)
    .execute()
  const enrolmentIds = enrolments.map(({ id }) => id)
  const printed = await printLetters(by, { enrolmentIds, again: true })
  const coordinator = await site.enter(account)
  const other = await site.enter(account)
  const sessions = await house.db
    .selectFrom('session')
    .select(['id', 'hash'])
    .where('accountId', '=', account.accountId)
    .execute()
  const { hashToken } = await import('../../src/web/session.ts')
  const mail = await house.db
    .updateTable('mail')
    .set({ state: 'kept', content: JSON.stringify(keptMail(canary)) })
    .where('municipality', '=', municipality)
    .where('personId', 'is not', null)
    .returning('id')
    .execute()
  const importId = await uploadSpreadsheet(house.ctx(account.actor), municipality, {
    role: 'mentor',
    file: new TextEncoder().encode(`Navn;E-mail\n${canary} Ny;ny@${canary}.example\n`),
  })
  return {
    ...made,
    importId,
    municipality,
    canary,
    tokenId: write.id,
    printId: printed.printId!,
    accountId: account.accountId,
    otherAccountId: second.accountId,
    sessionId: sessions.find((session) => session.hash === hashToken(other))!.id,
    mailId: mail[0]!.id,
    coordinator,
    party: await site.enter({ personId: made.partyId }),
    bystander: await site.enter({ personId: made.bystanderId }),
    client: write.token,
    statistics: read.token,
  }
}

function keptMail(canary: string) {
  return {
    to: { name: canary, address: `${canary}@example.dk` },
    locale: 'da',
    subject: canary,
    html: `<p>${canary}</p>`,
    text: canary,
    calendars: [{ method: 'REQUEST', content: `BEGIN:VCALENDAR\r\n${canary}` }],
  }
}

async function fillMunicipality(ctx: Work, municipality: string, canary: string, actor: Actor) {
  const by: Work = { ...ctx, actor }
  await startProgramme(ctx, { municipality, name: `${canary} forløb`, alsoServes: [] })
  const siteId = await addSite(by, municipality, {
    name: `${canary} Bibliotek`,
    address: `${canary}vej 1`,
    vulnerableArea: false,
  })
  const partner = { name: `${canary} forening`, type: 'ngo' } as const
  const partnerId = await addPartner(by, municipality, partner)
  const contact = { name: `${canary} Kontakt`, residence: municipality, partnerId } as const
  const { enrolmentId: contactId } = await recordContact(by, { ...contact, sex: 'undisclosed' })
  const people = new Map<string, string>()
  for (const number of [1, 2, 3]) {
    const who = (role: string) => ({
      name: `${canary}${role}${number} Efternavn${canary}`,
      email: `${role}${number}@${canary}.example`.toLowerCase(),
      residence: municipality,
      languages: [{ tag: 'da', level: 'C1' as const }],
      hours: [{ day: 2, from: '17:00', to: '21:00' }],
      consent: true as const,
    })
    const mentor = RegisterMentor.parse({ ...who('mentor'), offers: ['dansk'] })
    const mentee = RegisterMentee.parse({ ...who('mentee'), needs: [{ topic: 'dansk' }] })
    const first = await registerPerson(by, { role: 'mentor', command: mentor })
    const second = await registerPerson(by, { role: 'mentee', command: mentee })
    for (const to of ['interviewed', 'selected', 'ready'] as const)
      await moveByHand(by, first.enrolmentId, { to })
    await moveByHand(by, second.enrolmentId, { to: 'ready' })
    people.set(first.enrolmentId, first.personId).set(second.enrolmentId, second.personId)
  }
  const runId = await runMatching(by, municipality, { objective: 'coverage' })
  const drafts = await ctx.db
    .selectFrom('proposal')
    .select('id')
    .where('runId', '=', runId)
    .orderBy('score', 'desc')
    .orderBy('id')
    .execute()
  const [draftId, offeredId, acceptedId] = drafts.map((row) => row.id) as [string, string, string]
  for (const id of [offeredId, acceptedId]) await approveProposal(by, id)
  await answerProposal(by, acceptedId, 'mentor', { answer: 'yes' })
  const { matchId } = await answerProposal(by, acceptedId, 'mentee', { answer: 'yes' })
  const rows = await ctx.db
    .selectFrom('proposal')
    .select(['id', 'mentorId'])
    .where('id', 'in', [draftId, offeredId])
    .execute()
  const mentorOf = (id: string) => rows.find((row) => row.id === id)!.mentorId
  const planOn = (day: string) =>
    planMeeting(by, {
      ...{ matchIds: [matchId!], siteId, minutes: 60 },
      startsAt: Temporal.Instant.from(`${day}T17:00:00+01:00`),
    })
  const plannedId = await planOn('2026-12-15')
  const [meetingId, recordedId] = [await planOn('2026-12-01'), await planOn('2026-12-22')]
  // In the past, so that its outcome can be recorded.
  const endsAt = ctx.now().subtract({ hours: 24 })
  for (const id of [meetingId, recordedId])
    await ctx.db
      .updateTable('meeting')
      .set({ startsAt: endsAt.subtract({ hours: 1 }), endsAt })
      .where('id', '=', id)
      .execute()
  await recordMeetingOfMatches(by, recordedId, { agreements: [] })
  const invited = await ctx.db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', meetingId)
    .execute()
  const invitedIds = invited.map(({ personId }) => personId)
  const waiting = await addWaitingPeople(by, { municipality, canary, siteId })
  const partyId = people.get(mentorOf(offeredId))!
  const answerToken = await openLink(ctx, {
    purpose: 'answer',
    municipality,
    personId: partyId,
    proposalId: offeredId,
    lasts: Temporal.Duration.from({ hours: 24 }),
  })
  const bystanderId = people.get(mentorOf(draftId))!
  const enrolmentId = mentorOf(draftId)
  const ids = {
    siteId,
    partnerId,
    contactId,
    enrolmentId,
    runId,
    draftId,
    offeredId,
    meetingId,
    recordedId,
    plannedId,
    invitedIds,
  }
  const own = { partyId, partyEnrolmentId: mentorOf(offeredId), bystanderId }
  const asked = await askMentorOf(by, matchId!, municipality)
  return {
    ...ids,
    ...waiting,
    ...own,
    ...asked,
    municipality,
    canary,
    matchId: matchId!,
    answerToken,
  }
}

/**
 * A concern about the match, its two readers, a link by which the bystander reports another, and the
 * bystander's calendar.
 */
async function addConcern(
  by: Work,
  at: { municipality: string; canary: string; matchId: string; bystanderId: string },
  accountIds: string[],
) {
  const { municipality, canary, matchId, bystanderId } = at
  const { id: programmeId } = await by.db
    .selectFrom('programme')
    .select('id')
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  await nameReaders(by, programmeId, { accountIds })
  await reportConcern(
    by,
    { kind: 'match', id: matchId },
    { text: `${canary} er utryg`, halts: false },
    keys,
  )
  const { id: concernId } = await by.db
    .selectFrom('concern')
    .select('id')
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  await tellReaders(by, concernId)
  const concernToken = await openLink(by, {
    purpose: 'concern',
    municipality,
    personId: bystanderId,
    lasts: Temporal.Duration.from({ hours: 24 }),
  })
  const person = { kind: 'person', id: bystanderId, municipality } as const
  const feedToken = await renewFeed({ ...by, actor: person })
  return { programmeId, concernId, concernToken, feedToken }
}

async function askMentorOf(by: Work, matchId: string, municipality: string) {
  const { personId } = await by.db
    .selectFrom('match')
    .innerJoin('enrolment', 'enrolment.id', 'match.mentorId')
    .select('enrolment.personId')
    .where('match.id', '=', matchId)
    .executeTakeFirstOrThrow()
  const lasts = Temporal.Duration.from({ hours: 24 })
  const asked = { kind: 'fit', municipality, personId, matchId } as const
  const { id: questionId } = await by.db
    .insertInto('question')
    .values({ ...asked, askedAt: by.now(), answerBy: by.now().add(lasts) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const link = { purpose: 'question', municipality, personId, questionId, lasts } as const
  return { questionedId: personId, questionId, questionToken: await openLink(by, link) }
}

/** Volunteers before their interview, an open reconfirmation, and a task. */
async function addWaitingPeople(
  by: Work,
  at: { municipality: string; canary: string; siteId: string },
) {
  const { municipality, canary, siteId } = at
  const enrolments: string[] = []
  for (const number of [4, 5, 6]) {
    const command = RegisterMentor.parse({
      name: `${canary}mentor${number}`,
      email: `mentor${number}@${canary}.example`.toLowerCase(),
      residence: municipality,
      languages: [{ tag: 'da', level: 'C1' as const }],
      hours: [{ day: 2, from: '17:00', to: '21:00' }],
      offers: ['dansk'],
      consent: true,
    })
    const { enrolmentId } = await registerPerson(by, { role: 'mentor', command })
    enrolments.push(enrolmentId)
  }
  const [registeredId, interviewedId, askedId] = enrolments as [string, string, string]
  const startsAt = by.now().add({ hours: 24 })
  await bookInterview(by, interviewedId, { startsAt, siteId })
  await setRequirements(by, municipality, { requirements: [{ kind: 'interview' }] })
  const requirement = { municipality, enrolmentId: askedId, kind: 'consent' } as const
  const metOn = Temporal.PlainDate.from('2026-01-01')
  await by.db
    .insertInto('requirement')
    .values({ ...requirement, metOn })
    .execute()
  const { id: reconfirmationId } = await by.db
    .insertInto('reconfirmation')
    .values({
      municipality,
      enrolmentId: askedId,
      askedAt: by.now(),
      answerBy: startsAt,
      byMail: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { personId } = await by.db
    .selectFrom('enrolment')
    .select('personId')
    .where('id', '=', askedId)
    .executeTakeFirstOrThrow()
  const interestedToken = await openLink(by, {
    purpose: 'reconfirmation',
    municipality,
    personId,
    reconfirmationId,
    lasts: Temporal.Duration.from({ hours: 24 }),
  })
  const welcomeToken = await openLink(by, {
    purpose: 'confirm-email',
    municipality,
    personId,
    lasts: Temporal.Duration.from({ hours: 24 }),
  })
  const unsubscribeToken = await openLink(by, {
    purpose: 'unsubscribe',
    municipality,
    personId,
    mailKind: 'reconfirmation',
    lasts: Temporal.Duration.from({ hours: 24 }),
  })
  const { id: taskId } = await by.db
    .insertInto('task')
    .values({
      municipality,
      enrolmentId: askedId,
      kind: 'reconfirmation_by_phone',
      dueOn: metOn,
      createdAt: by.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    ...{ registeredId, interviewedId, askedId, taskId },
    ...{ interestedToken, welcomeToken, unsubscribeToken },
  }
}

/** A hash of every table's rows, except those that log views and attempts. */
export async function fingerprint(house: House): Promise<string> {
  const { rows } = await sql<{ query: string }>`
    select string_agg(format(
      'select %L as name, md5(coalesce(string_agg(t::text, ''|'' order by t::text), '''')) as hash from %s t',
      tablename, case tablename
        when 'session' then '(select id, hash, epoch, verified_at from session)'
        when 'api_token' then '(select id, revoked_at from api_token)'
        else quote_ident(tablename) end), ' union all ') as query
    from pg_tables where schemaname = 'public' and tablename not in ('attempt', 'known_device', 'audit_entry')
      and tablename not like 'kysely%'`.execute(house.db)
  const result = await sql.raw<{ name: string; hash: string }>(rows[0]!.query).execute(house.db)
  return result.rows
    .map(({ name, hash }) => `${name} ${hash}`)
    .sort()
    .join('\n')
}

/** The writable columns of a table, without generated ones. */
export function writable(table: RawBuilder<unknown>) {
  return sql<{ columns: string }>`
    select string_agg(format('%I', attname), ', ' order by attnum) as columns from pg_attribute
    where attrelid = (${table})::regclass and attnum > 0 and not attisdropped and attgenerated = ''`
}

/**
 * What the tests of one file start from: made before the first of them, and restored from a snapshot
 * before each other one, which is faster. `restore` does so in the middle of a test.
 */
export function useFixture<Fixture>(
  house: House,
  make: () => Promise<Fixture>,
): { current(): Fixture; restore(): Promise<void> } {
  let fixture: Fixture
  let restore: (() => Promise<void>) | undefined
  beforeEach(async () => {
    if (restore !== undefined) return restore()
    fixture = await make()
    restore = await snapshotRows(house)
  })
  return { current: () => fixture, restore: async () => restore?.() }
}

/** Takes a snapshot of all rows; returns a function that restores it. */
async function snapshotRows(house: House): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string; columns: string }>`
    select tablename as name, columns from pg_tables, lateral (${writable(sql`format('%I', tablename)`)})
    where schemaname = 'public'
    and tablename <> 'municipality' and tablename not like 'kysely%'`.execute(house.db)
  for (const { name } of rows) {
    await sql.raw(`drop table if exists pg_temp.kept_${name}`).execute(house.db)
    await sql
      .raw(`drop table if exists kept.${name}`)
      .execute(house.db)
      .catch(() => {})
  }
  await sql.raw('create schema if not exists kept').execute(house.db)
  for (const { name } of rows)
    await sql.raw(`create table kept.${name} as table public.${name}`).execute(house.db)
  const restore = rows
    .map(
      ({ name, columns }) =>
        `delete from public.${name};
         insert into public.${name} (${columns}) select ${columns} from kept.${name};`,
    )
    .join(' ')
  return async () => {
    await sql
      .raw(`do $$ begin set local session_replication_role = replica; ${restore} end $$`)
      .execute(house.db)
  }
}
