import { type Arena, intsIn } from './arena.ts'
import { languageValue, neededLevel } from './languages.ts'
import type { MenteeProfile, MentorProfile } from './profile.ts'
import type { Settings } from './types.ts'

/** What a mentee's languages are worth with each mentor. */
export type LanguageValues = {
  /** Attributes of the languages other than Danish, spoken at the needed level. */
  others: readonly number[]
  /** The attribute of Danish; -1 if spoken below the needed level. */
  danish: number
  /** Offset of the mentee's language terms in the table. */
  from: number
  most: number
  /** Maximum with a mentor who shares no language but Danish. */
  mostDanishOnly: number
}

type Spoken = MenteeProfile['languages']

/**
 * Computed once for mentees with the same languages. Levels are looked up in an array per language, not in
 * the mentors' maps, as the number of comparisons is quadratic in the number of language sets.
 * @param speakers one mentor for each set of languages
 * @param attributes attribute of each language
 */
export function openLanguageValues(
  speakers: readonly MentorProfile[],
  attributes: ReadonlyMap<string, number>,
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
  const practising = new Map<Spoken, LanguageValues>()
  const others = new Map<Spoken, LanguageValues>()
  const values: Int32Array[] = []
  return { of, table }

  function of(profile: MenteeProfile): LanguageValues {
    // Mentees with the same languages share one map; see `profiler`.
    const cache = profile.mentee.wantsDanishPractice ? practising : others
    let found = cache.get(profile.languages)
    if (found === undefined) {
      found = languageValuesOf(profile)
      cache.set(profile.languages, found)
    }
    return found
  }

  /** In ppm, by `from` + `languageSetAt`. */
  function table(arena: Arena): Int32Array {
    const all = intsIn(arena, values.length * speakers.length)
    for (const [at, own] of values.entries()) all.set(own, at * speakers.length)
    return all
  }

  function languageValuesOf({ languages, mentee }: MenteeProfile): LanguageValues {
    const best = new Int8Array(speakers.length).fill(-1)
    const sharesOther = new Uint8Array(speakers.length)
    const others: number[] = []
    let danish = -1
    for (const [language, { level }] of languages) {
      const attribute = attributes.get(language)
      const levels = levelsOf.get(language)
      const needed = neededLevel(language, settings)
      if (attribute === undefined || levels === undefined || level < needed) continue
      if (language === 'da') danish = attribute
      else others.push(attribute)
      for (let at = 0; at < levels.length; at++) {
        if (levels[at] < needed) continue
        best[at] = Math.max(best[at], Math.min(levels[at], level))
        if (language !== 'da') sharesOther[at] = 1
      }
    }
    const own = new Int32Array(speakers.length)
    const languageValues = {
      others,
      danish,
      from: values.length * speakers.length,
      most: 0,
      mostDanishOnly: 0,
    }
    for (let at = 0; at < speakers.length; at++) {
      const value = languageValue(best[at], speakers[at].danish, mentee.wantsDanishPractice)
      own[at] = value
      if (value > languageValues.most) languageValues.most = value
      if (sharesOther[at] === 0 && value > languageValues.mostDanishOnly)
        languageValues.mostDanishOnly = value
    }
    values.push(own)
    return languageValues
  }
}
