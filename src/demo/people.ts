import { RegisterMentee, RegisterMentor } from '../features/people/schema.ts'
import type { Topic } from '../features/people/topics.ts'

/** Invented people for the demo; any likeness to real persons is chance. */

type Level = RegisterMentor['languages'][number]['level']
type Hours = RegisterMentor['hours']

function speaks(tag: string, level: Level) {
  const isLiterate = level === 'native' || level === 'B2' || level === 'C1'
  return { tag, level, reads: isLiterate, writes: isLiterate, canInterpret: false }
}

const parts = {
  morning: ['09:00', '12:00'],
  afternoon: ['12:00', '17:00'],
  evening: ['17:00', '21:00'],
} as const

/** `'2-evening'` is Tuesday from five to nine. */
function hours(...choices: `${1 | 2 | 3 | 4 | 5 | 6 | 7}-${keyof typeof parts}`[]): Hours {
  return choices.map((choice) => {
    const [day, part] = choice.split('-') as [string, keyof typeof parts]
    const [from, to] = parts[part]
    return { day: Number(day), from, to }
  })
}

export const odenseMentors: RegisterMentor[] = [
  mentor(
    'Mette Holm',
    'woman',
    1968,
    ['dansk', 'skrive_fortaelling', 'borger_dk'],
    ['2-evening', '4-evening', '6-morning'],
    [['en', 'C1']],
  ),
  mentor(
    'Søren Bak',
    'man',
    1957,
    ['dansk', 'it', 'transport'],
    ['1-morning', '2-evening', '3-morning'],
    [
      ['en', 'B2'],
      ['de', 'B2'],
    ],
  ),
  mentor(
    'Lone Vestergaard',
    'woman',
    1975,
    ['skrive_fortaelling', 'job', 'netvaerk'],
    ['2-evening', '3-evening', '7-afternoon'],
    [
      ['en', 'C1'],
      ['fr', 'B2'],
    ],
  ),
  mentor(
    'Jonas Friis',
    'man',
    1990,
    ['dansk', 'lektier', 'uddannelse', 'skrive_fortaelling'],
    ['2-evening', '4-evening', '6-afternoon'],
    [
      ['en', 'C2'],
      ['ar', 'B1'],
    ],
  ),
  mentor(
    'Birgit Lund',
    'woman',
    1952,
    ['dansk', 'boern', 'netvaerk'],
    ['2-evening', '3-morning', '5-morning'],
    [['en', 'B2']],
  ),
  mentor('Kasper Toft', 'man', 1985, ['fritid'], ['7-morning'], [['en', 'C1']]),
  mentor('Hanne Krogh', 'woman', 1961, ['sundhed'], ['1-morning'], []),
]

/** The five who take part: four men and one woman. */
export const odenseMentees: RegisterMentee[] = [
  mentee(
    'Yousef Haddad',
    'man',
    1988,
    'ar',
    'A2',
    ['dansk', 'skrive_fortaelling'],
    ['2-evening', '4-evening'],
  ),
  mentee(
    'Amal Darwish',
    'woman',
    1993,
    'ar',
    'B1',
    ['skrive_fortaelling', 'job'],
    ['2-evening', '3-evening', '7-afternoon'],
  ),
  mentee(
    'Tesfay Kidane',
    'man',
    1996,
    'ti',
    'A2',
    ['dansk', 'lektier', 'skrive_fortaelling'],
    ['2-evening', '6-afternoon'],
  ),
  mentee(
    'Omar Nasser',
    'man',
    1979,
    'ar',
    'A2',
    ['dansk', 'borger_dk', 'it'],
    ['1-morning', '2-evening', '3-morning'],
  ),
  mentee(
    'Farid Ahmadi',
    'man',
    1990,
    'fa-AF',
    'B1',
    ['dansk', 'netvaerk'],
    ['2-evening', '3-morning', '5-morning'],
  ),
]

/** Contacts who did not take part, and where each stands. */
export const odenseContacts = [
  { name: 'Samir Khalil', sex: 'man', state: 'not_interested', residence: '0440' },
  { name: 'Rahwa Tekle', sex: 'woman', state: 'no_answer', residence: '0461' },
  { name: 'Mahmoud Issa', sex: 'man', state: 'no_answer', residence: '0461' },
  { name: 'Noor Aziz', sex: 'woman', state: 'interested', residence: '0440' },
  { name: 'Dawit Haile', sex: 'man', state: 'not_interested', residence: '0440' },
] as const

function mentor(
  name: string,
  sex: 'woman' | 'man',
  birthYear: number,
  offers: Topic[],
  when: Parameters<typeof hours>,
  languages: [string, Level][],
): RegisterMentor {
  return RegisterMentor.parse({
    name,
    email: addressOf(name),
    locale: 'da',
    residence: '0461',
    sex,
    birthYear,
    languages: [speaks('da', 'native'), ...languages.map(([tag, level]) => speaks(tag, level))],
    hours: hours(...when),
    offers,
    consent: true,
  })
}

function mentee(
  name: string,
  sex: 'woman' | 'man',
  birthYear: number,
  tag: string,
  danish: Level,
  needs: Topic[],
  when: Parameters<typeof hours>,
): RegisterMentee {
  return RegisterMentee.parse({
    name,
    email: addressOf(name),
    locale: tag === 'ar' ? 'ar' : 'da',
    residence: '0461',
    sex,
    birthYear,
    languages: [speaks(tag, 'native'), speaks('da', danish), speaks('en', 'A2')],
    hours: hours(...when),
    needs: needs.map((topic, at) => ({ topic, importance: at === 0 ? 3 : 2 })),
    wantsDanishPractice: true,
    consent: true,
  })
}

export function addressOf(name: string): string {
  const folded = name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll(/[^a-z ]/g, '')
  return `${folded.replaceAll(' ', '.')}@example.org`
}

/** A pseudo-random sequence from a seed, so that every demo has the same people. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const mentorNames = [
  'Anne Dahl',
  'Peter Møller',
  'Karen Skov',
  'Lars Juul',
  'Inge Poulsen',
  'Ole Riis',
  'Tine Berg',
  'Morten Hald',
  'Susanne Elkjær',
  'Erik Bruun',
  'Pia Winther',
  'Jens Thorup',
  'Gitte Aagaard',
  'Henrik Ravn',
  'Bodil Kjær',
  'Mads Lindholm',
  'Vibeke Storm',
  'Niels Overgaard',
  'Camilla Fink',
  'Torben Beck',
  'Ulla Nygaard',
  'Rasmus Koch',
  'Lise Balle',
  'Flemming Gade',
  'Dorte Hvid',
  'Anders Klit',
  'Jytte Sand',
  'Claus Munk',
  'Merete Due',
  'Bo Falk',
  'Kirsten Ring',
  'Simon Egholm',
  'Ellen Bro',
]
const menteeNames: [string, string][] = [
  ['Olena Kovalenko', 'uk'],
  ['Huda Mansour', 'ar'],
  ['Selam Gebre', 'ti'],
  ['Zahra Rahimi', 'fa-AF'],
  ['Iryna Bondar', 'uk'],
  ['Khaled Saleh', 'ar'],
  ['Abdi Warsame', 'so'],
  ['Gul Noorzai', 'ps'],
  ['Berfin Yildiz', 'ku'],
  ['Oksana Melnyk', 'uk'],
  ['Rania Jaber', 'ar'],
  ['Yonas Abraha', 'ti'],
  ['Mina Sadat', 'fa-AF'],
  ['Taras Shevchuk', 'uk'],
  ['Layla Hamdan', 'ar'],
  ['Hodan Farah', 'so'],
  ['Natalia Lysenko', 'uk'],
  ['Bassam Qasim', 'ar'],
  ['Miriam Tesfa', 'ti'],
  ['Nasrin Karimi', 'fa-AF'],
  ['Andrii Tkachenko', 'uk'],
  ['Salma Othman', 'ar'],
  ['Daher Guled', 'so'],
  ['Wahida Safi', 'ps'],
  ['Rojin Demir', 'ku'],
  ['Kateryna Hrytsenko', 'uk'],
  ['Ibrahim Sabbagh', 'ar'],
  ['Almaz Berhe', 'ti'],
  ['Parwin Azizi', 'fa-AF'],
  ['Viktor Moroz', 'uk'],
  ['Dalia Rifai', 'ar'],
  ['Asha Osman', 'so'],
  ['Hamid Stanekzai', 'ps'],
]
const wanted: Topic[] = [
  'dansk',
  'it',
  'borger_dk',
  'lektier',
  'job',
  'fritid',
  'netvaerk',
  'boern',
]
const times: Parameters<typeof hours>[number][] = [
  '1-evening',
  '2-evening',
  '3-evening',
  '4-evening',
  '3-morning',
  '5-morning',
  '6-morning',
  '6-afternoon',
  '7-afternoon',
]
const danishLevels: Level[] = ['A1', 'A2', 'A2', 'B1']

/** A municipality's volunteers and refugees: `count` of each, the same at every start. */
export function inventPeople(
  residence: string,
  turn: number,
  count: number,
): { mentors: RegisterMentor[]; mentees: RegisterMentee[] } {
  const pick = sequence(1_000 + turn)
  const some = <Item>(items: readonly Item[], how: number): Item[] => [
    ...new Set(Array.from({ length: how }, () => items[pick(items.length)]!)),
  ]
  const mentors = Array.from({ length: count }, (_, at): RegisterMentor => ({
    ...mentor(
      mentorNames[(turn * count + at) % mentorNames.length]!,
      at % 3 === 0 ? 'man' : 'woman',
      1950 + pick(50),
      some(wanted, 4),
      some(times, 4),
      pick(4) === 0
        ? [
            ['en', 'C1'],
            ['uk', 'B2'],
          ]
        : [['en', 'B2']],
    ),
    residence,
    capacity: 1 + (pick(3) === 0 ? 1 : 0),
    acceptsChildren: pick(2) === 0,
  }))
  const mentees = Array.from({ length: count }, (_, at): RegisterMentee => {
    const [name, tag] = menteeNames[(turn * count + at) % menteeNames.length]!
    return {
      ...mentee(
        name,
        at % 2 === 0 ? 'woman' : 'man',
        1960 + pick(45),
        tag,
        danishLevels[pick(danishLevels.length)]!,
        some(wanted, 3),
        some(times, 4),
      ),
      residence,
      childrenAlong: pick(5) === 0,
    }
  })
  return { mentors, mentees }
}
