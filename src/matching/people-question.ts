import { MINUTES_PER_SLOT, pieceStarts, WORDS } from './availability.ts'
import { menteeObstacles } from './constraints.ts'
import { languageValue, neededLevel } from './languages.ts'
import {
  ACCEPTS_GENDER,
  CHILDREN,
  GENDERS,
  IS_GENDER,
  type PeopleIndex,
  prefersSomething,
  SPAN,
} from './people-index.ts'
import type { MenteeProfile } from './profile.ts'

/** What one mentee asks of the index. Kinds of words are given by where they begin. */
export type Question = {
  profile: MenteeProfile
  insistsOnAge: boolean
  prefers: boolean
  prefersAge: boolean
  /** Where the kind of the sex that is preferred begins; -1 for none. */
  prefersGender: number
  /** Kinds in which a mentor must be. */
  permissions: readonly number[]
  needsGender: number
  isGender: number
  /** Kinds of which a mentor must be in one: languages, and among them those but Danish; hours. */
  languages: readonly number[]
  otherLanguages: readonly number[]
  times: readonly number[]
  busyWords: readonly number[]
  needs: readonly number[]
  importance: readonly number[]
  /** The importance of all of them. */
  total: number
  interests: readonly number[]
  tongues: Tongues
  excluded: ReadonlySet<number> | undefined
  self: number
}

/** The language term by the mentors' languages: `speakers` of the index. */
export type Tongues = {
  values: Int32Array
  most: number
  /** The most with a mentor who shares no language but Danish. */
  mostPlain: number
}

/** Turns mentees into questions; null for one who is not ready. */
export function questions(index: PeopleIndex): (mentee: number) => Question | null {
  const { pool, blocks } = index
  const { settings } = pool.context
  const length = Math.ceil(settings.minCommonMinutes / MINUTES_PER_SLOT)
  const mentorIds = new Map(pool.mentors.map(({ mentor }, i) => [mentor.id, i]))
  const tonguesOf = tongueValues(index)
  return (j) => {
    const profile = pool.mentees[j]
    const { mentee } = profile
    if (menteeObstacles(profile, pool.context).length > 0) return null
    const { gender, age } = mentee.wishes
    const isGender = GENDERS.indexOf(mentee.gender)
    const needsGender = gender?.strength === 'must' ? GENDERS.indexOf(gender.wanted) : -1
    const permissions = [(ACCEPTS_GENDER + isGender) * blocks]
    if (needsGender >= 0) permissions.push((IS_GENDER + needsGender) * blocks)
    if (mentee.childrenAlong) permissions.push(CHILDREN * blocks)
    return {
      profile,
      insistsOnAge: age?.strength === 'must',
      prefers: prefersSomething(mentee.wishes),
      prefersAge: age?.strength === 'prefer',
      prefersGender:
        gender?.strength === 'prefer' ? (IS_GENDER + GENDERS.indexOf(gender.wanted)) * blocks : -1,
      permissions,
      needsGender,
      isGender,
      ...languageKinds(profile, index),
      times: timeKinds(pieceStarts(profile.week, length), index),
      busyWords: busyWords(profile.week),
      ...needKinds(profile, index),
      interests: interestKinds(profile, index),
      tongues: tonguesOf(j),
      excluded: pool.excluded.get(j),
      self: mentorIds.get(mentee.id) ?? -1,
    }
  }
}

/** Languages the mentee speaks well enough; mentors are only in the kind if they do too. */
function languageKinds({ languages }: MenteeProfile, index: PeopleIndex) {
  const found = { languages: [] as number[], otherLanguages: [] as number[] }
  for (const [language, { level }] of languages) {
    const kind = index.languages.get(language)
    if (kind === undefined || level < neededLevel(language, index.pool.context.settings)) continue
    found.languages.push(kind * index.blocks)
    if (language !== 'da') found.otherLanguages.push(kind * index.blocks)
  }
  return found
}

/** Quarters in a row are asked four at a time; the last four may overlap the ones before. */
function timeKinds(starts: readonly number[], { starts: one, spans, blocks }: PeopleIndex) {
  const found: number[] = []
  for (let at = 0; at < starts.length;) {
    let end = at + 1
    while (end < starts.length && starts[end] === starts[end - 1] + 1) end += 1
    if (end - at < SPAN) {
      for (; at < end; at++) found.push((one + starts[at]) * blocks)
    } else {
      for (; end - at > SPAN; at += SPAN) found.push((spans + starts[at]) * blocks)
      found.push((spans + starts[end - SPAN]) * blocks)
      at = end
    }
  }
  return found
}

function busyWords(week: Uint32Array): number[] {
  const busy: number[] = []
  for (let word = 0; word < WORDS; word++) if (week[word] !== 0) busy.push(word)
  return busy
}

function needKinds({ mentee }: MenteeProfile, { topics, blocks }: PeopleIndex) {
  const found = { needs: [] as number[], importance: [] as number[], total: 0 }
  for (const { topic, importance } of mentee.needs) {
    const kind = topics.get(topic)
    if (kind === undefined) continue
    found.needs.push(kind * blocks)
    found.importance.push(importance)
    found.total += importance
  }
  return found
}

function interestKinds(mentee: MenteeProfile, { interests, blocks }: PeopleIndex): number[] {
  const found: number[] = []
  for (const interest of mentee.interests) {
    const kind = interests.get(interest)
    if (kind !== undefined) found.push(kind * blocks)
  }
  return found
}

/**
 * The language term by the mentors' languages, worked out once for mentees who speak the same. The
 * level two share is looked up in a table of speakers by language rather than in their maps: there
 * are as many such pairs as there are ways to speak, squared.
 */
function tongueValues({ pool, speakers }: PeopleIndex): (mentee: number) => Tongues {
  const languages = new Map<string, Int8Array>()
  speakers.forEach((mentor, at) => {
    for (const [language, { level }] of mentor.languages) {
      const levels = languages.get(language) ?? new Int8Array(speakers.length).fill(-1)
      levels[at] = level
      languages.set(language, levels)
    }
  })
  const known = new Map<string, Tongues>()
  const ofMentee: (Tongues | undefined)[] = new Array(pool.mentees.length).fill(undefined)
  return (j) => {
    const asked = ofMentee[j]
    if (asked !== undefined) return asked
    const profile = pool.mentees[j]
    let key = String(profile.mentee.wantsDanishPractice)
    for (const [language, { level }] of profile.languages) key += language + level
    let found = known.get(key)
    if (found === undefined) {
      found = tonguesOf(profile)
      known.set(key, found)
    }
    ofMentee[j] = found
    return found
  }

  function tonguesOf(profile: MenteeProfile): Tongues {
    const best = new Int8Array(speakers.length).fill(-1)
    const sharesOther = new Uint8Array(speakers.length)
    for (const [language, { level }] of profile.languages) {
      const levels = languages.get(language)
      const needed = neededLevel(language, pool.context.settings)
      if (levels === undefined || level < needed) continue
      for (let at = 0; at < levels.length; at++) {
        if (levels[at] < needed) continue
        best[at] = Math.max(best[at], Math.min(levels[at], level))
        if (language !== 'da') sharesOther[at] = 1
      }
    }
    const tongues = { values: new Int32Array(speakers.length), most: 0, mostPlain: 0 }
    speakers.forEach(({ danish }, at) => {
      const value = languageValue(best[at], danish, profile.mentee.wantsDanishPractice)
      tongues.values[at] = value
      tongues.most = Math.max(tongues.most, value)
      if (sharesOther[at] === 0) tongues.mostPlain = Math.max(tongues.mostPlain, value)
    })
    return tongues
  }
}
