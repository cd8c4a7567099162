import type { Translate } from '../../../locales/translate.ts'
import type { CellProblem } from '../check-rows.ts'

/** "Række 12, kolonne Fødselsår: …", a sentence for each thing that is wrong with a row. */
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
      code === 'choice' && said
        ? t('spreadsheets.notKnown', { said })
        : t.dynamic(`form.error.${code}`, args ?? {})
    return `${t('spreadsheets.cell', { row: row.number, column: named })} ${reason}`
  })
  if (row.repeats !== null)
    sentences.push(t('spreadsheets.repeats', { row: row.number, first: row.repeats }))
  return sentences
}
