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

/** The kinds that depend on what these mentors speak, offer and like. */
export type Kinds = {
  /** The kind of each language, in which those stand who speak it well enough. */
  languages: ReadonlyMap<string, number>
  topics: ReadonlyMap<string, number>
  interests: ReadonlyMap<string, number>
  /** How many there are in all. */
  count: number
}

/** The kinds of mentors who are seen one after the other: each new word that one of them has is a new kind. */
export function openKinds(settings: Settings) {
  const languages = new Map<string, number>()
  const topics = new Map<string, number>()
  const interests = new Map<string, number>()
  const kinds = { languages, topics, interests, count: FIXED }
  const kindOf = (known: Map<string, number>, word: string): number => {
    const kind = known.get(word)
    if (kind !== undefined) return kind
    known.set(word, kinds.count)
    return kinds.count++
  }

  /** Who speaks the same has the same map: a pool is prepared so. */
  const known = new Map<MentorProfile['languages'], number[]>()
  const kindsOfLanguages = (spoken: MentorProfile['languages']): number[] => {
    let found = known.get(spoken)
    if (found === undefined) {
      found = [...spoken]
        .filter(([language, { level }]) => level >= neededLevel(language, settings))
        .map(([language]) => kindOf(languages, language))
      known.set(spoken, found)
    }
    return found
  }

  /** Calls `set` with every kind in which the mentor stands. */
  const eachKind = (
    { mentor, inPerson, online, languages: spoken }: MentorProfile,
    set: (kind: number) => void,
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
    for (const kind of kindsOfLanguages(spoken)) set(kind)
    for (const topic of mentor.offers) set(kindOf(topics, topic))
    for (const interest of mentor.interests) set(kindOf(interests, interest))
  }
  return { kinds, eachKind }
}

export function prefersSomething({ gender, age }: Wishes): boolean {
  return gender?.strength === 'prefer' || age?.strength === 'prefer'
}
