/**
 * The meanings of a column, in the order of the export. Headings are translations under
 * `spreadsheets.column`.
 */
export const columns = [
  'role',
  'name',
  'email',
  'phone',
  'channel',
  'street',
  'postcode',
  'town',
  'residence',
  'sex',
  'birthYear',
  'locale',
  'languages',
  'level',
  'reads',
  'writes',
  'interprets',
  'topics',
  'hours',
  'days',
  'away',
  'meets',
  'furthestDistanceKm',
  'onlyAtLibrary',
  'interests',
  'capacity',
  'wish',
  'ageWish',
  'children',
  'wantsDanishPractice',
  'interpreterAcceptable',
  'state',
  'partner',
  'consent',
] as const
export type Column = (typeof columns)[number]

export function isColumn(name: string): name is Column {
  return (columns as readonly string[]).includes(name)
}

/** Headings of municipalities, folded; the first of each is the one that exports have. */
export const headings: Record<Column, readonly string[]> = {
  role: ['rolle', 'role', 'type'],
  name: ['navn', 'fulde navn', 'for- og efternavn', 'name', 'frivillig', 'borger'],
  email: ['e-mail', 'email', 'mail', 'e-mailadresse', 'mailadresse', 'e-post'],
  phone: ['telefon', 'tlf', 'tlf.', 'telefonnummer', 'mobil', 'mobilnummer', 'tlf.nr.', 'phone'],
  channel: ['kontaktes via', 'kontaktform', 'kanal', 'channel'],
  street: ['adresse', 'vej', 'gade', 'vejnavn', 'street', 'address'],
  postcode: ['postnummer', 'postnr', 'postnr.', 'postcode'],
  town: ['by', 'bynavn', 'postdistrikt', 'town', 'city'],
  residence: ['kommune', 'bopælskommune', 'kommunekode', 'bopæl', 'municipality'],
  sex: ['køn', 'sex', 'gender'],
  birthYear: ['fødselsår', 'født', 'årgang', 'birth year', 'year of birth'],
  locale: ['brevsprog', 'skriver vi på', 'sprog i breve', 'locale'],
  languages: ['sprog', 'taler', 'modersmål', 'languages', 'language'],
  level: ['niveau', 'sprogniveau', 'level'],
  reads: ['læser', 'kan læse', 'reads'],
  writes: ['skriver', 'kan skrive', 'writes'],
  interprets: ['kan tolke', 'tolker', 'can interpret'],
  topics: [
    'tilbud/behov',
    'tilbud',
    'behov',
    'emner',
    'kan hjælpe med',
    'ønsker hjælp til',
    'topics',
  ],
  hours: ['tider', 'tid', 'tidspunkter', 'kan mødes', 'hours', 'availability'],
  days: ['dage', 'ugedage', 'dag', 'days'],
  away: ['fravær', 'ferie', 'bortrejst', 'kan ikke', 'away'],
  meets: ['mødes', 'mødeform', 'meets'],
  furthestDistanceKm: ['længst væk (km)', 'afstand', 'afstand (km)', 'km', 'distance'],
  onlyAtLibrary: ['kun på biblioteket', 'kun biblioteket', 'only at the library'],
  interests: ['interesser', 'interesse', 'interests'],
  capacity: ['kapacitet', 'antal', 'antal pladser', 'pladser', 'capacity'],
  wish: ['ønsket køn', 'ønsker køn', 'ønske om køn', 'wished gender'],
  ageWish: ['ønsket alder', 'ønsker alder', 'ønske om alder', 'wished age'],
  children: ['børn med', 'børn må komme med', 'medbringer børn', 'children along'],
  wantsDanishPractice: ['vil øve dansk', 'øve dansk', 'wants danish practice'],
  interpreterAcceptable: ['tolk er i orden', 'tolk', 'må have tolk', 'interpreter acceptable'],
  state: ['status', 'tilstand', 'state'],
  partner: ['kontaktet via', 'henvist af', 'samarbejdspartner', 'kilde', 'partner'],
  consent: ['samtykke', 'consent'],
}

/** Normalises a heading or word: case, spaces and composed characters do not matter. */
export function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}

/** Guesses the meaning of each heading: an exact match, else a common prefix; each meaning once. */
export function guessColumns(header: readonly string[]): (Column | '')[] {
  const taken = new Set<Column>()
  const guess = (fits: (heading: string, known: string) => boolean) => (heading: string) => {
    const found = columns.find(
      (column) =>
        !taken.has(column) && headings[column].some((known) => fits(fold(heading), known)),
    )
    if (found !== undefined) taken.add(found)
    return found ?? ''
  }
  const exact = header.map(guess((heading, known) => heading === known))
  const loose = guess((heading, known) => known.length > 3 && heading.startsWith(known))
  return header.map((heading, at) => exact[at] || loose(heading))
}
