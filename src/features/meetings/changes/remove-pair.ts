import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvents } from '../../audit/record.ts'
import { unbook } from '../../places/unbook.ts'
import { announceChange } from '../notices/announce.ts'
import { deleteFromMeeting, raiseSequence } from '../sql.ts'
import { lockToChange } from './lock-to-change.ts'
import type { RemovePair } from './schema.ts'
import { deletePair, listPairs } from './sql.ts'

/**
 * Takes a pair out of a planned meeting of several. Those of the two who have no other pair there are
 * told that it is off for them; nobody else is told. The last pair is not taken out: the meeting is
 * cancelled instead.
 */
export async function removePair(ctx: Context, id: string, command: RemovePair): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { version, matchId } = command
    const meeting = await lockToChange(ctx, id, version)
    const { municipality, startsAt } = meeting
    const before = await listPairs(ctx.db, id)
    if (!before.matchIds.includes(matchId)) throw refused('choice')
    if (before.matchIds.length === 1) throw refused('lastPair')
    await deletePair(ctx.db, id, matchId)
    const after = await listPairs(ctx.db, id)
    const leaving = before.personIds.filter((personId) => !after.personIds.includes(personId))
    await deleteFromMeeting(ctx.db, id, leaving)
    for (const personId of leaving) await unbook(ctx, { meetingId: id }, personId)
    await raiseSequence(ctx.db, id, ctx.now())
    await announceChange(ctx, meeting, leaving, { kind: 'off', times: [startsAt] })
    await recordEvents(
      ctx,
      leaving.map((personId) => ({
        ...({ action: 'meeting-left', municipality, personId, subjectId: id } as const),
      })),
    )
  })
}

function refused(code: 'choice' | 'lastPair'): Problem {
  return new Problem('invalid-input', { fields: [{ pointer: '/matchId', code }] })
}
