import { formatWeekday, languageName } from '../../../locales/format.ts'
import { translate } from '../../../locales/translate.ts'
import { columns, fold, headings } from '../columns.ts'
import type { listPeoplePage } from './sql.ts'
import { interestNames, languageWords, topicNames } from '../words.ts'

type Row = Awaited<ReturnType<typeof listPeoplePage>>[number]

/** What a person's consent says is more than yes or no; a level stands beside its language. */
const exported = columns.filter((column) => column !== 'consent' && column !== 'level')

/** The headings of an export: the ones we know best when it comes back. */
export const exportHeader = exported.map((column) => {
  const [heading = column] = headings[column]
  return heading[0]!.toUpperCase() + heading.slice(1)
})

/** A person as a row of cells, in the Danish words that the import reads. */
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
    topics: row.topics
      .map(({ topic, importance }) => {
        const name = topicNames[topic] ?? topic
        return row.role === 'mentor' || importance === 2 ? name : `${name} (${importance})`
      })
      .join(', '),
    hours: row.hours
      .map(({ day, starts, ends }) => `${formatWeekday('da', day)} ${clock(starts)}-${clock(ends)}`)
      .join('; '),
    meets: t.dynamic(`people.meets.${row.meets}`),
    furthestDistanceKm: row.furthestDistanceKm,
    interests: row.interests.map((interest) => interestNames[interest] ?? interest).join(', '),
    capacity: row.role === 'mentor' ? row.capacity : null,
    state: t.dynamic(`people.state.${row.state}`),
    partner: row.partnerName,
  }
  return exported.map((column) => String(cells[column] ?? ''))
}

function languageCell({ tag, level }: { tag: string; level: string }): string {
  const name = languageName('da', tag)
  const isKnown = languageWords.get(fold(name)) === tag
  return `${isKnown ? name : tag} (${level === 'native' ? 'modersmål' : level})`
}

/** Without the plus that a spreadsheet takes for a formula: 12 34 56 78, and 0046… from abroad. */
function readablePhone(phone: string | null): string | null {
  const danish = /^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone ?? '')
  return danish === null ? (phone?.replace('+', '00') ?? null) : danish.slice(1).join(' ')
}

function clock(time: string): string {
  return time.slice(0, 5).replace(':', '.')
}
