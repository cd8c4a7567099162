import { formatChoice } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { CellProblem } from './check-rows.ts'
import type { Column } from '../reading/columns.ts'
import { wordsOfColumn } from '../reading/words.ts'

const languageColumns = new Set<Column>(['languages', 'reads', 'writes', 'interprets'])

/** "Række 12, kolonne Fødselsår: …", a sentence per problem of a row. */
export function describeProblems(
  t: Translate,
  header: readonly string[],
  row: { number: number; cells: readonly string[]; problems: unknown; repeats: number | null },
): string[] {
  const problems = (row.problems ?? []) as CellProblem[]
  const sentences = problems.map(({ at, column, code, args }) => {
    const named = header[at] ?? (column === '' ? '' : t(`spreadsheets.column.${column}`))
    const said = row.cells[at]
    const reason =
      (code === 'choice' || code === 'language') && said
        ? `${t('spreadsheets.notKnown', { said })} ${whatToWrite(t, column)}`
        : t.dynamic(`form.error.${code}`, args ?? {})
    return `${t('spreadsheets.cell', { row: row.number, column: named })} ${reason}`
  })
  if (row.repeats !== null)
    sentences.push(t('spreadsheets.repeats', { row: row.number, first: row.repeats }))
  return sentences
}

/** The words that a column accepts, or where they can be added. */
function whatToWrite(t: Translate, column: Column | ''): string {
  if (column === '') return ''
  const words = wordsOfColumn[column]
  if (words !== undefined)
    return t('spreadsheets.write.words', { words: formatChoice(t.locale, words) })
  if (column === 'partner') return t('spreadsheets.write.partner')
  if (languageColumns.has(column)) return t('spreadsheets.write.language')
  return t('spreadsheets.write.like', { column: t(`spreadsheets.column.${column}`) })
}
