import {
  ageWishOf,
  awayOf,
  hoursOf,
  interestsOf,
  languagesOf,
  meaning,
  numberOf,
  topicsOf,
  wishOf,
} from './cells.ts'
import type { Surroundings } from '../preview/check-rows.ts'
import { type Column, fold } from './columns.ts'
import {
  channelWords,
  consentWords,
  localeWords,
  meetsWords,
  sexWords,
  stateWords,
} from './words.ts'

/** The values of a row for its schema; empty cells are absent. */
export function valuesOf(
  cell: (column: Column) => string | undefined,
  role: 'mentor' | 'mentee',
  about: Surroundings,
) {
  const by = <Value>(column: Column, read: (text: string) => Value) => {
    const text = cell(column)
    return text === undefined ? undefined : read(text)
  }
  const address = { street: cell('street'), postcode: cell('postcode'), town: cell('town') }
  const skills = {
    level: cell('level'),
    reads: cell('reads'),
    writes: cell('writes'),
    canInterpret: cell('interprets'),
  }
  const yesOrNo = (column: Column) => by(column, (text) => meaning(consentWords, text))
  const values = {
    name: cell('name'),
    email: cell('email'),
    phone: cell('phone'),
    channel: by('channel', (text) => meaning(channelWords, text)),
    ...(address.street !== undefined && { address }),
    residence: by('residence', (text) => codeOf(text, about.served)) ?? about.municipality,
    sex: by('sex', (text) => meaning(sexWords, text)),
    birthYear: by('birthYear', numberOf),
    locale: by('locale', (text) => meaning(localeWords, text)),
    languages: by('languages', (text) => languagesOf(text, skills)),
    topics: by('topics', topicsOf),
    hours: by('hours', (text) => hoursOf(text, cell('days'))),
    away: by('away', awayOf),
    meets: by('meets', (text) => meaning(meetsWords, text)),
    furthestDistanceKm: by('furthestDistanceKm', numberOf),
    onlyAtLibrary: yesOrNo('onlyAtLibrary'),
    interests: by('interests', interestsOf),
    capacity: by('capacity', numberOf),
    wish: by('wish', wishOf),
    ageWish: by('ageWish', ageWishOf),
    [role === 'mentor' ? 'acceptsChildren' : 'childrenAlong']: yesOrNo('children'),
    wantsDanishPractice: yesOrNo('wantsDanishPractice'),
    interpreterAcceptable: yesOrNo('interpreterAcceptable'),
    state: by('state', (text) => meaning(stateWords, text)),
    partner: by('partner', (text) => idOf(text, about.partners)),
    consent: yesOrNo('consent'),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** A municipality by its name, or by its code without the leading zero, which spreadsheets remove. */
function codeOf(text: string, served: Surroundings['served']): string {
  if (/^\d{3,4}$/.test(text)) return text.padStart(4, '0')
  const name = fold(text).replace(/ kommune$/, '')
  return served.find((one) => fold(one.name) === name)?.code ?? text
}

function idOf(text: string, partners: Surroundings['partners']): string {
  return partners.find(({ name }) => fold(name) === fold(text))?.id ?? text
}
