import type { Alternative } from '../../matching/alternatives.ts'
import type { Change } from '../../matching/changes.ts'
import { municipalityName } from '../../matching/municipalities.ts'
import type { Recruit } from '../../matching/recruit.ts'
import type { SoughtAfter } from '../../matching/sought-after.ts'
import type {
  IsoDate,
  LanguageSkill,
  Mentor,
  Reason,
  ReasonCode,
  Role,
} from '../../matching/types.ts'
import type { WhyNot } from '../../matching/why-not.ts'
import { formatDay, formatList, languageName } from '../format.ts'
import { levelName, type Names, pieceName, topicNames, wholeKm } from '../public/remarks.ts'
import type { MessageKey, Translate } from '../translate.ts'

// What the matching core answers in codes, as sentences for the coordinator's pages, the API and the
// command line.

/** Points as shown to people: 0–100, with one decimal. */
export function pointsOf(ppm: number): number {
  return Math.round(ppm / 1_000) / 10
}

/** Why a pair is infeasible, as a clause without a full stop. */
export function reasonClause(t: Translate, reason: Reason, names: Names): string {
  switch (reason.code) {
    case 'requirement-expiring':
      return t('matching.reason.requirement-expiring', {
        mentor: names.mentor,
        day: dayName(t, reason.metUntil),
      })
    case 'no-place':
      return t('matching.reason.no-place', {
        mentor: names.mentor,
        taken: reason.taken,
        capacity: reason.capacity,
      })
    case 'no-common-language':
      if (reason.nearest === null) return t('matching.reason.no-common-language')
      return t('matching.reason.language-too-low', {
        ...names,
        language: languageName(t.locale, reason.nearest.tag),
        mentorLevel: levelName(t, reason.nearest.mentorLevel),
        menteeLevel: levelName(t, reason.nearest.menteeLevel),
        needed: levelName(t, reason.neededLevel),
      })
    case 'no-common-time':
      if (reason.longestMinutes === 0) return t('matching.reason.no-common-time')
      return t('matching.reason.time-too-short', {
        longest: reason.longestMinutes,
        needed: reason.neededMinutes,
      })
    case 'too-far':
      return t('matching.reason.too-far', { km: wholeKm(reason.km), limit: reason.limitKm })
    case 'away':
      return t('matching.reason.away', { who: names[reason.of], day: dayName(t, reason.until) })
    case 'gender-wish':
    case 'age-wish':
      return t.dynamic(`matching.reason.${reason.code}`, { who: names[reason.wishOf] })
    default:
      return t.dynamic(`matching.reason.${reason.code}`, { ...names })
  }
}

/** Why a person has no proposal, and the smallest change that would give one. */
export function whyNotSentences(
  t: Translate,
  found: WhyNot,
  nameOf: (role: Role, id: string) => string,
): string {
  const name = nameOf(found.role, found.id)
  const own = found.own.map((reason) =>
    sentence(t, reasonClause(t, reason, { mentor: name, mentee: name })),
  )
  const { withInterpreter } = found
  return [
    ...own,
    obstacleSentence(t, found, name),
    ...(withInterpreter > 0
      ? [t('matching.whyNot.withInterpreter', { count: withInterpreter })]
      : []),
    changeSentence(t, found, nameOf),
  ].join(' ')
}

function obstacleSentence(t: Translate, found: WhyNot, name: string): string {
  const { role, why, others, suitable, canTalkWith } = found
  if (why === 'no-one')
    return role === 'mentee' ? t('matching.whyNot.noMentors') : t('matching.whyNot.noMentees')
  if (canTalkWith === 0) return t.dynamic(`matching.whyNot.noTalk.${role}`, { name, others })
  const details = [
    ...(suitable > 0 ? [t.dynamic(suitableKey(found), { count: suitable })] : []),
    ...found.obstaclesAmongThem.map(({ code, count }) =>
      t.dynamic(obstacleKey(code, role), { count }),
    ),
  ]
  return t.dynamic(`matching.whyNot.talk.${role}`, {
    count: canTalkWith,
    name,
    details: formatList(t.locale, details),
  })
}

function suitableKey({ own, role }: WhyNot): MessageKey {
  if (own.length > 0) return 'matching.whyNot.suitsOtherwise'
  return role === 'mentee' ? 'matching.whyNot.neededByOthers' : 'matching.whyNot.haveAnother'
}

function obstacleKey(code: ReasonCode, role: Role): MessageKey {
  return code === 'children' ? `matching.obstacle.children-${role}` : `matching.obstacle.${code}`
}

function changeSentence(
  t: Translate,
  { smallestChange }: WhyNot,
  nameOf: (role: Role, id: string) => string,
): string {
  if (smallestChange === null) return t('matching.change.none')
  const names = {
    mentor: nameOf('mentor', smallestChange.mentor),
    mentee: nameOf('mentee', smallestChange.mentee),
  }
  const changes = smallestChange.changes.map((change) => changeClause(t, change, names))
  return t('matching.change.helps', {
    ...names,
    changes: formatList(t.locale, changes),
  })
}

function changeClause(t: Translate, change: Change, names: Names): string {
  const who = change.of === 'both' ? t('matching.change.both') : names[change.of]
  const key = `matching.change.${change.code}` as const
  switch (change.code) {
    case 'free-hours':
      return t.dynamic(key, { who, piece: pieceName(t, change) })
    case 'be-back':
      return t.dynamic(key, { who, day: dayName(t, change.day) })
    case 'travel-further':
      return t.dynamic(key, { who, km: change.km })
    case 'more-places':
      return t.dynamic(key, { ...names, capacity: change.capacity })
    case 'renew-requirement':
      return t.dynamic(key, { ...names, day: dayName(t, change.until) })
    default:
      return t.dynamic(key, { ...names, who })
  }
}

/** A mentor worth recruiting, and the gain from solving again with such a mentor. */
export function recruitSentences(t: Translate, { profile, gain }: Recruit): string {
  const who = t('matching.recruit.who', {
    municipality: municipalityName(profile.municipality),
    languages: formatList(
      t.locale,
      profile.languages.map((skill) => skillName(t, skill)),
    ),
    pieces: formatList(
      t.locale,
      profile.availability.map((piece) => pieceName(t, piece)),
    ),
    topics: topicNames(t, profile.offers),
  })
  return [who, ...demands(t, profile), gainSentence(t, gain)].join(' ')
}

/** Requirements a mentee insists on, without which the gain would not be reached. */
function demands(t: Translate, { gender, acceptsChildren, meets }: Mentor): string[] {
  return [
    ...(gender === 'woman' || gender === 'man' ? [t(`matching.recruit.${gender}`)] : []),
    ...(acceptsChildren ? [t('matching.recruit.children')] : []),
    ...(meets === 'in-person' ? [] : [t('matching.recruit.online')]),
  ]
}

/** A mentor to ask for one more place, and the gain it would bring. */
export function askForMoreSentences(
  t: Translate,
  { mentor, capacity, gain }: SoughtAfter,
  nameOf: (role: Role, id: string) => string,
): string {
  const asked = t('matching.askForMore', { name: nameOf('mentor', mentor), capacity })
  return `${asked} ${gainSentence(t, gain)}`
}

/** A loss of points is left out when more are matched: the objective ranks pairs first. */
function gainSentence(t: Translate, { matched, total }: Recruit['gain']): string {
  if (total < 0) return t('matching.recruit.gainPairs', { matched })
  return t('matching.recruit.gain', { matched, points: pointsOf(total) })
}

/** A language at native level is named without the level. */
function skillName(t: Translate, { tag, level }: LanguageSkill): string {
  const language = languageName(t.locale, tag)
  if (level === 'native') return language
  return t('matching.recruit.atLeast', { language, level: levelName(t, level) })
}

/** The cost to everyone of choosing this mentor instead. */
export function costSentence(
  t: Translate,
  { cost }: Alternative,
  nameOf: (role: Role, id: string) => string,
): string {
  if (cost.unmatched.length > 0)
    return t('matching.cost.unmatched', {
      count: cost.unmatched.length,
      names: formatList(
        t.locale,
        cost.unmatched.map((id) => nameOf('mentee', id)),
      ),
    })
  if (cost.total <= 0) return t('matching.cost.none')
  return t('matching.cost.points', { points: pointsOf(cost.total) })
}

function sentence(t: Translate, clause: string): string {
  return `${clause.charAt(0).toLocaleUpperCase(t.locale)}${clause.slice(1)}.`
}

/** An ISO day in the reader's format. */
function dayName(t: Translate, day: IsoDate): string {
  return formatDay(t.locale, Temporal.PlainDate.from(day))
}
