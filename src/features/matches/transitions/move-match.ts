import type { Updateable } from 'kysely'
import { actingAs, actorName, type Context, transact, type Work } from '../../../context.ts'
import { listPersonIds } from '../../../db/parties.ts'
import type {
  GoalsReached,
  MatchEpisode,
  MatchEventKind,
  MatchKind,
  MatchSide,
} from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import type { AuditAction } from '../../audit/schema.ts'
import type { ClosingReason } from '../schema.ts'
import { stateAfter } from './lifecycle.ts'
import {
  insertEpisode,
  insertMatchEvent,
  type LockedMatch,
  lockMatch,
  markMoved,
  updateEpisode,
} from './sql.ts'

export type MatchMove = {
  /** The day it happened, when that is not today. */
  happenedOn?: Temporal.PlainDate | undefined
  /** What the writer saw; a match that has moved since is not moved. */
  version?: number | undefined
  side?: MatchSide | undefined
  reasons?: readonly ClosingReason[]
} & (
  | { kind: 'opened' | 'activated' | 'deactivated' | 'resumed' | 'closing' }
  | { kind: 'paused'; until: Temporal.PlainDate | null }
  | { kind: 'closed'; as: MatchKind; goals: GoalsReached | null }
)

/**
 * Moves a match: writes its state, its episode, the event and the audit record. Refuses a match that
 * has moved since the writer saw it, and an event that cannot happen in its state.
 */
export async function moveMatch(ctx: Context, id: string, move: MatchMove): Promise<void> {
  return transact(ctx, async (ctx) => {
    const match = await lockMatch(ctx.db, id)
    requireVersion(match, move.version)
    const wasActive = match.episode !== undefined && match.episode.activeOn !== null
    const state = stateAfter(move.kind, match.state, wasActive)
    if (state === undefined) throw new Problem('state-conflict', { state: match.state })
    const happenedOn = move.happenedOn ?? ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    const episodeId = await writeEpisode(ctx, match, move, happenedOn)
    await insertMatchEvent(ctx.db, {
      municipality: match.municipality,
      episodeId,
      kind: move.kind,
      happenedOn,
      recordedAt: ctx.now(),
      actor: actorName(ctx.actor),
      side: move.side ?? null,
      reasons: [...(move.reasons ?? [])],
      until: move.kind === 'paused' ? move.until : null,
    })
    const pausedUntil =
      state !== 'paused' ? null : move.kind === 'paused' ? move.until : match.pausedUntil
    await markMoved(ctx.db, id, { state, pausedUntil })
    await recordMove(ctx, match, move.kind)
  })
}

/** Refuses a write of somebody who saw an earlier version, naming the state as it is now. */
export function requireVersion(
  match: { version: number; state: string },
  seen: number | undefined,
): void {
  if (seen !== undefined && seen !== match.version)
    throw new Problem('stale', { state: match.state })
}

async function writeEpisode(
  ctx: Work,
  match: LockedMatch,
  move: MatchMove,
  happenedOn: Temporal.PlainDate,
): Promise<string> {
  const { id: matchId, municipality, episode } = match
  if (move.kind === 'opened' || episode === undefined) {
    const number = (episode?.number ?? 0) + 1
    const opened = { openedOn: happenedOn, openedRecordedAt: ctx.now() }
    return (await insertEpisode(ctx.db, { municipality, matchId, number, ...opened })).id
  }
  await updateEpisode(ctx.db, episode.id, changesOf(move, episode, happenedOn, ctx.now()))
  return episode.id
}

function changesOf(
  move: MatchMove,
  episode: { closingBy: MatchSide | null },
  on: Temporal.PlainDate,
  at: Temporal.Instant,
): Updateable<MatchEpisode> {
  switch (move.kind) {
    case 'activated':
      return { activeOn: on, activeRecordedAt: at }
    case 'deactivated':
      return { activeOn: null, activeRecordedAt: null }
    case 'closing':
      // The first who asked: a second may ask as well, and is an event of their own.
      return episode.closingBy === null
        ? { closingBy: move.side ?? null, closingOn: on, closingRecordedAt: at }
        : {}
    case 'resumed':
      return { closingBy: null, closingOn: null, closingRecordedAt: null }
    case 'closed':
      return {
        closedOn: on,
        closedRecordedAt: at,
        kind: move.as,
        closedBy: move.side ?? null,
        reasons: [...(move.reasons ?? [])],
        goals: move.goals,
      }
    default:
      return {}
  }
}

const actions: Partial<Record<MatchEventKind, AuditAction>> = {
  opened: 'match-opened',
  closed: 'match-closed',
}

/**
 * Records the move about both. A person can read the record about themselves, and must not see what
 * the other asked or answered: theirs names the system then.
 */
async function recordMove(ctx: Work, match: LockedMatch, kind: MatchEventKind): Promise<void> {
  const { id: subjectId, municipality } = match
  const action = actions[kind] ?? 'match-moved'
  for (const personId of await listPersonIds(ctx.db, [match.mentorId, match.menteeId])) {
    const isOther = ctx.actor.kind === 'person' && ctx.actor.id !== personId
    if (isOther && kind === 'closing') continue
    const by = isOther ? actingAs(ctx, { kind: 'system' }) : ctx
    await recordEvent(by, { action, municipality, personId, subjectId })
  }
}
