import { daysBetween, spokenLanguage } from './profile.ts'
import type { Gender, Mentee, ProposeInput } from './types.ts'
import { LEVELS } from './weights.ts'

export type AgeBand = '0-17' | '18-24' | '25-39' | '40-59' | '60+' | 'undisclosed'

/** One group of ready mentees. All figures are null together where the group is suppressed. */
export type FairnessGroup = {
  group: string
  mentees: number | null
  matched: number | null
  /** Share matched, 0…1. */
  matchRate: number | null
  /** The same against everyone's: 1 is as often as all. */
  ratioToAll: number | null
  /** Days, of the whole group and of those left without. */
  medianWait: number | null
  medianWaitUnmatched: number | null
  /** Share of the group's proposals that a coordinator overrode. */
  overrideRate: number | null
}

export type FairnessAudit = {
  /** Groups of fewer are not shown, nor what would give them away. */
  suppressedBelow: number
  all: FairnessGroup
  byGender: readonly FairnessGroup[]
  byAge: readonly FairnessGroup[]
  byLanguage: readonly FairnessGroup[]
}

type Counted = { mentee: Mentee; isMatched: boolean; isOverridden: boolean; wait: number }

/**
 * How a run fell out for whom: by sex, age band and language. Nothing here ever enters a score; it
 * is looked at afterwards, by people.
 * @param overridden mentees whose proposal a coordinator replaced or rejected
 */
export function auditFairness(
  input: ProposeInput,
  run: { proposals: readonly { mentee: string }[] },
  {
    overridden = [],
    suppressBelow = 5,
  }: { overridden?: readonly string[]; suppressBelow?: number },
): FairnessAudit {
  const matched = new Set(run.proposals.map(({ mentee }) => mentee))
  const changed = new Set(overridden)
  const ready = input.mentees.filter(
    ({ readySince }) => readySince !== null && readySince <= input.today,
  )
  const counted = ready.map((mentee) => ({
    mentee,
    isMatched: matched.has(mentee.id),
    isOverridden: changed.has(mentee.id),
    wait: daysBetween(mentee.readySince!, input.today),
  }))
  const all = figures('all', counted, rateOf(counted))
  const by = (groupOf: (mentee: Mentee) => string) => {
    const groups = Map.groupBy(counted, ({ mentee }) => groupOf(mentee))
    const shown = [...groups]
      .map(([group, members]) => figures(group, members, rateOf(counted)))
      .sort((a, b) => (a.group < b.group ? -1 : 1))
    return suppress(shown, suppressBelow)
  }
  const year = Number(input.today.slice(0, 4))
  return {
    suppressedBelow: suppressBelow,
    all: counted.length < suppressBelow ? hidden(all) : all,
    byGender: by(({ gender }): Gender => gender),
    byAge: by(({ birthYear }) => ageBand(birthYear, year)),
    byLanguage: by(bestLanguage),
  }
}

function figures(group: string, members: readonly Counted[], rateOfAll: number): FairnessGroup {
  const matched = members.filter(({ isMatched }) => isMatched)
  const rate = rateOf(members)
  return {
    group,
    mentees: members.length,
    matched: matched.length,
    matchRate: rate,
    ratioToAll: rateOfAll === 0 ? null : rate / rateOfAll,
    medianWait: median(members),
    medianWaitUnmatched: median(members.filter(({ isMatched }) => !isMatched)),
    overrideRate:
      matched.length === 0
        ? null
        : matched.filter(({ isOverridden }) => isOverridden).length / matched.length,
  }
}

function rateOf(members: readonly Counted[]): number {
  const matched = members.filter(({ isMatched }) => isMatched).length
  return members.length === 0 ? 0 : matched / members.length
}

function median(members: readonly Counted[]): number | null {
  if (members.length === 0) return null
  const waits = members.map(({ wait }) => wait).sort((a, b) => a - b)
  const middle = waits.length / 2
  return Number.isInteger(middle)
    ? (waits[middle - 1] + waits[middle]) / 2
    : waits[Math.floor(middle)]
}

/**
 * Small groups are hidden; and where hiding some leaves so few people hidden together that taking
 * the rest from the total would show them, the smallest further groups are hidden too.
 */
function suppress(groups: readonly FairnessGroup[], below: number): FairnessGroup[] {
  const isHidden = new Set(groups.filter(({ mentees }) => mentees! < below))
  const hiddenCount = () => [...isHidden].reduce((sum, { mentees }) => sum + mentees!, 0)
  while (isHidden.size > 0 && (isHidden.size === 1 || hiddenCount() < below)) {
    const [next] = groups
      .filter((group) => !isHidden.has(group))
      .sort((a, b) => a.mentees! - b.mentees! || (a.group < b.group ? -1 : 1))
    if (next === undefined) break
    isHidden.add(next)
  }
  return groups.map((group) => (isHidden.has(group) ? hidden(group) : group))
}

function hidden({ group }: FairnessGroup): FairnessGroup {
  return {
    group,
    mentees: null,
    matched: null,
    matchRate: null,
    ratioToAll: null,
    medianWait: null,
    medianWaitUnmatched: null,
    overrideRate: null,
  }
}

export function ageBand(birthYear: number | null, year: number): AgeBand {
  if (birthYear === null) return 'undisclosed'
  const age = year - birthYear
  if (age < 18) return '0-17'
  if (age < 25) return '18-24'
  if (age < 40) return '25-39'
  return age < 60 ? '40-59' : '60+'
}

/** The language the mentee speaks best, Danish aside; the first named of several. */
function bestLanguage({ languages }: Mentee): string {
  const [best] = languages
    .map(({ tag, level }) => ({ language: spokenLanguage(tag), level: LEVELS.indexOf(level) }))
    .filter(({ language }) => language !== 'da')
    .sort((a, b) => b.level - a.level)
  return best?.language ?? 'da'
}
