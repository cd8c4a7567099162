import { type Remark, remarksOn } from '../../matching/explain.ts'
import type { Level, Part, WeeklyInterval } from '../../matching/types.ts'
import { formatList, formatWeekday, languageName } from '../format.ts'
import { isPublicKey, type PublicTranslate } from '../translate.ts'

// What speaks for and against a pair, as sentences: for the two people themselves and for staff.

/** Names of the two people of a pair, as shown in the text. */
export interface Names {
  mentor: string
  mentee: string
}

/** The arguments behind one part of a score; empty if there are none. */
export function partSentence(t: PublicTranslate, part: Part, names: Names): string {
  const { for: pro, against } = remarksOn({ total: part.points, parts: [part] })
  return [...pro, ...against].map((remark) => remarkSentence(t, remark, names)).join(' ')
}

export function remarkSentence(t: PublicTranslate, remark: Remark, names: Names): string {
  switch (remark.code) {
    case 'topics-all':
    case 'topics-some':
    case 'topics-missing':
      return t.dynamic(`matching.remark.${remark.code}`, {
        ...names,
        topics: topicNames(t, remark.topics),
      })
    case 'topics-unnamed':
    case 'interpreter':
    case 'practice':
    case 'practice-missing':
    case 'interests-unknown':
      return t.dynamic(`matching.remark.${remark.code}`, { ...names })
    case 'talk':
      return t('matching.remark.talk', {
        ...names,
        language: languageName(t.locale, remark.common.tag),
        mentorLevel: levelName(t, remark.common.mentorLevel),
        menteeLevel: levelName(t, remark.common.menteeLevel),
      })
    case 'time':
    case 'time-short':
      if (remark.minutes === 0) return t('matching.remark.time-none')
      return t.dynamic(`matching.remark.${remark.code}`, {
        hours: t('matching.hours', { hours: remark.minutes / 60 }),
        pieces: formatList(
          t.locale,
          remark.pieces.map((piece) => pieceName(t, piece)),
        ),
      })
    case 'waiting':
      return t('matching.remark.waiting', { mentee: names.mentee, days: remark.days })
    case 'near':
      return remark.km < 1
        ? t('matching.remark.close')
        : t('matching.remark.near', { km: wholeKm(remark.km) })
    case 'far':
    case 'online':
      return t.dynamic(`matching.remark.${remark.code}`, { km: wholeKm(remark.km) })
    case 'interests':
      return t('matching.remark.interests', { interests: topicNames(t, remark.interests) })
    case 'wish-met':
    case 'wish-unmet':
      return t.dynamic(`matching.remark.${remark.code}-${remark.about}`, {
        who: names[remark.wishOf],
      })
  }
}

/** Whole km: distances between municipality centres are not more precise. */
export function wholeKm(km: number): number {
  return Math.round(km)
}

/** Words without a name in the catalogue are shown as they are. */
export function topicNames(t: PublicTranslate, topics: readonly string[]): string {
  const names = topics.map((topic) => {
    const keys = [`topic.in.${topic}`, `topic.${topic}`, `interest.${topic}`]
    const key = keys.find(isPublicKey)
    return key === undefined ? topic.replaceAll(/[_-]/g, ' ') : t.dynamic(key)
  })
  // "Lektier og skole" in a list that ends with "og" could be read as two topics: use commas only.
  if (names.some((name) => name.includes(' ')))
    return names.join(t.direction === 'rtl' ? '، ' : ', ')
  return formatList(t.locale, names)
}

export function levelName(t: PublicTranslate, level: Level): string {
  return level === 'native' ? t('matching.level.native') : level
}

export function pieceName(t: PublicTranslate, { day, from, to }: WeeklyInterval): string {
  return `${formatWeekday(t.locale, day)} ${from}–${to}`
}
