import type { MenteeProfile, MentorProfile } from './profile.ts'
import type { Settings } from './types.ts'
import { CHANNEL_VALUE, INTERPRETER_VALUE, LEVELS, PRACTICE_VALUE } from './weights.ts'

/** A language both speak. Levels are indices in LEVELS; `level` is the lower of both. */
export type Channel = {
  language: string
  mentorTag: string
  mentorLevel: number
  menteeLevel: number
  level: number
  needed: number
}

/**
 * Every language both speak, the best first: those at the needed level, then by level, Danish before
 * others, then by tag.
 */
export function channels(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  settings: Settings,
): Channel[] {
  const found: Channel[] = []
  for (const [language, skill] of mentee.languages) {
    const other = mentor.languages.get(language)
    if (other === undefined) continue
    found.push({
      language,
      mentorTag: other.tag,
      mentorLevel: other.level,
      menteeLevel: skill.level,
      level: Math.min(other.level, skill.level),
      needed: neededLevel(language, settings),
    })
  }
  return found.sort(
    (a, b) =>
      Number(b.level >= b.needed) - Number(a.level >= a.needed) ||
      b.level - a.level ||
      Number(b.language === 'da') - Number(a.language === 'da') ||
      (a.language < b.language ? -1 : 1),
  )
}

/** The level of their best language at the needed level, as an index in LEVELS; -1 for none. */
export function channelLevel(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  settings: Settings,
): number {
  let best = -1
  for (const [language, skill] of mentee.languages) {
    const other = mentor.languages.get(language)
    if (other === undefined) continue
    const level = Math.min(other.level, skill.level)
    if (level > best && level >= neededLevel(language, settings)) best = level
  }
  return best
}

/**
 * The language term in ppm. If the mentee wants Danish practice, half of it is the mentor's Danish.
 * @param level of their common language, -1 with an interpreter
 */
export function languageValue(level: number, mentorDanish: number, wantsPractice: boolean): number {
  const channel = level < 0 ? INTERPRETER_VALUE : CHANNEL_VALUE[level]
  return wantsPractice ? (channel + PRACTICE_VALUE[mentorDanish]) / 2 : channel
}

export function neededLevel(language: string, settings: Settings): number {
  return LEVELS.indexOf(language === 'da' ? settings.minLevelDanish : settings.minLevelOther)
}
