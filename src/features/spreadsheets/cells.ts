import { fold } from './columns.ts'
import { dayWords, interestWords, languageWords, levelWords, topicWords } from './words.ts'

// A cell's text as the value that the schema of a person takes. What is not understood is handed on
// as it is: the schema then says what is wrong with it.

/** A word by what it means, or the text itself. */
export function meaning<Value>(words: ReadonlyMap<string, Value>, text: string): Value | string {
  return words.get(fold(text)) ?? text
}

/** A number as Danes write it: `2`, `2,0`, `1.985`. */
export function numberOf(text: string): number | string {
  const plain = text.replace(/\s/g, '')
  if (/^\d{1,3}(?:\.\d{3})+$/.test(plain)) return Number(plain.replaceAll('.', ''))
  return /^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(plain) ? Number(plain.replace(',', '.')) : text
}

function items(text: string): string[] {
  const found = text.split(/[,;|/\n]|\s+og\s+/).map((item) => item.trim())
  return [...new Set(found)].filter((item) => item !== '')
}

/** "arabisk (modersmål), dansk B1"; a level of its own column holds where none stands beside. */
export function languagesOf(text: string, level: string | undefined) {
  return items(text).map((item) => {
    const [, name = item, beside] =
      /^(.+?)\s*(?:\(([^)]*)\)|[:\s]\s*([ABC][0-2]))$/i.exec(item)?.filter(Boolean) ?? []
    const said = beside ?? level
    return {
      tag: meaning(languageWords, name),
      // Who writes a language down without more speaks it well enough to be asked.
      level: said === undefined ? 'B2' : (levelWords.get(fold(said)) ?? said),
    }
  })
}

/** "lektier (3), job": how much it matters may stand beside. */
export function topicsOf(text: string): object[] {
  const found = items(text).map((item): [string, object] => {
    const [, name = item, importance] = /^(.+?)\s*\((\d)\)$/.exec(item) ?? []
    const topic = meaning(topicWords, name)
    return [topic, { topic, ...(importance !== undefined && { importance: Number(importance) }) }]
  })
  // "Computer og MitID" says one thing twice.
  return [...new Map(found).values()]
}

export function interestsOf(text: string): string[] {
  return [...new Set(items(text).map((item) => meaning(interestWords, item)))]
}

const interval =
  /^([a-zæøå]{3})[a-zæøå]*\.?\s+(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:[-–]|til)\s*(\d{1,2})(?:[.:](\d{2}))?$/

/** "tirsdag 17-19; ons 16.30-18", and "man-fre 9-15" as five days. */
export function hoursOf(text: string): object[] {
  return text
    .split(/[,;|\n]/)
    .map(fold)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const days = /^([a-zæøå]{3})[a-zæøå]*\.?\s*[-–]\s*([a-zæøå]{3}[a-zæøå]*\.?.*)$/.exec(part)
      const last = oneInterval(days?.[2] ?? part)
      const first = days === null ? last.day : dayOf(days[1]!)
      if (first === undefined || last.day === undefined || first > last.day) return [last]
      return Array.from({ length: last.day - first + 1 }, (_, at) => ({ ...last, day: first + at }))
    })
}

function oneInterval(part: string): { day?: number | undefined; from?: string; to?: string } {
  const [, day, fromHour, fromMinute, toHour, toMinute] = interval.exec(part) ?? []
  if (day === undefined) return {}
  const time = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`
  return { day: dayOf(day), from: time(fromHour!, fromMinute), to: time(toHour!, toMinute) }
}

function dayOf(word: string): number | undefined {
  const at = (dayWords as readonly string[]).indexOf(word)
  return at === -1 ? undefined : at + 1
}
