import type { EnrolmentState } from '../../../db/types.ts'
import { languageName } from '../../../locales/format.ts'
import { locales } from '../../../locales/locale.ts'
import { commonLanguages, interests, otherLanguages, topics } from '../../people/topics.ts'
import { levels } from '../../people/profile/schema.ts'
import { type Column, fold } from './columns.ts'

// The words of cells and their meanings, in Danish or as our own codes.

type Words<Value> = ReadonlyMap<string, Value>

function words<Value extends string>(
  values: readonly Value[],
  said: Partial<Record<Value, readonly string[]>>,
): Words<Value> {
  const map = new Map<string, Value>(values.map((value) => [fold(value), value]))
  for (const value of values) for (const word of said[value] ?? []) map.set(word, value)
  return map
}

export const roleWords = words(['mentor', 'mentee'], {
  mentor: ['frivillig', 'mentorer'],
  mentee: ['flygtning', 'borger', 'mentees'],
})

export const sexWords = words(['woman', 'man', 'other', 'undisclosed'], {
  woman: ['kvinde', 'k', 'f', 'female', 'dame'],
  man: ['mand', 'm', 'male'],
  other: ['andet', 'anden'],
  undisclosed: ['uoplyst', 'vil ikke oplyse', 'ukendt'],
})

export const channelWords = words(['email', 'phone', 'letter', 'partner'], {
  email: ['e-mail', 'mail'],
  phone: ['telefon', 'tlf', 'sms'],
  letter: ['brev', 'post'],
  partner: ['samarbejdspartner', 'via partner'],
})

export const meetsWords = words(['in-person', 'online', 'either'], {
  'in-person': ['ansigt til ansigt', 'fysisk', 'fysisk møde'],
  either: ['begge dele', 'begge', 'begge dele er fint'],
})

export const levelWords = words(levels, {
  native: ['modersmål', 'flydende'],
  C1: ['meget godt'],
  B2: ['godt', 'god'],
  A2: ['lidt'],
  A0: ['ingen'],
})

export const topicWords = words(topics, {
  dansk: ['øve dansk', 'dansk: tale og øve', 'dansktræning'],
  skrive_fortaelling: ['skrive', 'skrive sin fortælling', 'fortælling'],
  it: ['computer', 'mitid', 'nemid', 'computer og mitid'],
  borger_dk: ['borger.dk', 'breve', 'e-boks', 'breve fra det offentlige'],
  lektier: ['lektiehjælp', 'skole', 'lektier og skole'],
  job: ['arbejde', 'praktik', 'job og praktik'],
  fritid: ['foreninger', 'fritid og foreninger'],
  netvaerk: ['netværk', 'venner', 'netværk og venner'],
  boern: ['børn', 'familie', 'børn og familie'],
  transport: ['cykel', 'cykling', 'cykel og transport'],
})

export const interestWords = words(interests, {
  boeger: ['bøger', 'læsning'],
  film: ['film og serier', 'serier'],
  haandarbejde: ['håndarbejde'],
  have: ['have og planter', 'planter'],
  natur: ['natur og gåture', 'gåture'],
  reparation: ['at reparere ting', 'reparere'],
})

/** States that imported people may have; offers and matches are made here. */
export const importedStates = {
  mentor: [
    'registered',
    'interview_booked',
    'interviewed',
    'selected',
    'rejected',
    'requirements_pending',
    'ready',
    'paused',
    'suspended',
    'left',
  ],
  mentee: [
    'contacted',
    'interested',
    'not_interested',
    'no_answer',
    'registered',
    'screened',
    'ready',
    'paused',
    'left',
  ],
} as const satisfies Record<'mentor' | 'mentee', readonly EnrolmentState[]>

export const stateWords = words(
  [...new Set([...importedStates.mentor, ...importedStates.mentee])],
  {
    contacted: ['kontaktet'],
    interested: ['interesseret'],
    not_interested: ['ikke interesseret', 'takket nej', 'nej tak'],
    no_answer: ['intet svar', 'ikke svaret'],
    registered: ['tilmeldt', 'registreret', 'ny'],
    interview_booked: ['samtale aftalt', 'samtale booket'],
    interviewed: ['samtale holdt', 'interviewet'],
    screened: ['gennemgået', 'screenet'],
    selected: ['udvalgt'],
    rejected: ['afvist'],
    requirements_pending: ['mangler at opfylde krav', 'mangler krav'],
    // People with an offer or a match are registered already, and keep their state.
    ready: ['klar', 'aktiv', 'har et forslag', 'har en makker'],
    paused: ['på pause', 'pause'],
    suspended: ['stillet i bero', 'i bero'],
    left: ['udmeldt', 'stoppet'],
  },
)

const languageTags = [...new Set([...commonLanguages, ...otherLanguages])]
const named = (locale: string) => {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return languageTags.map((tag): [string, string] => [fold(names.of(tag) ?? tag), tag])
}

/** By the Danish, English or own name of a language, or by its tag. */
export const languageWords: Words<string> = new Map([
  ...named('en'),
  ...named('da'),
  ...languageTags.map((tag): [string, string] => [
    fold(new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag),
    tag,
  ]),
  ...languageTags.map((tag): [string, string] => [fold(tag), tag]),
  ['farsi', 'fa'],
  ['dari', 'fa-AF'],
  ['tigrinya', 'ti'],
  ['kurmanji', 'ku'],
  ['engelsk', 'en'],
])

export const localeWords: Words<string> = new Map(
  [...languageWords].filter(([, tag]) => (locales as readonly string[]).includes(tag)),
)

export const consentWords: Words<boolean> = new Map([
  ...['ja', 'j', 'x', 'yes', 'sand', 'true', '1'].map((word): [string, boolean] => [word, true]),
  ...['nej', 'n', 'no', 'falsk', 'false', '0'].map((word): [string, boolean] => [word, false]),
])

/** Abbreviations of the days, from Monday (1). */
export const dayWords = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'] as const

/** Names that an export writes for topics and interests: single words that the import accepts. */
export const topicNames: Readonly<Record<string, string>> = {
  skrive_fortaelling: 'skrive',
  borger_dk: 'borger.dk',
  netvaerk: 'netværk',
  boern: 'børn',
}
export const interestNames: Readonly<Record<string, string>> = {
  boeger: 'bøger',
  haandarbejde: 'håndarbejde',
}

/** The words that a column accepts, as an export writes them. */
export const wordsOfColumn: Partial<Record<Column, readonly string[]>> = {
  role: ['mentor', 'mentee'],
  channel: ['e-mail', 'telefon', 'brev', 'samarbejdspartner'],
  sex: ['kvinde', 'mand', 'andet', 'uoplyst'],
  locale: locales.map((locale) => languageName('da', locale)),
  level: levels.map((level) => (level === 'native' ? 'modersmål' : level)),
  topics: topics.map((topic) => topicNames[topic] ?? topic),
  meets: ['ansigt til ansigt', 'online', 'begge dele'],
  interests: interests.map((interest) => interestNames[interest] ?? interest),
  state: [
    'kontaktet',
    'interesseret',
    'ikke interesseret',
    'intet svar',
    'tilmeldt',
    'samtale aftalt',
    'samtale holdt',
    'gennemgået',
    'udvalgt',
    'afvist',
    'mangler krav',
    'klar',
    'på pause',
    'i bero',
    'udmeldt',
  ],
}
