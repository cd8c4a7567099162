import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { changeSite } from './change-site.ts'
import type { SetRooms } from '../schema.ts'
import { insertRooms, listBookedRooms, listRooms, removeRooms, renameRooms } from './sql.ts'

/** Replaces the rooms of a site. Refuses to remove a room that is booked for a coming meeting. */
export async function setRooms(
  ctx: Context,
  siteId: string,
  { version, rooms }: SetRooms,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const site = await changeSite(ctx, siteId, version)
    const current = await listRooms(ctx.db, siteId)
    for (const [at, { id }] of rooms.entries())
      if (id !== undefined && !current.some((room) => room.id === id))
        throw new Problem('invalid-input', {
          fields: [{ pointer: `/rooms/${at}/id`, code: 'choice' }],
        })
    const removed = current.filter(({ id }) => !rooms.some((room) => room.id === id))
    const booked = await listBookedRooms(
      ctx.db,
      removed.map(({ id }) => id),
      ctx.now(),
    )
    if (booked.length > 0)
      throw new Problem('state-conflict', {
        fields: booked.map(({ name }) => ({
          pointer: '/rooms',
          code: 'roomBooked',
          args: { name },
        })),
      })
    await removeRooms(
      ctx.db,
      removed.map(({ id }) => id),
    )
    await renameRooms(
      ctx.db,
      rooms.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }])),
    )
    await insertRooms(
      ctx.db,
      site,
      rooms.filter(({ id }) => id === undefined).map(({ name }) => name),
    )
    const { municipality } = site
    await recordEvent(ctx, { action: 'site-changed', municipality, subjectId: siteId })
  })
}
