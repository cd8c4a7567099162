import { type Context, transact } from '../../../context.ts'
import type { Translate } from '../../../locales/translate.ts'
import { describeProblems } from './describe-problems.ts'
import { listRows, readSpreadsheet } from '../sql.ts'

const page = 500

/** The rows of a file with problems, unchanged, with the reasons: to be corrected and uploaded again. */
export async function exportWrongRows(
  ctx: Context,
  id: string,
  t: Translate,
): Promise<AsyncGenerator<string[][]>> {
  const { header } = await transact(ctx, (ctx) => readSpreadsheet(ctx.db, id))
  return pages(ctx, { id, header }, t)
}

async function* pages(
  ctx: Context,
  { id, header }: { id: string; header: string[] },
  t: Translate,
): AsyncGenerator<string[][]> {
  yield [[...header, t('spreadsheets.problem')]]
  for (let after = 0; ;) {
    const rows = await transact(ctx, (ctx) => listRows(ctx.db, id, { after, only: 'wrong' }, page))
    if (rows.length === 0) return
    yield rows.map((row) => [...row.cells, plain(describeProblems(t, header, row).join(' '))])
    after = rows.at(-1)!.number
  }
}

/** Without the characters that isolate text directions, which a file does not need. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}
