import { fold } from './columns.ts'
import {
  dayWords,
  interestWords,
  languageWords,
  levelWords,
  sexWords,
  topicWords,
} from './words.ts'

// Converts a cell's text to the value that the schema of a person takes. Unknown text is passed on
// unchanged: the schema then refuses it.

/** The meaning of a word, or the text itself. */
export function meaning<Value>(words: ReadonlyMap<string, Value>, text: string): Value | string {
  return words.get(fold(text)) ?? text
}

/** A number in Danish notation: `2`, `2,0`, `1.985`. */
export function numberOf(text: string): number | string {
  const plain = text.replace(/\s/g, '')
  if (/^\d{1,3}(?:\.\d{3})+$/.test(plain)) return Number(plain.replaceAll('.', ''))
  return /^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(plain) ? Number(plain.replace(',', '.')) : text
}

function items(text: string): string[] {
  const found = text.split(/[,;|/\n]|\s+og\s+/).map((item) => item.trim())
  return [...new Set(found)].filter((item) => item !== '')
}

export interface Skills {
  level: string | undefined
  reads: string | undefined
  writes: string | undefined
  canInterpret: string | undefined
}

/** "arabisk (modersmål), dansk B1"; the column of levels applies where none is given. */
export function languagesOf(text: string, { level, ...skills }: Skills) {
  const can = Object.entries(skills).flatMap(([skill, text]) =>
    text === undefined ? [] : [[skill, tagsOf(text)] as const],
  )
  return items(text).map((item) => {
    const [, name = item, beside] =
      /^(.+?)\s*(?:\(([^)]*)\)|[:\s]\s*([ABC][0-2]))$/i.exec(item)?.filter(Boolean) ?? []
    const said = beside ?? level
    const tag = meaning(languageWords, name)
    return {
      tag,
      // A language without a level counts as B2.
      level: said === undefined ? 'B2' : (levelWords.get(fold(said)) ?? said),
      ...Object.fromEntries(can.map(([skill, tags]) => [skill, tags.includes(tag)])),
    }
  })
}

/** Languages by name: those that somebody reads, writes or can interpret. "ingen" is none. */
export function tagsOf(text: string): string[] {
  return isNone(text) ? [] : items(text).map((item) => meaning(languageWords, item))
}

function isNone(text: string): boolean {
  return ['ingen', 'intet', '-'].includes(fold(text))
}

/** "lektier (3), job": the importance is optional. */
export function topicsOf(text: string): object[] {
  const found = items(text).map((item): [string, object] => {
    const [, name = item, importance] = /^(.+?)\s*\((\d)\)$/.exec(item) ?? []
    const topic = meaning(topicWords, name)
    return [topic, { topic, ...(importance !== undefined && { importance: Number(importance) }) }]
  })
  // "Computer og MitID" names one topic twice.
  return [...new Map(found).values()]
}

export function interestsOf(text: string): string[] {
  return [...new Set(items(text).map((item) => meaning(interestWords, item)))]
}

const dayParts: Record<string, string> = {
  formiddag: '9-12',
  eftermiddag: '12-17',
  aften: '17-21',
}

const interval =
  /^(?:([a-zæøå]{3})[a-zæøå]*\.?\s+)?(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:[-–]|til)\s*(\d{1,2})(?:[.:](\d{2}))?$/

/**
 * "tirsdag 17-19; ons 16.30-18", "man-fre 9-15" as five days, "fredag formiddag". Hours without a
 * day apply to the days of the column of days.
 */
export function hoursOf(text: string, ownDays: string | undefined): object[] {
  const days = ownDays === undefined ? [] : daysOf(ownDays)
  return text
    .split(/[,;|\n]/)
    .map(fold)
    .filter((part) => part !== '')
    .map((part) =>
      part.replace(/(formiddag|eftermiddag|aften)(?:en)?$/, (word, name) => dayParts[name] ?? word),
    )
    .flatMap((part) => {
      const [, first, rest = part] =
        /^([a-zæøå]{3})[a-zæøå]*\.?\s*[-–]\s*([a-zæøå]{3}[a-zæøå]*\.?.*)$/.exec(part) ?? []
      const last = oneInterval(rest)
      if (last.from !== undefined && last.day === undefined && days.length > 0)
        return days.map((day) => ({ ...last, day }))
      return spread(first, last)
    })
}

type Interval = { day?: number | undefined; from?: string; to?: string }

/** The interval on every day from the first to the last. */
function spread(firstDay: string | undefined, last: Interval): Interval[] {
  const first = firstDay === undefined ? last.day : dayOf(firstDay)
  if (first === undefined || last.day === undefined || first > last.day) return [last]
  return Array.from({ length: last.day - first + 1 }, (_, at) => ({ ...last, day: first + at }))
}

function oneInterval(part: string): Interval {
  const [whole, day, fromHour, fromMinute, toHour, toMinute] = interval.exec(part) ?? []
  if (whole === undefined) return {}
  const time = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`
  return {
    ...(day !== undefined && { day: dayOf(day) }),
    from: time(fromHour!, fromMinute),
    to: time(toHour!, toMinute),
  }
}

/** "mandag og onsdag", "man-fre". */
function daysOf(text: string): number[] {
  return items(text).flatMap((item) => {
    const [first, last = first] = fold(item)
      .split(/\s*[-–]\s*/)
      .map((word) => dayOf(word.slice(0, 3)))
    if (first === undefined || last === undefined || first > last) return [0]
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

function dayOf(word: string): number | undefined {
  const at = (dayWords as readonly string[]).indexOf(word)
  return at === -1 ? undefined : at + 1
}

const oneDay = String.raw`(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})`
const daysAway = new RegExp(`^${oneDay}(?:\\s*(?:[-–]|til)\\s*${oneDay})?$`)

/** "24.12.2026-2.1.2027; 14.2.2027": days of absence. */
export function awayOf(text: string): { from: string; to: string }[] {
  if (isNone(text)) return []
  return text
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, from = part, to = from] = daysAway.exec(part) ?? []
      return { from: isoDay(from), to: isoDay(to) }
    })
}

function isoDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? []
  return day === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A wish, and whether its first word makes it a must: "kun kvinde", "helst 30-50". */
function weighed(text: string): { isMust: boolean; wished: string } {
  const [, weight, wished = ''] = /^(?:(kun|skal være|helst)\s+)?(.*)$/.exec(fold(text)) ?? []
  return { isMust: weight !== undefined && weight !== 'helst', wished }
}

export function wishOf(text: string): object {
  const { isMust, wished } = weighed(text)
  return { sex: meaning(sexWords, wished), isMust }
}

/** "30-50", "fra 30", "30+", "til 50", with or without "år". */
export function ageWishOf(text: string): object | string {
  const { isMust, wished } = weighed(text)
  const plain = wished.replace(/\s*år$/, '')
  const [, from, to] =
    /^(?:fra\s+)?(\d{1,3})\s*(?:[-–]|til)\s*(\d{1,3})$/.exec(plain) ??
    /^(?:fra\s+(?=\d+$)|(?=\d+\s*\+$))(\d{1,3})\s*\+?$/.exec(plain) ??
    []
  const [, until = to] = /^(?:til|højst)\s+(\d{1,3})$/.exec(plain) ?? []
  if (from === undefined && until === undefined) return text
  return {
    ...(from !== undefined && { from: Number(from) }),
    ...(until !== undefined && { to: Number(until) }),
    isMust,
  }
}
