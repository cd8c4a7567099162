/**
 * People, scores and runs as plain JSON values without classes, dates or sets, so that a run can be stored
 * and explained again years later.
 *
 * There is no prose here: everything shown to a person is a code with arguments, and the sentences are in
 * the language catalogues.
 */

/** A day as `YYYY-MM-DD`, so that text order is date order. */
export type IsoDate = string

export type Role = 'mentor' | 'mentee'
export type Gender = 'woman' | 'man' | 'other' | 'undisclosed'
export type Meets = 'in-person' | 'online' | 'either'
export type Level = 'A0' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'native'

/** A language a person speaks. `tag` is BCP 47; regional variants count as one language. */
export type LanguageSkill = {
  tag: string
  level: Level
  reads: boolean
  writes: boolean
  canInterpret: boolean
}

/**
 * A weekly half-open interval in local time on one day: `from` is included, `to` is not. Day 1 is Monday
 * (ISO). Times are `HH:MM` on the quarter hour; `to` may be `24:00`.
 */
export type WeeklyInterval = { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: string; to: string }

/** Days on which the person cannot meet at all; both ends included. */
export type DaysAway = { from: IsoDate; to: IsoDate }

/** Degrees, WGS 84. */
export type Coordinates = { latitude: number; longitude: number }

/** `must` makes pairs infeasible; `prefer` only affects the score. */
export type Strength = 'must' | 'prefer'
export type GenderWish = { wanted: 'woman' | 'man' | 'other'; strength: Strength }
/** Both ends included, in whole years; null leaves that end open. */
export type AgeWish = { from: number | null; to: number | null; strength: Strength }

/** Wishes about the other person; null for no wish. */
export type Wishes = {
  gender: GenderWish | null
  age: AgeWish | null
  /** Meets at the library only, so never online. */
  onlyAtLibrary: boolean
}

type Person = {
  /** Unique within the role. The same id in both roles is the same human, never paired with itself. */
  id: string
  languages: readonly LanguageSkill[]
  availability: readonly WeeklyInterval[]
  /** Kommunekode, four digits as text: `0461` is Odense. */
  municipality: string
  /** Null stands for the centre of the municipality. */
  coordinates: Coordinates | null
  /** How far away the other may live, in km; null for the programme's limit. */
  furthestDistanceKm: number | null
  meets: Meets
  /** Never scored: only for wishes of the other and for the audit. */
  gender: Gender
  /** Never scored: only for wishes of the other and for the audit. */
  birthYear: number | null
  wishes: Wishes
  /** Interests and life situation in the programme's words: `football`, `small-children`, `nurse`. */
  interests: readonly string[]
  /** Absences in any order; missing in runs stored by older versions. */
  away?: readonly DaysAway[]
}

export type Mentor = Person & {
  /** Topics the mentor can help with. */
  offers: readonly string[]
  /** How many mentees at a time, 0–8. */
  capacity: number
  /** Places already taken by open matches and offers. */
  taken: number
  /** Last day on which every requirement is met; null when one is missing. `9999-12-31`: no expiry. */
  requirementsMetUntil: IsoDate | null
  /** Willing, and cleared, to meet a mentee who brings children. */
  acceptsChildren: boolean
}

/** 1: would be nice; 2: matters; 3: the reason for coming. */
export type Importance = 1 | 2 | 3
export type Need = { topic: string; importance: Importance }

export type Mentee = Person & {
  needs: readonly Need[]
  /** Waiting since this day; null when not ready. */
  readySince: IsoDate | null
  wantsDanishPractice: boolean
  interpreterAcceptable: boolean
  /** The mentee brings children to the meetings. */
  childrenAlong: boolean
  /** The mentee's own weights; null for the programme's. */
  weights: OwnWeights | null
}

export type Term = 'topics' | 'language' | 'time' | 'waiting' | 'distance' | 'interests'
/** Relative: only the proportions count. None negative, not all zero. */
export type Weights = Record<Term, number>
/** Without `waiting`, so that a mentee cannot move to the front of the queue. */
export type OwnWeights = { [T in Exclude<Term, 'waiting'>]?: number }

export type Objective = 'coverage' | 'score' | 'worst-off'

export type Settings = {
  objective: Objective
  weights: Weights
  /** Lowest common level when the common language is Danish. */
  minLevelDanish: Level
  /** Lowest common level in any other language. */
  minLevelOther: Level
  /** Least length of a common piece of the week, in minutes. */
  minCommonMinutes: number
  /** Requirements must be met at least this many days from today. */
  requirementMarginDays: number
  /** In km; for people without a limit of their own. */
  furthestDistanceKm: number
}

export type Pair = { mentor: string; mentee: string }

export type ProposeInput = {
  mentors: readonly Mentor[]
  mentees: readonly Mentee[]
  /** Must not be proposed: vetoed, declined, failed earlier, same household. */
  excluded: readonly Pair[]
  /** Always proposed, even if a hard constraint closes the pair. */
  locked: readonly Pair[]
  /** The pairs of an earlier run; kept where keeping them costs nothing. */
  earlier?: readonly Pair[]
  settings: Settings
  today: IsoDate
}

/** Why a pair cannot be proposed: what was found and what was needed. */
export type Reason =
  | { code: 'same-person' }
  | { code: 'excluded' }
  | { code: 'not-ready'; readySince: IsoDate | null; today: IsoDate }
  | { code: 'requirement-missing' }
  | { code: 'requirement-expiring'; metUntil: IsoDate; neededUntil: IsoDate }
  | { code: 'no-place'; capacity: number; taken: number }
  /** Away for too many of the days on which a first meeting would be; until this day, included. */
  | { code: 'away'; of: Role; until: IsoDate }
  | { code: 'children'; needed: 'accepts-children' }
  | { code: 'gender-wish'; wishOf: Role; wanted: GenderWish['wanted']; found: Gender }
  | {
      code: 'age-wish'
      wishOf: Role
      from: number | null
      to: number | null
      /** Age in years at the end of this year; null when the birth year is unknown. */
      found: number | null
    }
  | {
      code: 'no-common-language'
      /** The common language with the fewest levels missing; null when they share none. */
      nearest: CommonLanguage | null
      /** The level needed in the nearest language, or in any other if they share none. */
      neededLevel: Level
    }
  | { code: 'no-common-time'; longestMinutes: number; commonMinutes: number; neededMinutes: number }
  | { code: 'no-common-way'; mentorMeets: Meets; menteeMeets: Meets; onlyAtLibrary: boolean }
  | { code: 'too-far'; km: number; limitKm: number; limitOf: Role | 'both' }

export type ReasonCode = Reason['code']

export type CommonLanguage = { tag: string; mentorLevel: Level; menteeLevel: Level }

type PartOf<T extends Term, Facts> = {
  term: T
  /** Points in parts per million of the whole score. */
  points: number
  /** The maximum, which is the term's weight in parts per million. */
  outOf: number
  facts: Facts
}

export type TopicsFacts = { covered: readonly Need[]; missing: readonly Need[] }
export type LanguageFacts = {
  /** The best common language; null when they need an interpreter. */
  common: CommonLanguage | null
  interpreter: boolean
  wantsDanishPractice: boolean
  /** Level of the mentor's Danish; A0 for none. */
  mentorDanish: Level
}
export type TimeFacts = {
  commonMinutes: number
  longestMinutes: number
  /** Every common piece of the week in order. */
  pieces: readonly WeeklyInterval[]
}
export type WaitingFacts = { days: number; readySince: IsoDate | null }
export type DistanceFacts = { km: number; way: 'in-person' | 'online' }
export type InterestsFacts = {
  common: readonly string[]
  /** `prefer` wishes of both. */
  wishes: readonly { wishOf: Role; about: 'gender' | 'age'; met: boolean }[]
}

export type Part =
  | PartOf<'topics', TopicsFacts>
  | PartOf<'language', LanguageFacts>
  | PartOf<'time', TimeFacts>
  | PartOf<'waiting', WaitingFacts>
  | PartOf<'distance', DistanceFacts>
  | PartOf<'interests', InterestsFacts>

/** `total` is 1…1,000,000 (ppm) and the sum of the parts' points. Shown to people as 0–100. */
export type Score = { total: number; parts: readonly Part[] }

/** An infeasible pair with all reasons (the first is the one counted), or a scored pair. */
export type PairResult =
  { feasible: true; score: Score } | { feasible: false; reasons: readonly [Reason, ...Reason[]] }

export type Proposal = {
  mentor: string
  mentee: string
  /** 1 is the highest score of the run. */
  rank: number
  /** Equals `score.total`. */
  points: number
  score: Score
  /** Fixed by a coordinator before the run. */
  locked: boolean
  /** The same pair as in the earlier run. */
  kept: boolean
  /** Hard constraints a locked pair violates; empty for every other pair. */
  against: readonly Reason[]
}

export type Unmatched = {
  role: Role
  id: string
  /**
   * `no-one`: the other role is empty. `blocked`: no pair is feasible. `others-first`: every place is worth
   * more to others.
   */
  why: 'no-one' | 'blocked' | 'others-first'
  /** Number of feasible pairs. */
  feasible: number
  /** Pairs closed first by each reason, most frequent first. */
  reasons: readonly { code: ReasonCode; count: number }[]
}

/** Number of pairs, and how many each reason closed (the first reason counts). */
export type PairCounts = {
  pairs: number
  feasible: number
  infeasible: readonly { code: ReasonCode; count: number }[]
}

/**
 * Dual values, which prove the run optimal. In points, plus under `coverage` and `worst-off` each mentee's
 * bonus for being matched, which exceeds every sum of points.
 */
export type Prices = {
  /** Upper bound on the worth of one more place; 0 where a place is free. */
  mentors: readonly { id: string; price: number }[]
  /** The highest points + bonus - price over the mentee's pairs; at least 0. */
  mentees: readonly { id: string; surplus: number; bonus: number }[]
}

export type ProposalRun = {
  /** Version of the core that made the run. */
  version: string
  today: IsoDate
  objective: Objective
  /** Highest score first. */
  proposals: readonly Proposal[]
  unmatched: { mentors: readonly Unmatched[]; mentees: readonly Unmatched[] }
  matched: number
  /** Sum of the proposals' points, in ppm. */
  total: number
  /** Lowest points among the proposals; null without proposals. */
  lowest: number | null
  /**
   * The dual bound, from the prices alone: no set of proposals as good in the objective's earlier levels
   * (number matched, waiting; lowest score) has a higher total. Equals `total`.
   */
  bound: number
  /** Always `optimal`: a run whose certificate fails throws an error. */
  proof: 'optimal'
  counts: PairCounts
  prices: Prices
}

/** A problem of an input: the path to it, a code and the offending values. */
export type InputProblem = { path: readonly (string | number)[] } & (
  | { code: 'id-empty' }
  | { code: 'id-collides'; id: string; first: number }
  | { code: 'unknown-person'; role: Role; id: string }
  | { code: 'locked-and-excluded'; mentor: string; mentee: string }
  | { code: 'locked-twice'; mentee: string }
  | { code: 'locked-with-self'; id: string }
  | { code: 'locked-over-capacity'; mentor: string; places: number; locked: number }
  | { code: 'weight-negative'; term: string; weight: number }
  | { code: 'weights-all-zero' }
  | { code: 'interval-time'; value: string }
  | { code: 'interval-ends-before-start'; from: string; to: string }
  | { code: 'date'; value: string }
  | { code: 'days-end-before-start'; from: string; to: string }
  | { code: 'number-range'; value: number; least: number; most: number }
  | { code: 'municipality-unknown'; value: string }
  | { code: 'language-tag'; value: string }
)
