import { type Insertable, sql, type Transaction } from 'kysely'
import { listFirst } from '../../db/list-first.ts'
import { bothParties, isPartyOf, party } from '../../db/parties.ts'
import type { Answer, Channel, DB, EnrolmentRole, Proposal, ProposalState } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

export async function supersedeDrafts(db: Tx, programmeId: string) {
  await db
    .updateTable('proposal')
    .set({ state: 'superseded' })
    // In the order of their ids, as everybody locks proposals.
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('proposal')
        .select('id')
        .where('programmeId', '=', programmeId)
        .where('state', '=', 'draft')
        .orderBy('id')
        .forUpdate(),
    )
    .execute()
}

/** Everyone ready, with their places and how many open matches and open offers take. */
export async function listEnrolmentsReady(db: Tx, programmeId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .select((eb) => [
      'id',
      'role',
      'personId',
      'readySince',
      'capacity',
      eb
        .selectFrom('match')
        .whereRef('match.mentorId', '=', 'enrolment.id')
        .where('match.state', '<>', 'closed')
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('matches'),
      eb
        .selectFrom('proposal')
        .whereRef('proposal.mentorId', '=', 'enrolment.id')
        .where('proposal.state', '=', 'offered')
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('offers'),
    ])
    .where('programmeId', '=', programmeId)
    .where('state', '=', 'ready')
    .execute()
  return rows.map(({ matches, offers, ...row }) => ({
    ...row,
    taken: Number(matches) + Number(offers),
  }))
}

export type ReadyRow = Awaited<ReturnType<typeof listEnrolmentsReady>>[number]

/** Pairs that a coordinator rejected or one of the two declined. */
export async function listDecidedPairs(db: Tx, programmeId: string) {
  return db
    .selectFrom('proposal')
    .select(['mentorId', 'menteeId'])
    .distinct()
    .where('programmeId', '=', programmeId)
    .where('state', 'in', ['rejected', 'declined'])
    .execute()
}

/** A statement takes 65,535 values at most; a country's run has more. */
const rowsAtOnce = 2_000

export async function insertProposals(
  db: Tx,
  proposals: (Omit<Insertable<Proposal>, 'explanation'> & { explanation: object })[],
) {
  const rows = proposals.map((proposal) => ({
    ...proposal,
    explanation: JSON.stringify(proposal.explanation),
  }))
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await db
      .insertInto('proposal')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute()
}

/** Locks the row, so that two coordinators or both parties cannot decide at once. */
export async function lockProposal(db: Tx, id: string) {
  return db
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** The match that a proposal became; null when it became none. */
export async function findMatch(db: Tx, proposalId: string): Promise<string | null> {
  const match = await db
    .selectFrom('match')
    .select('id')
    .where('proposalId', '=', proposalId)
    .executeTakeFirst()
  return match?.id ?? null
}

/**
 * Locks both enrolments of a pair in the order of their ids: two approvals that share a person
 * would otherwise deadlock, and without locks both could take a mentor's last place.
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

/** A mentor's taken places: open matches and open offers. */
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
    channel: Channel | null
    at: Temporal.Instant
    state: ProposalState
  },
) {
  await db
    .updateTable('proposal')
    .set(
      party === 'mentor'
        ? {
            mentorAnswer: answer.answer,
            mentorAnsweredAt: answer.at,
            mentorAnswerChannel: answer.channel,
          }
        : {
            menteeAnswer: answer.answer,
            menteeAnsweredAt: answer.at,
            menteeAnswerChannel: answer.channel,
          },
    )
    .set({ state: answer.state, declineCode: answer.declineCode })
    .where('id', '=', id)
    .execute()
}

/** Withdraws every draft and open offer of an enrolment, and returns them. */
export async function withdrawOpen(db: Tx, enrolmentId: string, by: string, at: Temporal.Instant) {
  return db
    .updateTable('proposal')
    .set({ state: 'withdrawn', decidedBy: by, decidedAt: at })
    .where('state', 'in', ['draft', 'offered'])
    .where((eb) => eb.or([eb('mentorId', '=', enrolmentId), eb('menteeId', '=', enrolmentId)]))
    .returning(['id', 'municipality', 'mentorId', 'menteeId', 'offeredAt'])
    .execute()
}

/** Whether a person was one party of a proposal that is withdrawn; the other may be erased. */
export async function isFormerParty(db: Tx, proposalId: string, personId: string) {
  const pair = db
    .selectFrom('proposal')
    .select(['mentorId', 'menteeId'])
    .where('id', '=', proposalId)
    .where('state', '=', 'withdrawn')
    .as('pair')
  return isPartyOf(db, pair, personId)
}

export async function lockEnrolmentState(db: Tx, id: string) {
  return db
    .selectFrom('enrolment')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

/** The best proposals in some states with both people's names, and how many there are in all. */
export async function listProposals(db: Tx, states: readonly ProposalState[]) {
  const found = proposals(db)
    .where('proposal.state', 'in', states)
    .orderBy('proposal.state')
    .orderBy('proposal.score', 'desc')
    .orderBy('proposal.id')
  return listFirst(found)
}

export async function readProposal(db: Tx, id: string) {
  return proposals(db)
    .where('proposal.id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export type ProposalRow = Awaited<ReturnType<typeof readProposal>>

function proposals(db: Tx) {
  return db
    .selectFrom('proposal')
    .innerJoin(party('mentor'), 'mentor.id', 'proposal.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'proposal.menteeId')
    .leftJoin('match', 'match.proposalId', 'proposal.id')
    .selectAll('proposal')
    .select([...bothParties, 'mentee.readySince', 'match.id as matchId'])
}

/** What both parties of some proposals are asked in their mails. */
export async function listAsked(db: Tx, proposalIds: readonly string[]) {
  return db
    .selectFrom('proposal')
    .innerJoin(party('mentor'), 'mentor.id', 'proposal.mentorId')
    .innerJoin(party('mentee'), 'mentee.id', 'proposal.menteeId')
    .select([
      'proposal.id',
      'proposal.municipality',
      'proposal.state',
      'proposal.expiresAt',
      'proposal.mentorAnswer',
      'proposal.menteeAnswer',
      ...bothParties,
    ])
    .where('proposal.id', 'in', proposalIds)
    .execute()
}

/** A party of a proposal with their language and the other's name, for the answer page. */
export async function readParty(db: Tx, proposalId: string, personId: string) {
  const notFound = () => new Problem('not-found')
  const proposal = await proposals(db)
    .where('proposal.id', '=', proposalId)
    .executeTakeFirstOrThrow(notFound)
  const person = await db
    .selectFrom('person')
    .select(['name', 'emailInUse as email', 'locale', 'municipality'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow(notFound)
  const roles: Record<string, EnrolmentRole> = {
    [proposal.mentorPersonId]: 'mentor',
    [proposal.menteePersonId]: 'mentee',
  }
  const role = roles[personId]
  if (role === undefined) throw notFound()
  return { proposal, role, person }
}

/** Absences of some people that overlap the days from `from` to `to`, both included. */
export async function listAway(
  db: Tx,
  personIds: readonly string[],
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
) {
  return db
    .selectFrom('availabilityException')
    .select(['personId', 'startsOn', 'endsBefore'])
    .where('personId', 'in', personIds)
    .where('startsOn', '<=', to)
    .where('endsBefore', '>', from)
    .orderBy('startsOn')
    .orderBy('personId')
    .execute()
}

export type Away = Awaited<ReturnType<typeof listAway>>

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
