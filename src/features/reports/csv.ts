import { stringify } from 'csv-stringify/sync'
import type { Dialect, StatisticsView } from './schema.ts'

const columns = [
  'municipality',
  'from',
  'to',
  'asOf',
  'audience',
  'indicator',
  'measure',
  'name',
  'unit',
  'by',
  'category',
  'categoryName',
  'value',
  'numerator',
  'denominator',
  'suppressed',
] as const

/** One line per number. Text that a spreadsheet would run as a formula is escaped. */
export function reportCsv({ data, meta }: StatisticsView, dialect: Dialect): string {
  const { definitions: _, threshold: __, ...where } = meta
  const lines = data.flatMap(({ breakdown = [], ...indicator }) => [
    { ...where, ...indicator },
    ...breakdown.flatMap(({ by, cells }) =>
      cells.map(({ name, ...cell }) => ({
        ...where,
        indicator: indicator.indicator,
        measure: indicator.measure,
        name: indicator.name,
        unit: indicator.unit,
        by,
        categoryName: name,
        ...cell,
      })),
    ),
  ])
  const isDanish = dialect === 'da-excel'
  return stringify(lines, {
    header: true,
    columns: [...columns],
    delimiter: isDanish ? ';' : ',',
    record_delimiter: 'windows',
    bom: isDanish,
    escape_formulas: true,
    cast: {
      number: (value) => (isDanish ? String(value).replace('.', ',') : String(value)),
      boolean: (value) => String(value),
    },
  })
}
