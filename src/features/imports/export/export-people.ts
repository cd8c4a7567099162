import { type Context, transact } from '../../../context.ts'
import { recordEvent } from '../../audit/record.ts'
import { describePerson, exportHeader } from './describe-people.ts'
import { listPeoplePage } from './sql.ts'

const page = 500

/**
 * A municipality's people as pages of cells, the headings first. The export is logged before the
 * first page; a page is read when the previous one has been consumed.
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
