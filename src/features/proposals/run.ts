import { actorName, type Context, transact, type Work } from '../../context.ts'
import { zone } from '../../locales/format.ts'
import { propose } from '../../matching/propose.ts'
import type { ProposalRun, ProposeInput, Settings } from '../../matching/types.ts'
import { DEFAULT_SETTINGS } from '../../matching/weights.ts'
import { moveEnrolment } from '../people/move.ts'
import { menteeOf, mentorOf } from './pool.ts'
import type { RunMatching } from './schema.ts'
import {
  expireOffers,
  insertProposals,
  insertRun,
  listDraftPairs,
  listSpentPairs,
  lockProgramme,
  type PoolRow,
  readPool,
  supersedeDrafts,
} from './sql.ts'

export interface MatchingRun {
  id: string
  run: ProposalRun
  proposalIds: string[]
  /** Which enrolment a person takes part with, by role and person id. */
  enrolments: Map<string, string>
}

/**
 * Proposes the best pairs for everyone who is ready, proved best, as drafts for the coordinator. The
 * pool and the answer are kept, so that every pair can be explained again. Earlier drafts make room;
 * pairs that were rejected, declined or matched are not proposed again. Nobody is written to.
 */
export async function runMatching(
  ctx: Context,
  municipality: string,
  command: RunMatching,
): Promise<MatchingRun> {
  return transact(ctx, async (ctx) => {
    const programme = await lockProgramme(ctx.db, municipality)
    await closeOverdueOffers(ctx, programme.id)
    const earlier = await listDraftPairs(ctx.db, programme.id)
    // First of all: who is being asked this moment is waited for, and then counts as asked.
    await supersedeDrafts(ctx.db, programme.id)
    const rows = await readPool(ctx.db, programme.id)
    const input: ProposeInput = {
      mentors: rows.filter((row) => row.role === 'mentor').map(mentorOf),
      mentees: rows.filter((row) => row.role === 'mentee').map(menteeOf),
      excluded: await listSpentPairs(ctx.db, programme.id),
      locked: [],
      earlier,
      settings: { ...settingsOf(programme.settings), objective: command.objective },
      today: ctx.now().toZonedDateTimeISO(zone).toPlainDate().toString(),
    }
    const run = propose(input)
    const id = await insertRun(ctx.db, {
      municipality,
      programmeId: programme.id,
      startedBy: actorName(ctx.actor),
      startedAt: ctx.now(),
      pool: input,
      result: run,
    })
    const enrolments = enrolmentsOf(rows)
    const proposalIds = await insertProposals(
      ctx.db,
      run.proposals.map((proposal) => ({
        municipality,
        programmeId: programme.id,
        runId: id,
        mentorId: enrolments.get(`mentor:${proposal.mentor}`)!,
        menteeId: enrolments.get(`mentee:${proposal.mentee}`)!,
        score: proposal.points,
        explanation: { parts: proposal.score.parts },
        createdAt: ctx.now(),
      })),
    )
    return { id, run, proposalIds, enrolments }
  })
}

/** An offer nobody answered in time frees both, and the mentee's wait goes on. */
async function closeOverdueOffers(ctx: Work, programmeId: string): Promise<void> {
  for (const { menteeId } of await expireOffers(ctx.db, programmeId, ctx.now()))
    await moveEnrolment(ctx, menteeId, { to: 'ready', reason: 'offer expired' })
}

/** The programme's own settings over the defaults; only what it changed is stored. */
function settingsOf(stored: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...(stored as Partial<Settings>) }
}

function enrolmentsOf(rows: readonly PoolRow[]): Map<string, string> {
  return new Map(rows.map((row) => [`${row.role}:${row.personId}`, row.enrolmentId]))
}
