import { z } from 'zod'
import { MunicipalityCode, PlainDate } from '../../web/fields.ts'

/** Reports owns no table: it counts what the other features recorded. */

const audiences = ['public', 'internal'] as const
export type Audience = (typeof audiences)[number]

const dialects = ['rfc4180', 'da-excel'] as const
export type Dialect = (typeof dialects)[number]

const period = {
  from: PlainDate.meta({ example: '2026-01-01', description: 'The first day of the period.' }),
  to: PlainDate.meta({
    example: '2027-01-01',
    description: 'The first day after the period, in Danish time.',
  }),
}

const choices = {
  asOf: PlainDate.optional().meta({
    example: '2026-11-23',
    description:
      'Leaves out what was recorded after this day. Today when not given or in the future.',
  }),
  audience: z.enum(audiences, 'choice').optional().meta({
    example: 'public',
    description:
      'public hides numbers that few people stand behind; internal shows all and is for coordinators only.',
  }),
  lang: z.string().optional().meta({ example: 'en', description: 'The language of the names.' }),
}

function isForwards({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }): boolean {
  return Temporal.PlainDate.compare(from, to) < 0
}
const backwards = { path: ['to'], error: 'interval' }

export const MeasureReport = z
  .strictObject({
    municipality: MunicipalityCode.meta({ example: '0461', description: 'Kommunekode.' }),
    ...period,
    ...choices,
  })
  .refine(isForwards, backwards)
export type MeasureReport = z.output<typeof MeasureReport>

export const ExportReport = z
  .strictObject({
    municipality: MunicipalityCode.meta({ example: '0461', description: 'Kommunekode.' }),
    ...period,
    ...choices,
    dialect: z.enum(dialects, 'choice').default('rfc4180').meta({
      example: 'da-excel',
      description: 'da-excel: semicolons, decimal comma and a byte order mark.',
    }),
  })
  .refine(isForwards, backwards)

const Value = z.number().nullable().meta({ description: 'null when hidden or not defined.' })
const Suppressed = z.literal(true).optional().meta({
  description: 'True when the number is hidden because few people stand behind it.',
})
const Ratio = { numerator: Value.optional(), denominator: Value.optional() }

const units = [
  'persons',
  'pairs',
  'meetings',
  'meetings-per-month',
  'agreements',
  'hours',
  'share',
  'days',
] as const

export const CellView = z.object({
  category: z.string().meta({ example: 'woman' }),
  name: z.string().meta({ example: 'Kvinder' }),
  value: Value,
  suppressed: Suppressed,
  ...Ratio,
})
export type CellView = z.output<typeof CellView>

export const IndicatorView = z.object({
  indicator: z.string().meta({ example: 'P3' }),
  measure: z.string().meta({ example: 'contacted' }),
  name: z.string().meta({ example: 'Flygtninge, der er skabt kontakt til' }),
  unit: z.enum(units),
  value: Value,
  suppressed: Suppressed,
  ...Ratio,
  breakdown: z
    .array(z.object({ by: z.string().meta({ example: 'sex' }), cells: z.array(CellView) }))
    .optional(),
})
export type IndicatorView = z.output<typeof IndicatorView>

export const StatisticsView = z
  .object({
    data: z.array(IndicatorView),
    meta: z.object({
      municipality: z.string(),
      from: z.iso.date(),
      to: z.iso.date(),
      asOf: z.iso.date(),
      audience: z.enum(audiences),
      threshold: z.int(),
      definitions: z.record(z.string(), z.string()),
    }),
  })
  .meta({
    example: {
      data: [
        {
          indicator: 'P3',
          measure: 'participating',
          name: 'Flygtninge, der deltager',
          unit: 'persons',
          value: 5,
        },
        {
          indicator: 'P5',
          measure: 'participating',
          name: 'Flygtninge, der deltager, fordelt',
          unit: 'persons',
          value: 5,
          breakdown: [
            {
              by: 'sex',
              cells: [
                { category: 'woman', name: 'Kvinder', value: null, suppressed: true },
                { category: 'man', name: 'Mænd', value: null, suppressed: true },
              ],
            },
          ],
        },
      ],
      meta: {
        municipality: '0461',
        from: '2026-01-01',
        to: '2027-01-01',
        asOf: '2026-11-23',
        audience: 'public',
        threshold: 5,
        definitions: { P3: 'Personer, hvis deltagelse kom i den nævnte tilstand i perioden.' },
      },
    },
  })
export type StatisticsView = z.output<typeof StatisticsView>
