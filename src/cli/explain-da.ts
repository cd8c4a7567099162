import type { Change } from '../matching/changes.ts'
import { municipalityName } from '../matching/municipalities.ts'
import type { Recruit } from '../matching/recruit.ts'
import type { ReasonCode, Role } from '../matching/types.ts'
import type { WhyNot } from '../matching/why-not.ts'
import {
  hours,
  language,
  level,
  list,
  number,
  piece,
  pieces,
  score,
  sentence,
  words,
  type Names,
  type Texts,
} from './texts.ts'

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
    recruits: 'Hvem der er brug for',
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
  recruit: recruitDanish,
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

function recruitDanish({ profile, gain }: Recruit): string {
  const who = profile.gender === 'woman' ? 'en kvinde' : profile.gender === 'man' ? 'en mand' : 'en'
  const spoken = profile.languages.map(({ tag, level: at }) =>
    at === 'native' ? language('da', tag) : `${language('da', tag)} (mindst ${at})`,
  )
  const children = profile.acceptsChildren ? ', er godkendt til at møde børn' : ''
  const more =
    gain.matched > 0
      ? `så får ${gain.matched} mentee${gain.matched === 1 ? '' : 's'} mere et forslag`
      : `så stiger den samlede score med ${score('da')(gain.total)}`
  return sentence(
    `${who} i ${municipalityName(profile.municipality)}, der taler ${list('da', spoken)}, kan ${pieces('da', profile.availability)}${children} og kan hjælpe med ${words('da', profile.offers)}: ${more}`,
  )
}
