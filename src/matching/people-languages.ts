import { type Arena, intsIn } from './arena.ts'
import { languageValue, neededLevel } from './languages.ts'
import type { MenteeProfile, MentorProfile } from './profile.ts'
import type { Settings } from './types.ts'

/** What a mentee's languages are worth with every mentor. */
export type Tongues = {
  /** Kinds of the languages, but Danish, that are spoken well enough. */
  others: readonly number[]
  /** The same of Danish; -1 when it is not spoken well enough. */
  danish: number
  /** Where in the table of values the language terms begin, by `tongueAt`. */
  from: number
  most: number
  /** The most with a mentor who shares no language but Danish. */
  mostPlain: number
}

type Spoken = MenteeProfile['languages']

/**
 * Worked out once for mentees who speak the same. The level two share is looked up in a table of
 * speakers by language rather than in their maps: there are as many such pairs as there are ways to
 * speak, squared.
 */
export function openTongues(
  speakers: readonly MentorProfile[],
  kinds: ReadonlyMap<string, number>,
  settings: Settings,
) {
  const levelsOf = new Map<string, Int8Array>()
  speakers.forEach((mentor, at) => {
    for (const [language, { level }] of mentor.languages) {
      const levels = levelsOf.get(language) ?? new Int8Array(speakers.length).fill(-1)
      levels[at] = level
      levelsOf.set(language, levels)
    }
  })
  const practising = new Map<Spoken, Tongues>()
  const others = new Map<Spoken, Tongues>()
  const values: Int32Array[] = []
  return { of, table }

  function of(profile: MenteeProfile): Tongues {
    // Who speaks the same has the same map: a pool is prepared so.
    const known = profile.mentee.wantsDanishPractice ? practising : others
    let found = known.get(profile.languages)
    if (found === undefined) {
      found = tonguesOf(profile)
      known.set(profile.languages, found)
    }
    return found
  }

  /** The language terms of all who were asked about, by `from` and `tongueAt`. */
  function table(arena: Arena): Int32Array {
    const all = intsIn(arena, values.length * speakers.length)
    for (const [at, own] of values.entries()) all.set(own, at * speakers.length)
    return all
  }

  function tonguesOf({ languages, mentee }: MenteeProfile): Tongues {
    const best = new Int8Array(speakers.length).fill(-1)
    const sharesOther = new Uint8Array(speakers.length)
    const others: number[] = []
    let danish = -1
    for (const [language, { level }] of languages) {
      const kind = kinds.get(language)
      const levels = levelsOf.get(language)
      const needed = neededLevel(language, settings)
      if (kind === undefined || levels === undefined || level < needed) continue
      if (language === 'da') danish = kind
      else others.push(kind)
      for (let at = 0; at < levels.length; at++) {
        if (levels[at] < needed) continue
        best[at] = Math.max(best[at], Math.min(levels[at], level))
        if (language !== 'da') sharesOther[at] = 1
      }
    }
    const own = new Int32Array(speakers.length)
    const tongues = { others, danish, from: values.length * speakers.length, most: 0, mostPlain: 0 }
    for (let at = 0; at < speakers.length; at++) {
      const value = languageValue(best[at], speakers[at].danish, mentee.wantsDanishPractice)
      own[at] = value
      if (value > tongues.most) tongues.most = value
      if (sharesOther[at] === 0 && value > tongues.mostPlain) tongues.mostPlain = value
    }
    values.push(own)
    return tongues
  }
}
