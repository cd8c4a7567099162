import { expect, test } from 'vitest'
import { checksDueOn, nextCheck } from '../../../src/features/follow-up/checks/planned.ts'
import { FollowUpPlan } from '../../../src/features/programmes/schema.ts'

const plan = FollowUpPlan.parse({})
const day = (text: string) => Temporal.PlainDate.from(text)
const met = {
  metAt: Temporal.Instant.from('2026-01-05T15:00Z'),
  activeOn: day('2026-01-05'),
  resumedOn: null,
}

/** Every check that a pair gets on any of the days, as kind and last day. */
function checksOf(beginnings: Parameters<typeof checksDueOn>[2], first: string, last: string) {
  const found = new Set<string>()
  for (
    let on = day(first);
    Temporal.PlainDate.compare(on, day(last)) <= 0;
    on = on.add({ days: 1 })
  )
    for (const { kind, dueBy } of checksDueOn(on, plan, beginnings)) found.add(`${dueBy} ${kind}`)
  return [...found].sort()
}

test('a pair is contacted within 48 hours, every second week for three months, then monthly; reviewed at six weeks and six months', () => {
  expect(checksOf(met, '2026-01-05', '2026-10-01')).toEqual([
    '2026-01-07 first-contact',
    '2026-01-22 contact',
    '2026-02-05 contact',
    // Six weeks, when a contact would be due as well.
    '2026-02-19 review',
    '2026-03-05 contact',
    '2026-03-19 contact',
    '2026-04-02 contact',
    '2026-05-08 contact',
    '2026-06-08 contact',
    '2026-07-08 decision',
    '2026-08-08 contact',
    '2026-09-08 contact',
  ])
})

test('a check is due three days before its day, and is not made more than a week after its last', () => {
  const on = (text: string) => checksDueOn(day(text), plan, met).map(({ kind }) => kind)
  expect(on('2026-01-15')).toEqual([])
  expect(on('2026-01-16')).toEqual(['contact'])
  expect(on('2026-01-29')).toEqual(['contact'])
  expect(on('2026-01-30')).toEqual(['contact'])
  expect(checksDueOn(day('2026-01-30'), plan, met)[0]!.dueBy.toString()).toBe('2026-02-05')
})

test('a pair that has met and is not active gets the first contact only', () => {
  expect(checksOf({ ...met, activeOn: null }, '2026-01-05', '2026-10-01')).toEqual([
    '2026-01-07 first-contact',
  ])
})

test('what would have been due in a pause rests; the review is due when the pair goes on', () => {
  const checks = checksOf({ ...met, resumedOn: day('2026-03-17') }, '2026-03-17', '2026-04-10')
  expect(checks).toEqual(['2026-03-20 review', '2026-04-02 contact'])
})

test('names the next check after a day', () => {
  expect(nextCheck(day('2026-02-10'), plan, met)).toMatchObject({ kind: 'review' })
  expect(nextCheck(day('2026-07-01'), plan, met)).toMatchObject({ kind: 'decision' })
  expect(nextCheck(day('2027-07-01'), plan, met)).toMatchObject({ kind: 'contact' })
})
