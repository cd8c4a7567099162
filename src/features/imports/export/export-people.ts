import { type Context, transact } from '../../../context.ts'
import { recordEvent } from '../../audit/record.ts'
import { describePerson, exportHeader } from './describe-people.ts'
import { listPeoplePage } from './sql.ts'

const page = 500

/**
 * Everyone of a municipality as pages of cells, the heading first; recorded before the first person
 * leaves. The next page is read when the one before it has been taken.
 */
export async function exportPeople(
  ctx: Context,
  municipality: string,
): Promise<AsyncGenerator<string[][]>> {
  await transact(ctx, (ctx) => recordEvent(ctx, { action: 'people-exported', municipality }))
  return pages(ctx, municipality)
}

async function* pages(ctx: Context, municipality: string): AsyncGenerator<string[][]> {
  yield [exportHeader]
  for (let after: string | undefined; ;) {
    const people = await transact(ctx, (ctx) => listPeoplePage(ctx.db, municipality, after, page))
    if (people.length === 0) return
    yield people.map(describePerson)
    after = people.at(-1)!.id
  }
}
