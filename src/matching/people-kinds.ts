import {
  ACCEPTS_GENDER,
  CHILDREN,
  IN_PERSON,
  INSISTS_ON_AGE,
  IS_GENDER,
  ONLINE,
  PREFERS,
  PREFERS_A_GENDER,
  PREFERS_AGE,
  PREFERS_GENDER,
} from './kernel/assembly/constants.ts'
import { neededLevel } from './languages.ts'
import type { MentorProfile } from './profile.ts'
import type { Gender, Settings, Wishes } from './types.ts'

export const GENDERS: readonly Gender[] = ['woman', 'man', 'other', 'undisclosed']

const FIXED = PREFERS_GENDER + GENDERS.length

/** Numbers of the attributes that depend on the mentors: one per language, topic and interest. */
export type Attributes = {
  /** Attribute of each language, set for mentors who speak it at the needed level. */
  languages: ReadonlyMap<string, number>
  topics: ReadonlyMap<string, number>
  interests: ReadonlyMap<string, number>
  /** Number of all attributes, the fixed ones included. */
  count: number
}

/** Numbers attributes while mentors are read: each new language, topic or interest gets the next number. */
export function openAttributes(settings: Settings) {
  const languages = new Map<string, number>()
  const topics = new Map<string, number>()
  const interests = new Map<string, number>()
  const attributes = { languages, topics, interests, count: FIXED }
  const attributeOf = (numbers: Map<string, number>, word: string): number => {
    const attribute = numbers.get(word)
    if (attribute !== undefined) return attribute
    numbers.set(word, attributes.count)
    return attributes.count++
  }

  /** Mentors with the same languages share one map; see `profiler`. */
  const byLanguages = new Map<MentorProfile['languages'], number[]>()
  const languageAttributes = (spoken: MentorProfile['languages']): number[] => {
    let found = byLanguages.get(spoken)
    if (found === undefined) {
      found = [...spoken]
        .filter(([language, { level }]) => level >= neededLevel(language, settings))
        .map(([language]) => attributeOf(languages, language))
      byLanguages.set(spoken, found)
    }
    return found
  }

  /** Calls `set` with every attribute of the mentor. */
  const eachAttribute = (
    { mentor, inPerson, online, languages: spoken }: MentorProfile,
    set: (attribute: number) => void,
  ): void => {
    const { wishes, gender, acceptsChildren } = mentor
    if (inPerson) set(IN_PERSON)
    if (online) set(ONLINE)
    if (acceptsChildren) set(CHILDREN)
    set(IS_GENDER + GENDERS.indexOf(gender))
    for (let at = 0; at < GENDERS.length; at++) {
      if (wishes.gender?.strength !== 'must' || wishes.gender.wanted === GENDERS[at]) {
        set(ACCEPTS_GENDER + at)
      }
    }
    if (wishes.age?.strength === 'must') set(INSISTS_ON_AGE)
    if (wishes.age?.strength === 'prefer') set(PREFERS_AGE)
    if (prefersSomething(wishes)) set(PREFERS)
    if (wishes.gender?.strength === 'prefer') {
      set(PREFERS_A_GENDER)
      set(PREFERS_GENDER + GENDERS.indexOf(wishes.gender.wanted))
    }
    for (const attribute of languageAttributes(spoken)) set(attribute)
    for (const topic of mentor.offers) set(attributeOf(topics, topic))
    for (const interest of mentor.interests) set(attributeOf(interests, interest))
  }
  return { attributes, eachAttribute }
}

export function prefersSomething({ gender, age }: Wishes): boolean {
  return gender?.strength === 'prefer' || age?.strength === 'prefer'
}
