import type { MenteeProfile, MentorProfile } from './profile.ts'
import type { Settings } from './types.ts'
import { CHANNEL_VALUE, INTERPRETER_VALUE, LEVELS, PRACTICE_VALUE } from './weights.ts'

/** A language both speak. `level` is the lower of both, as an index in LEVELS. */
export type Channel = {
  language: string
  mentorTag: string
  mentorLevel: number
  menteeLevel: number
  level: number
  needed: number
}

/**
 * Every language both speak, the best first: those good enough to talk in, then by level, Danish
 * before others, then by tag. Danish needs less than a third language: it carries practice too.
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

/** The level of their best language that is good enough, as an index in LEVELS; -1 for none. */
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
 * The language term as ppm. For one who wants to practise Danish, half of it is the mentor's
 * Danish: a shared mother tongue alone is then not the best match.
 * @param level of their common language, -1 with an interpreter
 */
export function languageValue(level: number, mentorDanish: number, wantsPractice: boolean): number {
  const channel = level < 0 ? INTERPRETER_VALUE : CHANNEL_VALUE[level]
  return wantsPractice ? (channel + PRACTICE_VALUE[mentorDanish]) / 2 : channel
}

export function neededLevel(language: string, settings: Settings): number {
  return LEVELS.indexOf(language === 'da' ? settings.minLevelDanish : settings.minLevelOther)
}
