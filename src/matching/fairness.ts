import { daysBetween, spokenLanguage } from './profile.ts'
import type { Gender, Mentee, ProposeInput } from './types.ts'
import { LEVELS } from './weights.ts'

export type AgeBand = '0-17' | '18-24' | '25-39' | '40-59' | '60+' | 'undisclosed'

/** One group of ready mentees. All figures are null where the group is suppressed. */
export type FairnessGroup = {
  group: string
  mentees: number | null
  matched: number | null
  /** Share matched, 0…1. */
  matchRate: number | null
  /** `matchRate` divided by that of all; null when none was matched. */
  ratioToAll: number | null
  /** Median days waited by the whole group, and by its unmatched. */
  medianWait: number | null
  medianWaitUnmatched: number | null
  /** Share of the group's proposals that a coordinator overrode. */
  overrideRate: number | null
}

export type FairnessAudit = {
  /** Groups with fewer mentees are hidden, and any from which they could be computed. */
  suppressedBelow: number
  all: FairnessGroup
  byGender: readonly FairnessGroup[]
  byAge: readonly FairnessGroup[]
  byLanguage: readonly FairnessGroup[]
}

type Counted = { mentee: Mentee; isMatched: boolean; isOverridden: boolean; wait: number }

/**
 * Match rates and waits of a run by sex, age band and language, for people to review afterwards; nothing
 * here enters a score.
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
 * Hides small groups. While the hidden groups are one alone, or have fewer than `below` mentees together,
 * the total would reveal them, so the next smallest group is hidden as well.
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

/** The mentee's best language other than Danish; of several, the first listed. */
function bestLanguage({ languages }: Mentee): string {
  const [best] = languages
    .map(({ tag, level }) => ({ language: spokenLanguage(tag), level: LEVELS.indexOf(level) }))
    .filter(({ language }) => language !== 'da')
    .sort((a, b) => b.level - a.level)
  return best?.language ?? 'da'
}
