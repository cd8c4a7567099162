/**
 * What a mentor, a mentee, a score and a run of proposals are: plain JSON values without classes,
 * dates or sets, so that a run can be frozen, stored and explained again years later.
 *
 * Prose is nowhere here. Everything said to a person is a code with arguments; the sentences live
 * in the language catalogues.
 */

/** A day as `YYYY-MM-DD`. Text order is date order, so days are compared as text. */
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
 * A weekly half-open interval in local time on one day: `from` is included, `to` is not.
 * Day 1 is Monday (ISO). Times are `HH:MM` on the quarter hour; `to` may be `24:00`.
 */
export type WeeklyInterval = { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: string; to: string }

/** Days on which nobody can meet this person, whatever the week says; both ends included. */
export type DaysAway = { from: IsoDate; to: IsoDate }

/** Degrees, WGS 84. */
export type Coordinates = { latitude: number; longitude: number }

/** `must` closes pairs out; `prefer` only counts in the score. */
export type Strength = 'must' | 'prefer'
export type GenderWish = { wanted: 'woman' | 'man' | 'other'; strength: Strength }
/** Both ends included, in whole years; null leaves that end open. */
export type AgeWish = { from: number | null; to: number | null; strength: Strength }

/** What a person wishes of the other; null when nothing is wished. */
export type Wishes = {
  gender: GenderWish | null
  age: AgeWish | null
  /** Meets at the library only, and so never online. */
  onlyAtLibrary: boolean
}

type Person = {
  /** Unique within the role. The same id in both roles is the same human, never paired with itself. */
  id: string
  languages: readonly LanguageSkill[]
  availability: readonly WeeklyInterval[]
  /** Kommunekode, four digits as text: `0461` is Odense. */
  municipality: string
  /** Null puts the person at the centre of the municipality. */
  coordinates: Coordinates | null
  /** How far away the other may live, in km; null takes the programme's limit. */
  furthestDistanceKm: number | null
  meets: Meets
  /** Never scored: only for wishes of the other and for the audit. */
  gender: Gender
  /** Never scored: only for wishes of the other and for the audit. */
  birthYear: number | null
  wishes: Wishes
  /** Interests and life situation in the programme's words: `football`, `small-children`, `nurse`. */
  interests: readonly string[]
  /** Holidays and the like, in any order; missing in runs stored before they counted. */
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
  /** Waiting since; null when not ready. */
  readySince: IsoDate | null
  wantsDanishPractice: boolean
  interpreterAcceptable: boolean
  /** The mentee brings children to the meetings. */
  childrenAlong: boolean
  /** The mentee's own weights for the soft terms; null takes the programme's. */
  weights: OwnWeights | null
}

export type Term = 'topics' | 'language' | 'time' | 'waiting' | 'distance' | 'interests'
/** Relative: only the proportions count. None negative, not all zero. */
export type Weights = Record<Term, number>
/** Waiting is missing on purpose: nobody can vote themselves to the front of the queue. */
export type OwnWeights = { [T in Exclude<Term, 'waiting'>]?: number }

export type Objective = 'coverage' | 'score' | 'worst-off'

export type Settings = {
  objective: Objective
  weights: Weights
  /** Lowest common level when the common language is Danish. */
  minLevelDanish: Level
  /** Lowest common level in any other language. */
  minLevelOther: Level
  /** Shortest common piece of the week, in minutes. */
  minCommonMinutes: number
  /** Requirements must be met at least this many days from today. */
  requirementMarginDays: number
  /** The limit of people who named none, in km. */
  furthestDistanceKm: number
}

export type Pair = { mentor: string; mentee: string }

export type ProposeInput = {
  mentors: readonly Mentor[]
  mentees: readonly Mentee[]
  /** Must not be proposed: vetoed, declined, failed earlier, same household. */
  excluded: readonly Pair[]
  /** Already fixed: always proposed, also where a hard constraint stands against it. */
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
  /** Away for too much of the weeks in which a first meeting would be held; until that day, included. */
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
      /** The common language that comes nearest; null when they share none. */
      nearest: CommonLanguage | null
      /** The level the nearest language needs, or the one any other language would need. */
      neededLevel: Level
    }
  | { code: 'no-common-time'; longestMinutes: number; commonMinutes: number; neededMinutes: number }
  | { code: 'no-common-way'; mentorMeets: Meets; menteeMeets: Meets; onlyAtLibrary: boolean }
  | { code: 'too-far'; km: number; limitKm: number; limitOf: Role | 'both' }

export type ReasonCode = Reason['code']

export type CommonLanguage = { tag: string; mentorLevel: Level; menteeLevel: Level }

type PartOf<T extends Term, Facts> = {
  term: T
  /** Points given, in parts per million of the whole score. */
  points: number
  /** The most this term can give, in parts per million: its weight. */
  outOf: number
  facts: Facts
}

export type TopicsFacts = { covered: readonly Need[]; missing: readonly Need[] }
export type LanguageFacts = {
  /** The best common language; null when they need an interpreter. */
  common: CommonLanguage | null
  interpreter: boolean
  wantsDanishPractice: boolean
  /** The mentor's Danish, A0 when none: what practice is worth. */
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
  /** Wishes marked `prefer`, of either, and whether they are met. */
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

/** A pair is either closed, with every reason (the first is the one counted), or scored. */
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
  /** Hard constraints that a locked pair goes against; empty for every other pair. */
  against: readonly Reason[]
}

export type Unmatched = {
  role: Role
  id: string
  /**
   * `no-one`: the other side is empty. `blocked`: every pair is closed by a reason.
   * `others-first`: pairs were possible, but each place does more elsewhere.
   */
  why: 'no-one' | 'blocked' | 'others-first'
  /** How many of the other role this person could have been proposed with. */
  feasible: number
  /** How many pairs each reason closes first, most frequent first. */
  reasons: readonly { code: ReasonCode; count: number }[]
}

/** How many pairs there were and how many each reason closed (its first reason counts). */
export type PairCounts = {
  pairs: number
  feasible: number
  infeasible: readonly { code: ReasonCode; count: number }[]
}

/**
 * Dual values: the proof, and the price of one more place. In points, plus under `coverage` and
 * `worst-off` each mentee's bonus for being matched at all, which no sum of points outweighs.
 */
export type Prices = {
  /** What one more place of this mentor is worth to everyone; 0 where a place is left. */
  mentors: readonly { id: string; price: number }[]
  /** What is best for this mentee at those prices. */
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
  /** The lowest points among the proposals; null when there are none. */
  lowest: number | null
  /**
   * From the prices alone: no proposals that are as good in the objective's earlier levels (as many
   * matched, as long waiting; the lowest score as high) have a higher total. Equals `total`.
   */
  bound: number
  /** Only ever `optimal`: a run whose certificate does not check throws instead. */
  proof: 'optimal'
  counts: PairCounts
  prices: Prices
}

/** What is wrong with an input: where (a path into it) and what, with the offending values. */
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
