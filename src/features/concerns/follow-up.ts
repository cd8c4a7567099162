import { randomUUIDv7 } from 'node:crypto'
import { type Context, transact, type Work } from '../../context.ts'
import type { KeyRing } from '../../db/seal.ts'
import type { ConcernStepKind } from '../../db/types.ts'
import { zone } from '../../locales/zone.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { resolveTasks } from '../tasks/resolve.ts'
import { requireReader } from './read-concern.ts'
import type { FollowUp } from './schema.ts'
import { stepPlace } from './sealed-places.ts'
import { insertStep, lockConcern, markState } from './sql.ts'

const actions = {
  done: 'concern-followed-up',
  authority_notified: 'concern-authority-notified',
  closed: 'concern-closed',
  reopened: 'concern-reopened',
} as const

/**
 * Records what was done about a concern: a step, that the authority was notified, its closing, or its
 * reopening. Refuses a day to come, a step of a closed concern, and reopening an open one.
 */
export async function followUpConcern(
  ctx: Context,
  id: string,
  { kind, text, happenedOn }: FollowUp,
  keys: KeyRing,
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await requireReader(ctx)
    const { municipality, state } = await lockConcern(ctx.db, id)
    if ((kind === 'reopened') !== (state === 'closed'))
      throw new Problem('state-conflict', { state })
    const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    if (Temporal.PlainDate.compare(happenedOn, today) > 0)
      throw new Problem('invalid-input', { fields: [{ pointer: '/happenedOn', code: 'future' }] })
    await recordStep(ctx, { concernId: id, municipality, kind, happenedOn }, { text, keys })
    const isClosed = kind === 'closed'
    const closedAt = isClosed ? ctx.now() : null
    await markState(ctx.db, id, { state: isClosed ? 'closed' : 'followed_up', closedAt })
    if (isClosed) await resolveTasks(ctx, { concernId: id, kinds: ['concern'] })
    await recordEvent(ctx, { action: actions[kind], municipality, subjectId: id })
  })
}

/** Records a step by the actor, with its text sealed. */
export async function recordStep(
  ctx: Work,
  step: {
    concernId: string
    municipality: string
    kind: ConcernStepKind
    happenedOn: Temporal.PlainDate
  },
  said?: { text: string; keys: KeyRing },
): Promise<void> {
  const id = randomUUIDv7()
  const accountId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  const text = said === undefined ? null : said.keys.seal(said.text, stepPlace(id))
  await insertStep(ctx.db, { ...step, id, text, accountId, recordedAt: ctx.now() })
}
