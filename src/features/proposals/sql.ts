import type { Insertable, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Answer, DB, EnrolmentRole, Proposal, ProposalState } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** The municipality's open programme, locked: two runs at once would both propose the same people. */
export async function lockProgramme(db: Tx, municipality: string) {
  return db
    .selectFrom('programme')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('state', '=', 'open')
    .orderBy('createdAt')
    .limit(1)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** Everyone ready in a programme, with all that matching looks at. */
export async function readPool(db: Tx, programmeId: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select((eb) => [
      'enrolment.id as enrolmentId',
      'enrolment.personId',
      'enrolment.role',
      'enrolment.readySince',
      'enrolment.capacity',
      'enrolment.acceptsChildren',
      'enrolment.childrenAlong',
      'enrolment.sexWish',
      'enrolment.sexWishIsMust',
      'enrolment.wantsDanishPractice',
      'enrolment.interpreterAcceptable',
      'person.sex',
      'person.birthYear',
      'person.residence',
      'person.meets',
      jsonArrayFrom(
        eb
          .selectFrom('personLanguage')
          .select(['tag', 'level', 'reads', 'writes', 'canInterpret'])
          .whereRef('personLanguage.personId', '=', 'person.id')
          .orderBy('tag'),
      ).as('languages'),
      jsonArrayFrom(
        eb
          .selectFrom('availability')
          .select(['day', 'starts', 'ends'])
          .whereRef('availability.personId', '=', 'person.id')
          .orderBy('day')
          .orderBy('starts'),
      ).as('hours'),
      jsonArrayFrom(
        eb
          .selectFrom('enrolmentTopic')
          .select(['topic', 'importance'])
          .whereRef('enrolmentTopic.enrolmentId', '=', 'enrolment.id')
          .orderBy('topic'),
      ).as('topics'),
      eb
        .selectFrom('match')
        .whereRef('match.mentorId', '=', 'enrolment.id')
        .where('match.state', '<>', 'closed')
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('openMatches'),
      eb
        .selectFrom('proposal')
        .whereRef('proposal.mentorId', '=', 'enrolment.id')
        .where('proposal.state', '=', 'offered')
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('openOffers'),
    ])
    .where('enrolment.programmeId', '=', programmeId)
    .where('enrolment.state', '=', 'ready')
    .orderBy('enrolment.id')
    .execute()
}

export type PoolRow = Awaited<ReturnType<typeof readPool>>[number]

/** Pairs that were decided against, or are together already: never proposed again. */
export async function listSpentPairs(db: Tx, programmeId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .select(['mentor.personId as mentor', 'mentee.personId as mentee'])
    .distinct()
    .where('proposal.programmeId', '=', programmeId)
    .where('proposal.state', 'in', ['rejected', 'declined', 'offered', 'accepted'])
    .execute()
}

export async function listDraftPairs(db: Tx, programmeId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .select(['mentor.personId as mentor', 'mentee.personId as mentee'])
    .where('proposal.programmeId', '=', programmeId)
    .where('proposal.state', '=', 'draft')
    .execute()
}

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
    .returning('menteeId')
    .execute()
}

export async function insertRun(
  db: Tx,
  run: {
    municipality: string
    programmeId: string
    startedBy: string
    startedAt: Temporal.Instant
    pool: object
    result: object
  },
): Promise<string> {
  const { id } = await db
    .insertInto('matchRun')
    .values({ ...run, pool: JSON.stringify(run.pool), result: JSON.stringify(run.result) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
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

export async function findLatestRun(db: Tx) {
  return db
    .selectFrom('matchRun')
    .select(['id', 'startedAt', 'result'])
    .orderBy('startedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** The names behind the people of a run. */
export async function listNames(db: Tx, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('person')
    .innerJoin('enrolment', 'enrolment.personId', 'person.id')
    .select([
      'person.id as personId',
      'person.name',
      'enrolment.id as enrolmentId',
      'enrolment.role',
    ])
    .where('person.id', 'in', personIds)
    .orderBy('person.id')
    .execute()
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
