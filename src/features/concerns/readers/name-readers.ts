import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import { listColleagues } from '../../../db/colleagues.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { readerCount, type NameReaders } from '../schema.ts'
import { listOpenConcerns, listReaders, lockProgramme, replaceReaders } from './sql.ts'

/**
 * Names the two colleagues who read a programme's concerns, in place of the former ones, and has them
 * told of those that are open. Once two are named, only one of them or an administrator names others:
 * no colleague makes themselves a reader.
 */
export async function nameReaders(
  ctx: Context,
  programmeId: string,
  { accountIds }: NameReaders,
): Promise<void> {
  const { actor } = ctx
  // The system: an administrator has no municipality, and no colleague may write who reads.
  await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const by: Work = actingAs(ctx, actor)
    const programme = await lockProgramme(ctx.db, programmeId)
    if (!(await mayName(by, programme))) throw new Problem('not-allowed')
    const { municipality } = programme
    const colleagues = await listColleagues(ctx.db, municipality)
    if (!accountIds.every((id) => colleagues.some((colleague) => colleague.id === id)))
      throw new Problem('invalid-input', { fields: [{ pointer: '/accountIds', code: 'choice' }] })
    await replaceReaders(ctx.db, programme, accountIds, ctx.now())
    for (const id of accountIds)
      await recordEvent(by, { action: 'readers-named', municipality, subjectId: id })
    for (const id of await listOpenConcerns(ctx.db, programmeId)) await ctx.enqueue('concern', id)
  })
}

/** Whether the actor may say who reads the programme's concerns. */
export async function mayName(
  ctx: Work,
  { id, municipality }: { id: string; municipality: string },
): Promise<boolean> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return false
  if (actor.role === 'administrator') return true
  if (actor.municipality !== municipality) return false
  const readers = await listReaders(ctx.db, id)
  return readers.length < readerCount || readers.some((reader) => reader.id === actor.id)
}
