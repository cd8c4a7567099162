import { transact } from '../../src/context.ts'
import { runMatching } from '../../src/features/runs/queue/run.ts'
import { readRun } from '../../src/features/runs/sql.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../src/context.ts'
import type { EnrolmentState } from '../../src/db/types.ts'
import { addPartner } from '../../src/features/programmes/add-partner.ts'
import { addSite } from '../../src/features/places/sites/add-site.ts'
import { startProgramme } from '../../src/features/programmes/start.ts'
import { planMeeting } from '../../src/features/meetings/planning/plan.ts'
import { recordContact } from '../../src/features/people/registration/contact/record-contact.ts'
import { moveByHand } from '../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { registerPerson } from '../../src/features/people/registration/register.ts'
import { RecordContact, RegisterMentee, RegisterMentor } from '../../src/features/people/schema.ts'
import { answerProposal } from '../../src/features/proposals/answer.ts'
import { approveProposal } from '../../src/features/proposals/approve.ts'
import { sendLinks } from '../../src/features/self-service/send-links.ts'
import type { Message } from '../../src/mail/message.ts'
import { sendMails } from './duties.ts'
import type { House } from './house.ts'

/** The parts of a house that registering people needs. */
type Registry = Pick<House, 'db' | 'ctx'>

export type MentorForm = z.input<typeof RegisterMentor>
export type MenteeForm = z.input<typeof RegisterMentee>

export interface Programme {
  id: string
  municipality: string
  siteId: string
  partnerId: string
  coordinator: Actor & { kind: 'staff' }
}

export interface Party {
  personId: string
  enrolmentId: string
}

/** A programme of Odense, which also serves Kerteminde, unless told otherwise. */
export async function aProgramme(
  house: House,
  given: { municipality?: string; alsoServes?: string[] } = {},
): Promise<Programme> {
  const { municipality = '0461', alsoServes = municipality === '0461' ? ['0440'] : [] } = given
  const id = await startProgramme(house.ctx(), {
    municipality,
    name: `Mentor-match i ${municipality}`,
    alsoServes,
  })
  const siteId = await addSite(house.ctx(), municipality, {
    name: 'Vollsmose Bibliotek',
    address: 'Vollsmose Allé 14',
    vulnerableArea: true,
  })
  const partner = { name: 'Café Venligboerne', type: 'association' } as const
  const partnerId = await addPartner(house.ctx(), municipality, partner)
  const coordinator = coordinatorOf(municipality)
  return { id, municipality, siteId, partnerId, coordinator }
}

/** The actor of a coordinator, for operations; use `anAccount` to sign in. */
export function coordinatorOf(municipality: string): Actor & { kind: 'staff' } {
  return { kind: 'staff', id: randomUUID(), name: 'Karin', role: 'coordinator', municipality }
}

let number = 0

/** A form of a person of Odense; free on Wednesday and Thursday afternoons. */
function aPerson(role: 'mentor' | 'mentee') {
  number++
  return {
    name: `${role === 'mentor' ? 'Mette Holm' : 'Amal Nasser'} ${number}`,
    email: `${role}${number}@example.dk`,
    residence: '0461',
    languages: [{ tag: 'da', level: 'B2' as const }],
    hours: [
      { day: 3, from: '12:00', to: '17:00' },
      { day: 4, from: '12:00', to: '17:00' },
    ],
    consent: true as const,
  }
}

export function mentorForm(given: Partial<MentorForm> = {}): MentorForm {
  return { ...aPerson('mentor'), offers: ['dansk', 'it'], ...given }
}

export function menteeForm(given: Partial<MenteeForm> = {}): MenteeForm {
  return { ...aPerson('mentee'), needs: [{ topic: 'dansk', importance: 3 }], ...given }
}

const path = {
  mentor: ['registered', 'interviewed', 'selected', 'ready'],
  mentee: ['registered', 'ready'],
} as const

/** Moves a registered person to a state on the way to ready. */
async function advance(
  house: Registry,
  role: 'mentor' | 'mentee',
  party: Party,
  state: EnrolmentState,
): Promise<Party> {
  const states: readonly EnrolmentState[] = path[role]
  const { municipality } = await house.db
    .selectFrom('enrolment')
    .select('municipality')
    .where('id', '=', party.enrolmentId)
    .executeTakeFirstOrThrow()
  const ctx = house.ctx(coordinatorOf(municipality))
  for (const to of states.slice(1, states.indexOf(state) + 1))
    await moveByHand(ctx, party.enrolmentId, { to })
  return party
}

/** As if the person had confirmed the address long ago. */
async function confirmAddress(house: Registry, { personId }: Party): Promise<void> {
  await sql`delete from duty where subject_id in
    (select id from mail where person_id = ${personId})`.execute(house.db)
  await house.db.deleteFrom('mail').where('personId', '=', personId).execute()
  await house.db
    .updateTable('person')
    .set({ emailUnconfirmedSince: null })
    .where('id', '=', personId)
    .execute()
}

/** A mentor who is ready to be matched, or as far as `state` says. */
export async function aMentor(
  house: Registry,
  given: Partial<MentorForm> & { state?: (typeof path.mentor)[number] } = {},
): Promise<Party> {
  const { state = 'ready', ...form } = given
  const command = RegisterMentor.parse(mentorForm(form))
  const party = await registerPerson(house.ctx({ kind: 'public' }), { role: 'mentor', command })
  await confirmAddress(house, party)
  return advance(house, 'mentor', party, state)
}

/** A mentee who is ready to be matched, or as far as `state` says. */
export async function aMentee(
  house: Registry,
  given: Partial<MenteeForm> & { state?: (typeof path.mentee)[number] } = {},
): Promise<Party> {
  const { state = 'ready', ...form } = given
  const command = RegisterMentee.parse(menteeForm(form))
  const party = await registerPerson(house.ctx({ kind: 'public' }), { role: 'mentee', command })
  await confirmAddress(house, party)
  return advance(house, 'mentee', party, state)
}

export async function aContact(
  house: House,
  programme: Programme,
  given: Partial<z.input<typeof RecordContact>> = {},
): Promise<Party> {
  number++
  const contact = { name: `Yusuf Ali ${number}`, residence: programme.municipality, ...given }
  return recordContact(house.ctx(programme.coordinator), RecordContact.parse(contact))
}

export interface Pair {
  mentor: Party
  mentee: Party
}

export async function readyPair(house: Registry): Promise<Pair> {
  return { mentor: await aMentor(house), mentee: await aMentee(house) }
}

export async function aDraft(house: Registry, pair?: Pair): Promise<Pair & { proposalId: string }> {
  const { mentor, mentee } = pair ?? (await readyPair(house))
  const { municipality, programmeId } = await house.db
    .selectFrom('enrolment')
    .select(['municipality', 'programmeId'])
    .where('id', '=', mentee.enrolmentId)
    .executeTakeFirstOrThrow()
  const { id } = await house.db
    .insertInto('proposal')
    .values({
      municipality,
      programmeId,
      mentorId: mentor.enrolmentId,
      menteeId: mentee.enrolmentId,
      score: 640_000,
      explanation: JSON.stringify({ parts }),
      createdAt: house.ctx().now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { mentor, mentee, proposalId: id }
}

/** The core's explanation of a pair, as far as pages show it. */
const parts = [
  {
    term: 'topics',
    points: 300_000,
    outOf: 350_000,
    facts: { covered: [{ topic: 'dansk', importance: 3 }], missing: [] },
  },
  {
    term: 'language',
    points: 200_000,
    outOf: 250_000,
    facts: {
      common: { tag: 'da', mentorLevel: 'B2', menteeLevel: 'B2' },
      practice: false,
      interpreter: false,
    },
  },
  {
    term: 'time',
    points: 140_000,
    outOf: 150_000,
    facts: { commonMinutes: 600, pieces: [{ day: 3, from: '12:00', to: '17:00' }] },
  },
]

export async function anOffer(
  house: Registry,
  pair?: Pair,
): Promise<Pair & { proposalId: string }> {
  const draft = await aDraft(house, pair)
  const { municipality } = await house.db
    .selectFrom('proposal')
    .select('municipality')
    .where('id', '=', draft.proposalId)
    .executeTakeFirstOrThrow()
  await approveProposal(house.ctx(coordinatorOf(municipality)), draft.proposalId)
  return draft
}

export async function aMatch(
  house: House,
  pair?: Pair,
): Promise<Pair & { proposalId: string; matchId: string }> {
  const offer = await anOffer(house, pair)
  const yes = { answer: 'yes' } as const
  await answerProposal(house.ctx(), offer.proposalId, 'mentor', yes)
  const { matchId } = await answerProposal(house.ctx(), offer.proposalId, 'mentee', yes)
  // As if both had been told of it long ago.
  await house.db.deleteFrom('mail').where('kind', '=', 'match-made').execute()
  return { ...offer, matchId: matchId! }
}

/** The first time that people with the hours of `aPerson` share: Wednesday at 13, Danish time. */
export const wednesday = '2026-11-25T13:00:00+01:00'

export async function aMeeting(
  house: House,
  programme: Programme,
  given: { pair?: Pair; startsAt?: string } = {},
): Promise<Awaited<ReturnType<typeof aMatch>> & { meetingId: string }> {
  const match = await aMatch(house, given.pair)
  const meetingId = await planMeeting(house.ctx(programme.coordinator), {
    matchIds: [match.matchId],
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from(given.startsAt ?? wednesday),
    minutes: 60,
  })
  return { ...match, meetingId }
}

/** Composes every pending mail as the product does without a mail server, and returns them. */
export async function writeMails(house: House): Promise<(Message & { personId: string | null })[]> {
  const asked = await house.db
    .selectFrom('linkRequest')
    .select('id')
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { id } of asked) await sendLinks(house.ctx(), id)
  const waiting = await house.db
    .selectFrom('mail')
    .select(['id', 'personId'])
    .where('state', '=', 'pending')
    .orderBy('id')
    .execute()
  if (waiting.length === 0) return []
  // Those as well that wait for a while before they leave.
  await house.db
    .updateTable('mail')
    .set({ since: house.ctx().now(), dueAt: house.ctx().now() })
    .where('state', '=', 'pending')
    .execute()
  await sendMails(house)
  const written = await house.db
    .selectFrom('mail')
    .select(['id', 'personId', 'content'])
    .where(
      'id',
      'in',
      waiting.map(({ id }) => id),
    )
    .where('content', 'is not', null)
    .orderBy('id')
    .execute()
  return written.map(({ personId, content }) => ({ ...(content as unknown as Message), personId }))
}

export function linkIn(message: { text: string }): string {
  return new URL(/https?:\/\/\S+/.exec(message.text)![0]).pathname
}

export async function stateOf(house: House, enrolmentId: string): Promise<string> {
  const { state } = await house.db
    .selectFrom('enrolment')
    .select('state')
    .where('id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  return state
}

export async function proposalOf(house: House, id: string) {
  return house.db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** The number of rows of each table, except those that only log views and attempts. */
export async function countRows(house: House): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'
    and tablename not in ('municipality', 'attempt', 'known_device', 'audit_entry')
    order by tablename`.execute(house.db)
  const counts = await sql<{ name: string; count: string }>`
    ${sql.join(
      tables.rows.map(
        ({ name }) => sql`select ${name} as name, count(*) as count from ${sql.table(name)}`,
      ),
      sql` union all `,
    )}`.execute(house.db)
  return Object.fromEntries(counts.rows.map(({ name, count }) => [name, Number(count)]))
}

export async function aRun(house: House, actor?: Actor) {
  const id = await runMatching(house.ctx(actor), '0461', { objective: 'coverage' })
  const run = await transact(house.ctx(), (ctx) => readRun(ctx.db, id))
  const rows = await house.db
    .selectFrom('proposal')
    .select('id')
    .where('runId', '=', id)
    .orderBy('id')
    .execute()
  return { id, pool: run.pool, run: run.result!, proposalIds: rows.map((row) => row.id) }
}
