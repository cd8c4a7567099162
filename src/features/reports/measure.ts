import { type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { Problem } from '../../problems.ts'
import { municipalityOf } from '../../web/guard.ts'
import { countFigures, type Figures } from './indicators.ts'
import type { Audience } from './schema.ts'
import { listMunicipalityNames, readFacts } from './sql.ts'
import { type Shown, suppress } from './suppress.ts'

export interface ReportQuery {
  municipality: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  asOf?: Temporal.PlainDate | undefined
  audience: Audience
}

/** One municipality's numbers for a period, as far as they were known on a day. */
export interface Report {
  municipality: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  asOf: Temporal.PlainDate
  audience: Audience
  figures: Figures<Shown>
  names: ReadonlyMap<string, string>
}

/**
 * Counts a municipality's report and suppresses small numbers for the public. Another municipality
 * than the reader's is not found.
 */
export async function measureReport(ctx: Context, query: ReportQuery): Promise<Report> {
  if (query.municipality !== municipalityOf(ctx.actor)) throw new Problem('not-found')
  if (query.audience === 'public') refuseNarrowPeriods(query)
  const now = ctx.now()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const asOf = earlier(query.asOf ?? today, today)
  const before = startOf(asOf.add({ days: 1 }))
  return transact(ctx, async (ctx) => {
    const facts = await readFacts(ctx.db, { municipality: query.municipality, before })
    const figures = countFigures(facts, {
      from: startOf(query.from),
      to: earlierInstant(startOf(query.to), before),
      planned: startOf(query.to),
      now: earlierInstant(now, before),
      year: query.to.subtract({ days: 1 }).year,
    })
    return {
      municipality: query.municipality,
      from: query.from,
      to: query.to,
      asOf,
      audience: query.audience,
      figures: query.audience === 'public' ? suppress(figures) : figures,
      names: await listMunicipalityNames(ctx.db),
    }
  })
}

/**
 * The difference of two periods that differ by a day discloses that day, as does one period at two
 * as-of dates. So the public gets whole months, and no as-of date before the period's end.
 */
function refuseNarrowPeriods({ from, to, asOf }: ReportQuery): void {
  const fields = []
  if (from.day !== 1) fields.push({ pointer: '/from', code: 'wholeMonths' as const })
  if (to.day !== 1) fields.push({ pointer: '/to', code: 'wholeMonths' as const })
  if (asOf !== undefined && Temporal.PlainDate.compare(asOf, to) < 0)
    fields.push({ pointer: '/asOf', code: 'interval' as const })
  if (fields.length > 0) throw new Problem('invalid-input', { fields })
}

/** Midnight in Denmark, also on a day when the clocks change. */
function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant()
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b
}

function earlierInstant(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b
}
