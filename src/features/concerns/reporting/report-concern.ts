import { randomUUIDv7 } from 'node:crypto'
import { actorName, type Context, transact, type Work } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { Problem } from '../../../problems.ts'
import { countAttempt } from '../../accounts/attempts/count-attempt.ts'
import { recordEvent } from '../../audit/record.ts'
import { haltPair } from '../halt-meetings.ts'
import type { ReportConcern } from '../schema.ts'
import { concernPlace } from '../sealed-places.ts'
import { insertConcern } from '../sql.ts'
import {
  findEnrolment,
  findMatch,
  findMeeting,
  findProgrammeOf,
  listPairsOf,
  listPairsOfMeeting,
} from './sql.ts'

/** From where it is reported: the page of a person, a match or a meeting, or by a person themselves. */
export type Origin = { kind: 'enrolment' | 'match' | 'meeting' | 'self'; id: string }

/**
 * Stores a concern, sealed, and has its readers told. Nobody else sees that it exists, and not even who
 * reports it can read it afterwards.
 */
export async function reportConcern(
  ctx: Context,
  origin: Origin,
  { text, matchId, halts }: ReportConcern,
  keys: KeyRing,
): Promise<void> {
  await countAttempt(ctx, [{ key: `concern ${actorName(ctx.actor)}`, most: 10 }])
  await transact(ctx, async (ctx) => {
    const { programme, pairs, ...about } = await readOrigin(ctx, origin)
    const pair = pairs.find((pair) => pair.matchId === matchId)
    if (pair === undefined && matchId !== undefined && matchId !== 'none')
      throw new Problem('invalid-input', { fields: [{ pointer: '/matchId', code: 'choice' }] })
    const { municipality, programmeId } = pair ?? programme
    const halted = halts ? (pair?.matchId ?? about.matchId) : undefined
    if (halts && halted === undefined)
      throw new Problem('invalid-input', { fields: [{ pointer: '/matchId', code: 'required' }] })
    const id = randomUUIDv7()
    await insertConcern(ctx.db, {
      ...about,
      ...(pair !== undefined && { matchId: pair.matchId }),
      municipality,
      programmeId,
      ...reporterOf(ctx),
      id,
      text: keys.seal(text, concernPlace(id)),
      haltedAt: halted === undefined ? null : ctx.now(),
      reportedAt: ctx.now(),
    })
    if (halted !== undefined) await haltPair(ctx, halted)
    await recordEvent(ctx, { action: 'concern-reported', municipality, subjectId: id })
    await ctx.enqueue('concern', id)
  })
}

/** What the form shows of where it is reported from, and the pairs that it may be about. */
export async function readOrigin(ctx: Work, { kind, id }: Origin) {
  if (kind === 'enrolment') {
    const found = await findEnrolment(ctx.db, id)
    if (found === undefined) throw new Problem('not-found')
    const { municipality, programmeId, enrolmentId, personId } = found
    const pairs = await listPairsOf(ctx.db, personId)
    return { programme: { municipality, programmeId }, enrolmentId, pairs }
  }
  if (kind === 'match') {
    const found = await findMatch(ctx.db, id)
    if (found === undefined) throw new Problem('not-found')
    const { municipality, programmeId, matchId } = found
    return { programme: { municipality, programmeId }, matchId, pairs: [found] }
  }
  if (kind === 'meeting') {
    const found = await findMeeting(ctx.db, id)
    if (found === undefined) throw new Problem('not-found')
    const { municipality, programmeId, meetingId } = found
    const pairs = await listPairsOfMeeting(ctx.db, meetingId)
    return { programme: { municipality, programmeId }, meetingId, pairs }
  }
  const programme = await findProgrammeOf(ctx.db, id)
  if (programme === undefined) throw new Problem('not-found')
  return { programme, pairs: await listPairsOf(ctx.db, id) }
}

function reporterOf({ actor }: Work) {
  if (actor.kind === 'person') return { reporterPersonId: actor.id }
  if (actor.kind === 'staff') return { reporterAccountId: actor.id }
  throw new Problem('not-allowed')
}
