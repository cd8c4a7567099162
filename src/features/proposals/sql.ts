import { type Insertable, sql, type Transaction } from 'kysely'
import type { Answer, DB, EnrolmentRole, Proposal, ProposalState } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

export async function supersedeDrafts(db: Tx, programmeId: string) {
  await db
    .updateTable('proposal')
    .set({ state: 'superseded' })
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'draft')
    .execute()
}

/** Offers nobody answered in time; returns whose wait goes on. */
export async function expireOffers(db: Tx, programmeId: string, now: Temporal.Instant) {
  return db
    .updateTable('proposal')
    .set({ state: 'expired' })
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'offered')
    .where('expiresAt', '<=', now)
    .returning(['id', 'municipality', 'mentorId', 'menteeId'])
    .execute()
}

export async function listEnrolmentsReady(db: Tx, programmeId: string) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'role', 'personId'])
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'ready')
    .execute()
}

export async function insertProposals(
  db: Tx,
  proposals: (Omit<Insertable<Proposal>, 'explanation'> & { explanation: object })[],
): Promise<string[]> {
  if (proposals.length === 0) return []
  const rows = await db
    .insertInto('proposal')
    .values(
      proposals.map((proposal) => ({
        ...proposal,
        explanation: JSON.stringify(proposal.explanation),
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Locked, or two coordinators, or both parties, could decide at once. */
export async function lockProposal(db: Tx, id: string) {
  return db
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/**
 * Both enrolments of a pair, always locked in the order of their ids: two approvals that share one
 * person would otherwise wait for each other, and without a lock both would take the last place.
 */
export async function lockPair(db: Tx, mentorId: string, menteeId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('id', 'in', [mentorId, menteeId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const mentor = rows.find((row) => row.id === mentorId)
  const mentee = rows.find((row) => row.id === menteeId)
  if (mentor === undefined || mentee === undefined) throw new Problem('not-found')
  return { mentor, mentee }
}

/** Places a mentor has given away: open matches and offers still out. */
export async function countTakenPlaces(db: Tx, mentorId: string): Promise<number> {
  const matches = await db
    .selectFrom('match')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('mentorId', '=', mentorId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  const offers = await db
    .selectFrom('proposal')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('mentorId', '=', mentorId)
    .where('state', '=', 'offered')
    .executeTakeFirstOrThrow()
  return Number(matches.n) + Number(offers.n)
}

export async function markOffered(
  db: Tx,
  id: string,
  decision: { by: string; at: Temporal.Instant; expiresAt: Temporal.Instant },
) {
  await db
    .updateTable('proposal')
    .set({
      state: 'offered',
      decidedBy: decision.by,
      decidedAt: decision.at,
      offeredAt: decision.at,
      expiresAt: decision.expiresAt,
    })
    .where('id', '=', id)
    .execute()
}

export async function markRejected(
  db: Tx,
  id: string,
  decision: { by: string; at: Temporal.Instant; reason: string },
) {
  await db
    .updateTable('proposal')
    .set({
      state: 'rejected',
      decidedBy: decision.by,
      decidedAt: decision.at,
      rejectionReason: decision.reason,
    })
    .where('id', '=', id)
    .execute()
}

export async function markAnswered(
  db: Tx,
  id: string,
  party: EnrolmentRole,
  answer: {
    answer: Answer
    declineCode: string | null
    at: Temporal.Instant
    state: ProposalState
  },
) {
  await db
    .updateTable('proposal')
    .set(
      party === 'mentor'
        ? { mentorAnswer: answer.answer, mentorAnsweredAt: answer.at }
        : { menteeAnswer: answer.answer, menteeAnsweredAt: answer.at },
    )
    .set({ state: answer.state, declineCode: answer.declineCode })
    .where('id', '=', id)
    .execute()
}

/** Every draft and open offer of an enrolment becomes withdrawn. */
export async function withdrawOpen(db: Tx, enrolmentId: string, by: string, at: Temporal.Instant) {
  return db
    .updateTable('proposal')
    .set({ state: 'withdrawn', decidedBy: by, decidedAt: at })
    .where('state', 'in', ['draft', 'offered'])
    .where((eb) => eb.or([eb('mentorId', '=', enrolmentId), eb('menteeId', '=', enrolmentId)]))
    .returning(['id', 'municipality', 'mentorId', 'menteeId'])
    .execute()
}

export async function lockEnrolmentState(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Proposals with both people's names, best first; the queue is those in draft and those offered. */
export async function listProposals(db: Tx, states: readonly ProposalState[]) {
  return proposals(db)
    .where('proposal.state', 'in', states)
    .orderBy('proposal.state')
    .orderBy('proposal.score', 'desc')
    .orderBy('proposal.id')
    .limit(200)
    .execute()
}

export async function readProposal(db: Tx, id: string) {
  return proposals(db)
    .where('proposal.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** What is on offer to a person, in either role. */
export async function listOffersTo(db: Tx, personId: string) {
  return proposals(db)
    .where('proposal.state', 'in', ['offered', 'accepted'])
    .where((eb) =>
      eb.or([eb('mentor.personId', '=', personId), eb('mentee.personId', '=', personId)]),
    )
    .orderBy('proposal.offeredAt', 'desc')
    .orderBy('proposal.id')
    .execute()
}

export type ProposalRow = Awaited<ReturnType<typeof readProposal>>

function proposals(db: Tx) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('person as mentorPerson', 'mentorPerson.id', 'mentor.personId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .innerJoin('person as menteePerson', 'menteePerson.id', 'mentee.personId')
    .leftJoin('match', 'match.proposalId', 'proposal.id')
    .selectAll('proposal')
    .select([
      'mentor.personId as mentorPersonId',
      'mentorPerson.name as mentorName',
      'mentee.personId as menteePersonId',
      'menteePerson.name as menteeName',
      'mentee.readySince',
      'match.id as matchId',
    ])
}

/** Who is asked, in which language, and about whom; for the mail and the answer page. */
export async function readParty(db: Tx, proposalId: string, personId: string) {
  const proposal = await readProposal(db, proposalId)
  const role: EnrolmentRole | undefined =
    proposal.mentorPersonId === personId
      ? 'mentor'
      : proposal.menteePersonId === personId
        ? 'mentee'
        : undefined
  if (role === undefined) throw new Problem('not-found')
  const person = await db
    .selectFrom('person')
    .select(['name', 'email', 'locale', 'municipality'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
  return { proposal, role, person }
}

/** A person's own parts in programmes, for their own page. */
export async function listEnrolmentsOf(db: Tx, personId: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.role', 'enrolment.state', 'person.name'])
    .where('enrolment.personId', '=', personId)
    .orderBy('enrolment.createdAt')
    .execute()
}

/** A person's meetings to come. */
export async function listMeetingsOf(db: Tx, personId: string, from: Temporal.Instant) {
  return db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .innerJoin('site', 'site.id', 'meeting.siteId')
    .select([
      'meeting.startsAt',
      'meeting.state',
      'site.name as siteName',
      'site.address as siteAddress',
    ])
    .where('participant.personId', '=', personId)
    .where('meeting.state', '=', 'scheduled')
    .where('meeting.endsAt', '>', from)
    .orderBy('meeting.startsAt')
    .execute()
}

/** The people behind the two sides of a proposal. */
export async function listPersonIds(db: Tx, enrolmentIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('enrolment')
    .select('personId')
    .where('id', 'in', enrolmentIds)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.personId)
}

/** The latest run's headline for the queue. */
export async function findLatestRun(db: Tx) {
  return db
    .selectFrom('matchRun')
    .select([
      'id',
      'state',
      'startedAt',
      sql<number | null>`(result ->> 'matched')::integer`.as('matched'),
      sql<number | null>`(result ->> 'total')::bigint::float8`.as('total'),
      sql<number | null>`(result -> 'counts' ->> 'feasible')::integer`.as('feasible'),
      sql<number | null>`jsonb_array_length(result -> 'unmatched' -> 'mentees')`.as('menteesLeft'),
    ])
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
