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
    recruits: 'Whom to look for',
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
  recruit: recruitEnglish,
  whyNot: (found) => [...obstacleEnglish(found), changeEnglish(found)].join(' '),
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

function recruitEnglish({ profile, gain }: Recruit): string {
  const who =
    profile.gender === 'woman' ? 'a woman' : profile.gender === 'man' ? 'a man' : 'someone'
  const spoken = profile.languages.map(({ tag, level: at }) =>
    at === 'native' ? language('en', tag) : `${language('en', tag)} (${at} or better)`,
  )
  const children = profile.acceptsChildren ? ', is cleared to meet children' : ''
  const more =
    gain.matched > 0
      ? `${gain.matched} more ${gain.matched === 1 ? 'mentee would have' : 'mentees would have'} a proposal`
      : `the total score would rise by ${score('en')(gain.total)}`
  return sentence(
    `${who} in ${municipalityName(profile.municipality)} who speaks ${list('en', spoken)}, is free on ${pieces('en', profile.availability)}${children} and can help with ${words('en', profile.offers)}: ${more}`,
  )
}
