import { formatWeekday, languageName } from '../../../locales/format.ts'
import { translate } from '../../../locales/translate.ts'
import { columns, fold, headings } from '../reading/columns.ts'
import type { listPeoplePage } from './sql.ts'
import { interestNames, languageWords, topicNames } from '../reading/words.ts'

type Row = Awaited<ReturnType<typeof listPeoplePage>>[number]

/** Consent is more than yes or no; level and days are in the cells of languages and hours. */
const exported = columns.filter(
  (column) => column !== 'consent' && column !== 'level' && column !== 'days',
)

/** The headings of an export: those that the import recognises first. */
export const exportHeader = exported.map((column) => {
  const [heading = column] = headings[column]
  return heading[0]!.toUpperCase() + heading.slice(1)
})

/** A person as a row of cells, in the Danish words that the import accepts. */
export function describePerson(row: Row): string[] {
  const t = translate('da')
  const cells: Record<(typeof exported)[number], string | number | null> = {
    role: t.dynamic(`people.role.${row.role}`),
    name: row.name,
    email: row.email,
    phone: readablePhone(row.phone),
    channel: { email: 'e-mail', phone: 'telefon', letter: 'brev', partner: 'samarbejdspartner' }[
      row.channel
    ],
    street: row.street,
    postcode: row.postcode,
    town: row.town,
    residence: row.residenceName,
    sex: t.dynamic(`people.sex.${row.sex}`),
    birthYear: row.birthYear,
    locale: languageName('da', row.locale),
    languages: row.languages.map(languageCell).join(', '),
    reads: able(row, 'reads'),
    writes: able(row, 'writes'),
    interprets: able(row, 'canInterpret'),
    topics: row.topics
      .map(({ topic, importance }) => {
        const name = topicNames[topic] ?? topic
        return row.role === 'mentor' || importance === 2 ? name : `${name} (${importance})`
      })
      .join(', '),
    hours: row.hours
      .map(({ day, starts, ends }) => `${formatWeekday('da', day)} ${clock(starts)}-${clock(ends)}`)
      .join('; '),
    away: row.away.map(awayCell).join('; '),
    meets: t.dynamic(`people.meets.${row.meets}`),
    furthestDistanceKm: row.furthestDistanceKm,
    onlyAtLibrary: yesOrNo(row.onlyAtLibrary),
    interests: row.interests.map((interest) => interestNames[interest] ?? interest).join(', '),
    capacity: row.role === 'mentor' ? row.capacity : null,
    wish: row.sexWish && weight(row.sexWishIsMust, t.dynamic(`people.sex.${row.sexWish}`)),
    ageWish: ageCell(row),
    children: yesOrNo(row.role === 'mentor' ? row.acceptsChildren : row.childrenAlong),
    wantsDanishPractice: row.role === 'mentor' ? null : yesOrNo(row.wantsDanishPractice),
    interpreterAcceptable: row.role === 'mentor' ? null : yesOrNo(row.interpreterAcceptable),
    state: t.dynamic(`people.state.${row.state}`),
    partner: row.partnerName,
  }
  return exported.map((column) => String(cells[column] ?? ''))
}

function languageCell({ tag, level }: { tag: string; level: string }): string {
  return `${languageWord(tag)} (${level === 'native' ? 'modersmål' : level})`
}

function languageWord(tag: string): string {
  const name = languageName('da', tag)
  return languageWords.get(fold(name)) === tag ? name : tag
}

/** The languages with a skill, or "ingen": an empty cell would change nothing on import. */
function able(row: Row, skill: 'reads' | 'writes' | 'canInterpret'): string {
  if (row.languages.length === 0) return ''
  const tags = row.languages.flatMap((language) => (language[skill] ? [language.tag] : []))
  return tags.length === 0 ? 'ingen' : tags.map(languageWord).join(', ')
}

function yesOrNo(value: boolean): string {
  return value ? 'ja' : 'nej'
}

function weight(isMust: boolean, wished: string): string {
  return `${isMust ? 'kun' : 'helst'} ${wished.toLowerCase()}`
}

function ageCell({ ageWishFrom: from, ageWishTo: to, ageWishIsMust: isMust }: Row): string | null {
  if (from === null && to === null) return null
  if (from === null) return weight(isMust, `til ${to}`)
  return weight(isMust, to === null ? `fra ${from}` : `${from}-${to}`)
}

/** The cell's last day is included; the table's `endsBefore` is the day after. */
function awayCell({ startsOn, endsBefore }: { startsOn: unknown; endsBefore: unknown }): string {
  const first = Temporal.PlainDate.from(String(startsOn))
  const last = Temporal.PlainDate.from(String(endsBefore)).subtract({ days: 1 })
  return first.equals(last) ? danish(first) : `${danish(first)}-${danish(last)}`
}

function danish(day: Temporal.PlainDate): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(day.day)}.${two(day.month)}.${day.year}`
}

/** Without the plus, which starts a formula: 12 34 56 78, and 0046… for other countries. */
function readablePhone(phone: string | null): string | null {
  const danish = /^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone ?? '')
  return danish === null ? (phone?.replace('+', '00') ?? null) : danish.slice(1).join(' ')
}

function clock(time: string): string {
  return time.slice(0, 5).replace(':', '.')
}
