/*
 * Addresses of the index's arrays and of scratch arrays, set when a search is opened. Names and meanings
 * are those of the core (MenteeQueries, Slots, Hours, Reach, TermValues).
 */

/** A multiple of QUAD. */
export let blocks: i32 = 0
export let words: usize = 0
export let starts: i32 = 0
export let spans: i32 = 0
export let leastQuarters: i32 = 0
export let boxes: usize = 0
export let reachStart: usize = 0
export let reachQuad: usize = 0

export let mentorAt: usize = 0
export let slotOf: usize = 0
export let languageSetAt: usize = 0
export let places: usize = 0
export let weeks: usize = 0
export let ages: usize = 0
export let ageWishes: usize = 0

export let flags: usize = 0
export let limitTenths: usize = 0
export let menteeAges: usize = 0
export let menteeAgeWishes: usize = 0
export let genders: usize = 0
export let prefersGenders: usize = 0
export let waitingValues: usize = 0
export let offeredTotals: usize = 0
export let coverageFrom: usize = 0
export let coverage: usize = 0
export let weights: usize = 0
export let danish: usize = 0
export let languageValueFrom: usize = 0
export let mostLanguageValue: usize = 0
export let mostDanishOnlyValue: usize = 0
export let languageValues: usize = 0
export let selves: usize = 0
export let lists: usize = 0
export let bounds: usize = 0
export let regions: usize = 0
export let regionOf: usize = 0
export let menteePlaces: usize = 0
export let menteeWeeks: usize = 0

export let distanceValues: usize = 0
export let timeValues: usize = 0
export let interestValues: usize = 0
export let mostInterestValues: usize = 0
export let onlineValue: i32 = 0

/** Scratch arrays of hours.ts. */
export let times: usize = 0
export let busy: usize = 0
export let isStart: usize = 0
/** Distance in km of each quad from the current region. */
export let kmTo: usize = 0

/** The found blocks, in quads: one entry per block in each of these arrays. */
export let block: usize = 0
/** Lower bound on the distance in tenths of a km; -1 when out of reach. */
export let away: usize = 0
/** Maximum of the distance term. */
export let way: usize = 0
/** Bitset of the mentors not closed so far. */
export let open: usize = 0
/** Mentors who share a language other than Danish, closed ones included. */
export let others: usize = 0
/** Mentors with a `prefer` wish, closed ones included. */
export let preferring: usize = 0
/** Binary digits of the importance covered by each open mentor; see `plane`. */
export let planes: usize = 0
/** Open mentors who share at least one, two and three interests. */
export let one: usize = 0
export let two: usize = 0
export let three: usize = 0

/** Per mentor. */
export let price: usize = 0
/** The resulting row. */
export let worth: usize = 0
export let column: usize = 0
export let value: usize = 0
/** A list of a single quad. */
export let only: usize = 0
/** All pairs found. */
export let mentor: usize = 0
export let points: usize = 0
export let terms: usize = 0

/** Pairs of a graph, row by row. */
export let rowColumn: usize = 0
export let rowValue: usize = 0
/** Scratch arrays for one row: positions and keys (see `keyOf`). */
export let place: usize = 0
export let keys: usize = 0
/** Gaps of Shell's sort, descending, then 0. */
export let gaps: usize = 0
