import type {
  CommonLanguage,
  DistanceFacts,
  InterestsFacts,
  LanguageFacts,
  Level,
  Part,
  Role,
  Score,
  TimeFacts,
  TopicsFacts,
  WeeklyInterval,
} from './types.ts'
import { LEVELS } from './weights.ts'

/** One argument for or against a pair: a code with arguments, for one sentence in any language. */
export type Remark =
  | { code: 'topics-all'; topics: readonly string[] }
  | { code: 'topics-some'; topics: readonly string[] }
  | { code: 'topics-missing'; topics: readonly string[] }
  | { code: 'topics-unnamed' }
  | { code: 'talk'; common: CommonLanguage; level: Level; isDanish: boolean }
  | { code: 'interpreter' }
  | { code: 'practice'; mentorDanish: Level }
  | { code: 'practice-missing'; mentorDanish: Level }
  | { code: 'time'; minutes: number; pieces: readonly WeeklyInterval[] }
  | { code: 'time-short'; minutes: number; pieces: readonly WeeklyInterval[] }
  | { code: 'waiting'; days: number }
  | { code: 'near'; km: number }
  | { code: 'far'; km: number }
  | { code: 'online'; km: number }
  | { code: 'interests'; interests: readonly string[] }
  | { code: 'interests-unknown' }
  | { code: 'wish-met'; wishOf: Role; about: 'gender' | 'age' }
  | { code: 'wish-unmet'; wishOf: Role; about: 'gender' | 'age' }

export type Weighed = Remark & { points: number }

/** Arguments for and against a pair, each list by points, highest first. */
export type Remarks = { for: readonly Weighed[]; against: readonly Weighed[] }

/** From this level on, speaking with the mentor counts as practice in Danish. */
const PRACTICE_LEVEL = LEVELS.indexOf('B2')
/** In km: up to here the distance is an argument for the pair. */
const NEAR_KM = 10

/**
 * Turns the facts behind a score into remarks. A remark for the pair carries the points its term gave, one
 * against the points its term lost.
 */
export function remarksOn(score: Score): Remarks {
  const found: { for: Weighed[]; against: Weighed[] } = { for: [], against: [] }
  for (const part of score.parts) {
    const { pro, contra } = remarksOnPart(part)
    found.for.push(...pro.map((remark) => ({ ...remark, points: part.points })))
    const cost = part.outOf - part.points
    found.against.push(...contra.map((remark) => ({ ...remark, points: cost })))
  }
  // The sort is stable: remarks of equal weight stay in the order of the terms.
  found.for.sort((a, b) => b.points - a.points)
  found.against.sort((a, b) => b.points - a.points)
  return found
}

type Sides = { pro: readonly Remark[]; contra: readonly Remark[] }

function remarksOnPart(part: Part): Sides {
  switch (part.term) {
    case 'topics':
      return topicsRemarks(part.facts)
    case 'language':
      return languageRemarks(part.facts)
    case 'time':
      return timeRemarks(part.facts, part.points * 2 >= part.outOf)
    case 'waiting':
      return part.facts.days > 0
        ? { pro: [{ code: 'waiting', days: part.facts.days }], contra: [] }
        : { pro: [], contra: [] }
    case 'distance':
      return distanceRemarks(part.facts)
    case 'interests':
      return interestsRemarks(part.facts)
  }
}

function topicsRemarks({ covered, missing }: TopicsFacts): Sides {
  // Most important first.
  const named = (needs: TopicsFacts['covered']) =>
    [...needs].sort((a, b) => b.importance - a.importance).map(({ topic }) => topic)
  const topics = named(covered)
  if (covered.length === 0 && missing.length === 0) {
    return { pro: [], contra: [{ code: 'topics-unnamed' }] }
  }
  if (missing.length === 0) return { pro: [{ code: 'topics-all', topics }], contra: [] }
  return {
    pro: covered.length > 0 ? [{ code: 'topics-some', topics }] : [],
    contra: [{ code: 'topics-missing', topics: named(missing) }],
  }
}

function languageRemarks(facts: LanguageFacts): Sides {
  const { common, wantsDanishPractice, mentorDanish } = facts
  const pro: Remark[] = []
  const contra: Remark[] = []
  if (common === null) contra.push({ code: 'interpreter' })
  else {
    const levels = [common.mentorLevel, common.menteeLevel].map((level) => LEVELS.indexOf(level))
    const isDanish = common.tag.split('-')[0] === 'da'
    pro.push({ code: 'talk', common, level: LEVELS[Math.min(...levels)], isDanish })
  }
  if (wantsDanishPractice) {
    const canPractise = LEVELS.indexOf(mentorDanish) >= PRACTICE_LEVEL
    if (canPractise) pro.push({ code: 'practice', mentorDanish })
    else contra.push({ code: 'practice-missing', mentorDanish })
  }
  return { pro, contra }
}

function timeRemarks({ commonMinutes: minutes, pieces }: TimeFacts, isEnough: boolean): Sides {
  return isEnough
    ? { pro: [{ code: 'time', minutes, pieces }], contra: [] }
    : { pro: [], contra: [{ code: 'time-short', minutes, pieces }] }
}

function distanceRemarks({ km, way }: DistanceFacts): Sides {
  if (way === 'online') return { pro: [], contra: [{ code: 'online', km }] }
  if (km <= NEAR_KM) return { pro: [{ code: 'near', km }], contra: [] }
  return { pro: [], contra: [{ code: 'far', km }] }
}

function interestsRemarks({ common, wishes }: InterestsFacts): Sides {
  const pro: Remark[] = []
  const contra: Remark[] = []
  if (common.length > 0) pro.push({ code: 'interests', interests: common })
  else contra.push({ code: 'interests-unknown' })
  for (const { wishOf, about, met } of wishes) {
    if (met) pro.push({ code: 'wish-met', wishOf, about })
    else contra.push({ code: 'wish-unmet', wishOf, about })
  }
  return { pro, contra }
}
