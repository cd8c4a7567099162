import type { Change } from '../matching/changes.ts'
import type { Remark } from '../matching/explain.ts'
import type { Reason, ReasonCode, Role, WeeklyInterval } from '../matching/types.ts'
import type { WhyNot } from '../matching/why-not.ts'

/** The two of a pair, as they are called in the text. */
type Names = { mentor: string; mentee: string }

/** What the command line says of a run, in one language. */
export type Texts = {
  score(ppm: number): string
  remark(remark: Remark, names: Names): string
  reason(reason: Reason, names: Names): string
  whyNot(found: WhyNot): string
  why: string
  against: string
  locked: string
  lockedAgainst: string
  heading: { proposals: string; mentees: string; mentors: string; noProposals: string }
  /** `ready` counts the mentees who could have had a proposal today. */
  summary(figures: { matched: number; ready: number; total: number }): string
}

const TOPICS: Record<string, { da: string; en: string }> = {
  dansk: { da: 'dansk', en: 'Danish' },
  skrive_fortaelling: { da: 'at skrive sin fortælling', en: 'writing their story' },
  it: { da: 'it og MitID', en: 'IT and MitID' },
  borger_dk: { da: 'borger.dk', en: 'borger.dk' },
  lektier: { da: 'lektier', en: 'homework' },
  job: { da: 'job', en: 'finding work' },
  uddannelse: { da: 'uddannelse', en: 'education' },
  fritid: { da: 'fritid', en: 'leisure' },
  netvaerk: { da: 'netværk', en: 'getting to know people' },
  boern: { da: 'børn og skole', en: 'children and school' },
  cykling: { da: 'at cykle', en: 'cycling' },
  football: { da: 'fodbold', en: 'football' },
  cooking: { da: 'madlavning', en: 'cooking' },
  music: { da: 'musik', en: 'music' },
  books: { da: 'bøger', en: 'books' },
  gardening: { da: 'havearbejde', en: 'gardening' },
  cycling: { da: 'cykling', en: 'cycling' },
  handicraft: { da: 'håndarbejde', en: 'handicraft' },
  film: { da: 'film', en: 'film' },
  photography: { da: 'fotografi', en: 'photography' },
  nature: { da: 'natur', en: 'nature' },
  'small-children': { da: 'små børn', en: 'small children' },
  nurse: { da: 'sygepleje', en: 'nursing' },
  teacher: { da: 'undervisning', en: 'teaching' },
  engineer: { da: 'ingeniørfag', en: 'engineering' },
  craftsman: { da: 'håndværk', en: 'a trade' },
  history: { da: 'historie', en: 'history' },
  swimming: { da: 'svømning', en: 'swimming' },
}

type Locale = 'da' | 'en'

/** English as it is written here: no comma before the last of a list. */
const INTL: Record<Locale, string> = { da: 'da', en: 'en-GB' }

/** A word of the programme that we have no name for is shown as it is, without its underscores. */
function word(locale: Locale, key: string): string {
  return TOPICS[key]?.[locale] ?? key.replaceAll(/[_-]/g, ' ')
}

function list(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(INTL[locale]).format(words)
}

function words(locale: Locale, keys: readonly string[]): string {
  return list(
    locale,
    keys.map((key) => word(locale, key)),
  )
}

function language(locale: Locale, tag: string): string {
  return new Intl.DisplayNames(INTL[locale], { type: 'language' }).of(tag) ?? tag
}

function number(locale: Locale, value: number, digits = 0): string {
  const options = { maximumFractionDigits: digits, minimumFractionDigits: 0 }
  return new Intl.NumberFormat(INTL[locale], options).format(value)
}

const DAYS = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** `17:00` is 17 in both languages; `17:30` is 17.30 in Danish. */
function clock(locale: Locale, time: string): string {
  const [hours, minutes] = time.split(':')
  if (minutes === '00') return String(Number(hours))
  return `${Number(hours)}${locale === 'da' ? '.' : ':'}${minutes}`
}

function piece(locale: Locale, { day, from, to }: WeeklyInterval): string {
  return `${DAYS[locale][day - 1]} ${clock(locale, from)}–${clock(locale, to)}`
}

function pieces(locale: Locale, given: readonly WeeklyInterval[]): string {
  return list(
    locale,
    given.map((one) => piece(locale, one)),
  )
}

function hours(locale: Locale, minutes: number): string {
  const value = number(locale, minutes / 60, 2)
  if (locale === 'da') return minutes === 60 ? '1 time' : `${value} timer`
  return minutes === 60 ? '1 hour' : `${value} hours`
}

const score = (locale: Locale) => (ppm: number) => number(locale, ppm / 10_000, 1)

export const ENGLISH: Texts = {
  score: score('en'),
  why: 'Why',
  against: 'But',
  locked: 'fixed beforehand',
  lockedAgainst: 'Fixed although',
  heading: {
    proposals: 'Proposals, the best score first (0–100)',
    mentees: 'Mentees without a proposal',
    mentors: 'Mentors without a proposal',
    noProposals: 'No pair can be proposed.',
  },
  summary: ({ matched, ready, total }) =>
    `${matched} of the ${ready} mentees who are ready ${matched === 1 ? 'has' : 'have'} a proposal. ` +
    `Total score ${number('en', total / 10_000, 1)}, proved to be the best possible.`,
  remark: (remark, { mentor, mentee }) => {
    switch (remark.code) {
      case 'topics-all':
        return `${mentor} can help with all that ${mentee} asks for: ${words('en', remark.topics)}.`
      case 'topics-some':
        return `${mentor} can help with ${words('en', remark.topics)}.`
      case 'topics-missing':
        return `${mentor} cannot help with ${words('en', remark.topics)}.`
      case 'topics-unnamed':
        return `${mentee} has not said what the help should be about.`
      case 'talk':
        return `They can talk in ${language('en', remark.common.tag)} (${mentee}: ${level('en', remark.common.menteeLevel)}, ${mentor}: ${level('en', remark.common.mentorLevel)}).`
      case 'interpreter':
        return 'They need an interpreter.'
      case 'practice':
        return `${mentee} wants to practise Danish, and ${mentor} speaks it well.`
      case 'practice-missing':
        return `${mentee} wants to practise Danish, and ${mentor} has too little to practise with.`
      case 'time':
        return `They share ${hours('en', remark.minutes)} a week: ${pieces('en', remark.pieces)}.`
      case 'time-short':
        if (remark.minutes === 0) return 'They share no hours.'
        return `They share only ${hours('en', remark.minutes)} a week: ${pieces('en', remark.pieces)}.`
      case 'waiting':
        return `${mentee} has waited ${number('en', remark.days)} ${remark.days === 1 ? 'day' : 'days'}.`
      case 'near':
        return remark.km < 1
          ? 'They live close to each other.'
          : `They live ${number('en', remark.km)} km apart.`
      case 'far':
        return `They live ${number('en', remark.km)} km apart.`
      case 'online':
        return `They will meet online; they live ${number('en', remark.km)} km apart.`
      case 'interests':
        return `Both care about ${words('en', remark.interests)}.`
      case 'wish-met':
        return `${remark.wishOf === 'mentor' ? mentor : mentee}'s wish about the other's ${remark.about === 'gender' ? 'sex' : 'age'} is met.`
      case 'wish-unmet':
        return `${remark.wishOf === 'mentor' ? mentor : mentee}'s wish about the other's ${remark.about === 'gender' ? 'sex' : 'age'} is not met.`
    }
  },
  reason: (reason, { mentor, mentee }) => {
    switch (reason.code) {
      case 'not-ready':
        return `${mentee} is not ready yet`
      case 'requirement-missing':
        return `${mentor} lacks a requirement`
      case 'requirement-expiring':
        return `a requirement of ${mentor} runs out on ${reason.metUntil}`
      case 'no-place':
        return `${mentor} has no free place (${reason.taken} of ${reason.capacity} taken)`
      case 'no-common-language':
        return reason.nearest === null
          ? 'they share no language'
          : `their ${language('en', reason.nearest.tag)} is not enough (${mentee}: ${level('en', reason.nearest.menteeLevel)}, ${mentor}: ${level('en', reason.nearest.mentorLevel)}, needed: ${level('en', reason.neededLevel)})`
      case 'no-common-time':
        return reason.longestMinutes === 0
          ? 'they share no hours'
          : `their longest common time is ${reason.longestMinutes} minutes, and ${reason.neededMinutes} are needed`
      case 'too-far':
        return `they live ${number('en', reason.km)} km apart, and the limit is ${number('en', reason.limitKm)} km`
      case 'no-common-way':
        return 'one meets online only and the other in person only'
      case 'children':
        return `${mentee} brings children, and ${mentor} is not cleared for that`
      case 'gender-wish':
        return `${reason.wishOf === 'mentor' ? mentor : mentee} asked for a ${reason.wanted}`
      case 'age-wish':
        return `${reason.wishOf === 'mentor' ? mentor : mentee} asked for another age`
      case 'excluded':
        return 'the pair may not be proposed'
      case 'same-person':
        return 'they are the same person'
    }
  },
  whyNot: (found) => [...obstacleEnglish(found), changeEnglish(found)].join(' '),
}

function sentence(clause: string): string {
  return `${clause[0].toUpperCase()}${clause.slice(1)}.`
}

function level(locale: Locale, given: string): string {
  if (given !== 'native') return given
  return locale === 'da' ? 'modersmål' : 'mother tongue'
}

function obstacleEnglish(found: WhyNot): string[] {
  const { id, role, why, own, others, suitable, canTalkWith } = found
  const said = own.map((reason) => sentence(ENGLISH.reason(reason, { mentor: id, mentee: id })))
  if (why === 'no-one')
    return [...said, role === 'mentee' ? 'There are no mentors.' : 'There are no mentees.']
  const noun = role === 'mentee' ? 'mentor' : 'mentee'
  const all = `${others === 1 ? `the only ${noun}` : `any of the ${others} ${noun}s`}`
  if (canTalkWith === 0) return [...said, `${id} has no common language with ${all}.`]
  const count = (n: number) => `${n} ${noun}${n === 1 ? '' : 's'}`
  const open = suitable > 0 ? [fitsEnglish(found)] : []
  const closed = found.obstaclesAmongThem.map(
    ({ code, count: n }) => `${n} ${obstaclePhraseEnglish(code, n, role)}`,
  )
  const details = [...open, ...closed]
  const talk = `${count(canTalkWith)} can talk with ${id}`
  return [...said, details.length === 0 ? `${talk}.` : `${talk}: ${list('en', details)}.`]
}

function fitsEnglish({ role, suitable, own }: WhyNot): string {
  if (own.length > 0) return `${suitable} would suit otherwise`
  const one = suitable === 1
  return role === 'mentee'
    ? `${suitable} would suit, but ${one ? 'that mentor is' : 'they are'} needed for others`
    : `${suitable} would suit, but ${one ? 'has' : 'have'} another mentor`
}

function obstaclePhraseEnglish(code: ReasonCode, n: number, role: Role): string {
  const one = n === 1
  const phrases: Record<ReasonCode, string> = {
    'same-person': 'is the same person',
    excluded: 'may not be proposed with them',
    'not-ready': one ? 'is not ready yet' : 'are not ready yet',
    'requirement-missing': one ? 'lacks a requirement' : 'lack a requirement',
    'requirement-expiring': one
      ? 'has a requirement that is about to run out'
      : 'have a requirement that is about to run out',
    'no-place': one ? 'has no free place' : 'have no free place',
    children:
      role === 'mentee'
        ? `${one ? 'is' : 'are'} not cleared to meet children`
        : `${one ? 'brings' : 'bring'} children`,
    'gender-wish': `${one ? 'does' : 'do'} not go with a wish about sex`,
    'age-wish': `${one ? 'does' : 'do'} not go with a wish about age`,
    'no-common-language': `${one ? 'speaks' : 'speak'} no common language`,
    'no-common-time': one ? 'has no common hour' : 'have no common hour',
    'no-common-way': `${one ? 'meets' : 'meet'} in another way (online or in person)`,
    'too-far': one ? 'lives too far away' : 'live too far away',
  }
  return phrases[code]
}

function changeEnglish({ role, smallestChange: found }: WhyNot): string {
  if (found === null) return 'No single change was found that would help.'
  const names = { mentor: found.mentor, mentee: found.mentee }
  const changes = found.changes.map((change) => changePhraseEnglish(change, names))
  const then =
    role === 'mentee'
      ? `${found.mentor} could be the mentor`
      : `${found.mentee} could be the mentee`
  return `Smallest change: if ${list('en', changes)}, ${then}, and nobody else would lose theirs.`
}

function changePhraseEnglish(change: Change, { mentor, mentee }: Names): string {
  const who = change.of === 'mentor' ? mentor : change.of === 'mentee' ? mentee : 'both'
  switch (change.code) {
    case 'free-hours':
      return `${who} were free on ${piece('en', change)}`
    case 'travel-further':
      return `${who} accepted a distance of ${change.km} km`
    case 'meet-online':
      return `${who} could meet online`
    case 'be-ready':
      return `${mentee} were ready`
    case 'more-places':
      return `${mentor} took one more (${change.capacity} in all)`
    case 'renew-requirement':
      return `${mentor}'s requirement were renewed until ${change.until} at least`
    case 'meet-requirement':
      return `${mentor}'s missing requirement were met`
    case 'accept-interpreter':
      return `${mentee} accepted an interpreter`
    case 'relax-gender-wish':
      return `${who} gave up the wish about the other's sex`
    case 'relax-age-wish':
      return `${who} gave up the wish about the other's age`
    case 'accept-children':
      return `${mentor} were cleared to meet children`
  }
}

export const DANISH: Texts = {
  score: score('da'),
  why: 'Fordi',
  against: 'Men',
  locked: 'aftalt på forhånd',
  lockedAgainst: 'Aftalt, selv om',
  heading: {
    proposals: 'Forslag, bedste score først (0–100)',
    mentees: 'Mentees uden forslag',
    mentors: 'Mentorer uden forslag',
    noProposals: 'Der er ingen par at foreslå.',
  },
  summary: ({ matched, ready, total }) =>
    `${matched} af de ${ready} mentees, der er klar, har fået et forslag. ` +
    `Samlet score ${number('da', total / 10_000, 1)}, og det er bevist, at ingen anden fordeling er bedre.`,
  remark: (remark, { mentor, mentee }) => {
    switch (remark.code) {
      case 'topics-all':
        return `${mentor} kan hjælpe med alt det, ${mentee} har bedt om: ${words('da', remark.topics)}.`
      case 'topics-some':
        return `${mentor} kan hjælpe med ${words('da', remark.topics)}.`
      case 'topics-missing':
        return `${mentor} kan ikke hjælpe med ${words('da', remark.topics)}.`
      case 'topics-unnamed':
        return `${mentee} har ikke sagt, hvad hjælpen skal handle om.`
      case 'talk':
        return `De kan tale ${language('da', remark.common.tag)} sammen (${mentee}: ${level('da', remark.common.menteeLevel)}, ${mentor}: ${level('da', remark.common.mentorLevel)}).`
      case 'interpreter':
        return 'De har brug for en tolk.'
      case 'practice':
        return `${mentee} vil gerne øve dansk, og ${mentor} taler det godt.`
      case 'practice-missing':
        return `${mentee} vil gerne øve dansk, og det kan ${mentor} for lidt af.`
      case 'time':
        return `De har ${hours('da', remark.minutes)} til fælles om ugen: ${pieces('da', remark.pieces)}.`
      case 'time-short':
        if (remark.minutes === 0) return 'De har ingen tid til fælles.'
        return `De har kun ${hours('da', remark.minutes)} til fælles om ugen: ${pieces('da', remark.pieces)}.`
      case 'waiting':
        return `${mentee} har ventet i ${number('da', remark.days)} ${remark.days === 1 ? 'dag' : 'dage'}.`
      case 'near':
        return remark.km < 1
          ? 'De bor tæt på hinanden.'
          : `De bor ${number('da', remark.km)} km fra hinanden.`
      case 'far':
        return `De bor ${number('da', remark.km)} km fra hinanden.`
      case 'online':
        return `De må mødes online; de bor ${number('da', remark.km)} km fra hinanden.`
      case 'interests':
        return `De er begge optaget af ${words('da', remark.interests)}.`
      case 'wish-met':
        return `Ønsket fra ${remark.wishOf === 'mentor' ? mentor : mentee} om den andens ${remark.about === 'gender' ? 'køn' : 'alder'} er opfyldt.`
      case 'wish-unmet':
        return `Ønsket fra ${remark.wishOf === 'mentor' ? mentor : mentee} om den andens ${remark.about === 'gender' ? 'køn' : 'alder'} er ikke opfyldt.`
    }
  },
  reason: (reason, { mentor, mentee }) => {
    switch (reason.code) {
      case 'not-ready':
        return `${mentee} er ikke klar endnu`
      case 'requirement-missing':
        return `${mentor} mangler at opfylde et krav`
      case 'requirement-expiring':
        return `et af kravene til ${mentor} udløber den ${reason.metUntil}`
      case 'no-place':
        return `${mentor} har ingen ledig plads (${reason.taken} af ${reason.capacity} er optaget)`
      case 'no-common-language':
        return reason.nearest === null
          ? 'de har intet fælles sprog'
          : `deres ${language('da', reason.nearest.tag)} rækker ikke (${mentee}: ${level('da', reason.nearest.menteeLevel)}, ${mentor}: ${level('da', reason.nearest.mentorLevel)}, der skal ${level('da', reason.neededLevel)} til)`
      case 'no-common-time':
        return reason.longestMinutes === 0
          ? 'de har ingen tid til fælles'
          : `deres længste fælles tid er ${reason.longestMinutes} minutter, og der skal ${reason.neededMinutes} til`
      case 'too-far':
        return `de bor ${number('da', reason.km)} km fra hinanden, og grænsen er ${number('da', reason.limitKm)} km`
      case 'no-common-way':
        return 'den ene mødes kun online og den anden kun ansigt til ansigt'
      case 'children':
        return `${mentee} har børn med, og det er ${mentor} ikke godkendt til`
      case 'gender-wish':
        return `${reason.wishOf === 'mentor' ? mentor : mentee} har bedt om en ${reason.wanted === 'woman' ? 'kvinde' : reason.wanted === 'man' ? 'mand' : 'anden'}`
      case 'age-wish':
        return `${reason.wishOf === 'mentor' ? mentor : mentee} har bedt om en anden alder`
      case 'excluded':
        return 'parret må ikke foreslås'
      case 'same-person':
        return 'de er samme person'
    }
  },
  whyNot: (found) => [...obstacleDanish(found), changeDanish(found)].join(' '),
}

function obstacleDanish(found: WhyNot): string[] {
  const { id, role, why, own, others, suitable, canTalkWith } = found
  const said = own.map((reason) => sentence(DANISH.reason(reason, { mentor: id, mentee: id })))
  if (why === 'no-one') {
    return [...said, role === 'mentee' ? 'Der er ingen mentorer.' : 'Der er ingen mentees.']
  }
  const nouns = role === 'mentee' ? ['mentor', 'mentorer'] : ['mentee', 'mentees']
  const all = others === 1 ? `den eneste ${nouns[0]}` : `nogen af de ${others} ${nouns[1]}`
  if (canTalkWith === 0) return [...said, `${id} har intet fælles sprog med ${all}.`]
  const open = suitable > 0 ? [fitsDanish(found)] : []
  const closed = found.obstaclesAmongThem.map(
    ({ code, count }) => `${count} ${obstaclePhraseDanish(code, role)}`,
  )
  const details = [...open, ...closed]
  const talk = `${canTalkWith} ${nouns[canTalkWith === 1 ? 0 : 1]} kan tale med ${id}`
  return [...said, details.length === 0 ? `${talk}.` : `${talk}: ${list('da', details)}.`]
}

function fitsDanish({ role, suitable, own }: WhyNot): string {
  if (own.length > 0) return `${suitable} ville ellers passe`
  const but = role === 'mentee' ? 'der er mere brug for dem hos andre' : 'har fået en anden mentor'
  return `${suitable} ville passe, men ${but}`
}

function obstaclePhraseDanish(code: ReasonCode, role: Role): string {
  const phrases: Record<ReasonCode, string> = {
    'same-person': 'er samme person',
    excluded: 'må ikke foreslås',
    'not-ready': 'er ikke klar endnu',
    'requirement-missing': 'mangler at opfylde et krav',
    'requirement-expiring': 'har et krav, der snart udløber',
    'no-place': 'har ingen ledig plads',
    children: role === 'mentee' ? 'er ikke godkendt til at møde børn' : 'har børn med',
    'gender-wish': 'passer ikke med et ønske om køn',
    'age-wish': 'passer ikke med et ønske om alder',
    'no-common-language': 'har intet fælles sprog',
    'no-common-time': 'har ingen fælles time',
    'no-common-way': 'mødes på en anden måde (online eller ansigt til ansigt)',
    'too-far': 'bor for langt væk',
  }
  return phrases[code]
}

function changeDanish({ role, smallestChange: found }: WhyNot): string {
  if (found === null) return 'Der er ikke fundet en enkelt ændring, der ville hjælpe.'
  const names = { mentor: found.mentor, mentee: found.mentee }
  const changes = found.changes.map((change) => changePhraseDanish(change, names))
  const then =
    role === 'mentee' ? `kan ${found.mentor} blive mentor` : `kan ${found.mentee} blive mentee`
  return `Mindste ændring: hvis ${list('da', changes)}, ${then}, uden at andre mister deres.`
}

function changePhraseDanish(change: Change, { mentor, mentee }: Names): string {
  const who = change.of === 'mentor' ? mentor : change.of === 'mentee' ? mentee : 'begge'
  switch (change.code) {
    case 'free-hours':
      return `${who} også kan ${piece('da', change)}`
    case 'travel-further':
      return `${who} siger ja til en afstand på ${change.km} km`
    case 'meet-online':
      return `${who} kan mødes online`
    case 'be-ready':
      return `${mentee} bliver klar`
    case 'more-places':
      return `${mentor} tager én mere (${change.capacity} i alt)`
    case 'renew-requirement':
      return `kravet til ${mentor} fornyes til mindst ${change.until}`
    case 'meet-requirement':
      return `${mentor} får opfyldt det krav, der mangler`
    case 'accept-interpreter':
      return `${mentee} siger ja til en tolk`
    case 'relax-gender-wish':
      return `${who} opgiver ønsket om den andens køn`
    case 'relax-age-wish':
      return `${who} opgiver ønsket om den andens alder`
    case 'accept-children':
      return `${mentor} bliver godkendt til at møde børn`
  }
}
