import { languageValue, neededLevel } from './languages.ts'
import type { PeopleIndex } from './people-index.ts'
import type { MenteeProfile } from './profile.ts'

/** What a mentee's languages are worth with every mentor. */
export type Tongues = {
  /** Where the kinds begin of the languages, but Danish, that are spoken well enough. */
  others: readonly number[]
  /** The same of Danish; -1 when it is not spoken well enough. */
  danish: number
  /** The language term by the mentors' languages: `speakers` of the index. */
  values: Int32Array
  most: number
  /** The most with a mentor who shares no language but Danish. */
  mostPlain: number
}

/**
 * Worked out once for mentees who speak the same. The level two share is looked up in a table of
 * speakers by language rather than in their maps: there are as many such pairs as there are ways to
 * speak, squared.
 */
export function tongueValues(index: PeopleIndex): (mentee: number) => Tongues {
  const { pool, speakers, blocks } = index
  const levelsOf = new Map<string, Int8Array>()
  speakers.forEach((mentor, at) => {
    for (const [language, { level }] of mentor.languages) {
      const levels = levelsOf.get(language) ?? new Int8Array(speakers.length).fill(-1)
      levels[at] = level
      levelsOf.set(language, levels)
    }
  })
  type Spoken = MenteeProfile['languages']
  const practising = new Map<Spoken, Tongues>()
  const others = new Map<Spoken, Tongues>()
  const ofMentee: (Tongues | undefined)[] = new Array(pool.mentees.length).fill(undefined)
  return (j) => {
    const asked = ofMentee[j]
    if (asked !== undefined) return asked
    const profile = pool.mentees[j]
    // Who speaks the same has the same map: a pool is prepared so.
    const known = profile.mentee.wantsDanishPractice ? practising : others
    let found = known.get(profile.languages)
    if (found === undefined) {
      found = tonguesOf(profile)
      known.set(profile.languages, found)
    }
    ofMentee[j] = found
    return found
  }

  function tonguesOf({ languages, mentee }: MenteeProfile): Tongues {
    const best = new Int8Array(speakers.length).fill(-1)
    const sharesOther = new Uint8Array(speakers.length)
    const others: number[] = []
    let danish = -1
    for (const [language, { level }] of languages) {
      const kind = index.languages.get(language)
      const levels = levelsOf.get(language)
      const needed = neededLevel(language, pool.context.settings)
      if (kind === undefined || levels === undefined || level < needed) continue
      if (language === 'da') danish = kind * blocks
      else others.push(kind * blocks)
      for (let at = 0; at < levels.length; at++) {
        if (levels[at] < needed) continue
        best[at] = Math.max(best[at], Math.min(levels[at], level))
        if (language !== 'da') sharesOther[at] = 1
      }
    }
    const tongues = {
      others,
      danish,
      values: new Int32Array(speakers.length),
      most: 0,
      mostPlain: 0,
    }
    speakers.forEach((speaker, at) => {
      const value = languageValue(best[at], speaker.danish, mentee.wantsDanishPractice)
      tongues.values[at] = value
      tongues.most = Math.max(tongues.most, value)
      if (sharesOther[at] === 0) tongues.mostPlain = Math.max(tongues.mostPlain, value)
    })
    return tongues
  }
}
