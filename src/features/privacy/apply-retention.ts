import { type Context, transact, type Work } from '../../context.ts'
import { forEach } from '../../duties/each.ts'
import { zone } from '../../locales/zone.ts'
import { forgetAudit } from '../audit/forget.ts'
import { countEntriesBefore } from '../audit/count-entries.ts'
import { erasePerson } from './erase.ts'
import { type Rule, rules } from './rules.ts'
import { countExpiredRows, forgetRows, listEnded, listNeverBegun } from './sql.ts'

/** One run of a rule erases at most this many people; the next run continues. */
const mostAtOnce = 5_000

export interface Expired {
  rule: Rule
  count: number
}

/** How much each rule would delete now, within what the actor may see. */
export async function countExpired(ctx: Context): Promise<Expired[]> {
  return transact(ctx, async (ctx) => {
    const found: Expired[] = []
    for (const rule of rules) found.push({ rule, count: await countOf(ctx, rule) })
    return found
  })
}

/** Applies every rule; returns how much each deleted. Where one fails, the others are applied. */
export async function applyRetention(ctx: Context): Promise<Expired[]> {
  const done: Expired[] = []
  await forEach(rules, async (rule) => done.push({ rule, count: await applyRule(ctx, rule) }))
  return done
}

async function countOf(ctx: Work, rule: Rule): Promise<number> {
  const before = endOf(ctx, rule)
  if (rule.by === 'erasing') return (await listEndedBy(ctx, rule, before, null)).length
  if (rule.by === 'record') return countEntriesBefore(ctx, before)
  return countExpiredRows(ctx.db, rule, before)
}

async function applyRule(ctx: Context, rule: Rule): Promise<number> {
  const before = endOf(ctx, rule)
  if (rule.by === 'record') return transact(ctx, (ctx) => forgetAudit(ctx, before))
  if (rule.by === undefined) return transact(ctx, (ctx) => forgetRows(ctx.db, rule, before))
  const ended = await transact(ctx, (ctx) => listEndedBy(ctx, rule, before, mostAtOnce))
  // One transaction per person: a long one would hold locks that others wait for.
  await forEach(ended, (enrolmentId) => erasePerson(ctx, enrolmentId))
  return ended.length
}

function listEndedBy(
  ctx: Work,
  rule: Rule,
  before: Temporal.Instant,
  most: number | null,
): Promise<string[]> {
  return rule.name === 'never-begun'
    ? listNeverBegun(ctx.db, before, most)
    : listEnded(ctx.db, rule.name === 'closed', before, most)
}

function endOf(ctx: Context, rule: Rule): Temporal.Instant {
  return ctx.now().toZonedDateTimeISO(zone).subtract(rule.keeps).toInstant()
}
