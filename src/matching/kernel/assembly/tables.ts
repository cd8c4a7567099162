/*
 * Where each array of the index begins in memory, and where there is room to work in. Whoever opens the
 * search sets them; they have the names that the core has for them.
 */

/** Blocks, a whole number of quads. */
export let blocks: i32 = 0
export let words: usize = 0
/** From here on, for each quarter of the week, who has a free piece that starts in it. */
export let starts: i32 = 0
/** The same for each quarter and those after it together. */
export let spans: i32 = 0
/** How long a piece must be. */
export let leastQuarters: i32 = 0
export let boxes: usize = 0
export let reachStart: usize = 0
export let reachQuad: usize = 0

export let mentorAt: usize = 0
/** Of each mentor the place in the index, or -1. */
export let slotOf: usize = 0
export let tongueAt: usize = 0
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
export let tongueFrom: usize = 0
export let mostTongue: usize = 0
export let mostPlainTongue: usize = 0
export let tongues: usize = 0
export let selves: usize = 0
export let lists: usize = 0
export let bounds: usize = 0
export let regions: usize = 0
export let regionOf: usize = 0
export let menteePlaces: usize = 0
export let menteeWeeks: usize = 0

/** What terms are worth, in ppm: by tenths of a km, by quarters of an hour, by interests and wishes. */
export let distanceValues: usize = 0
export let timeValues: usize = 0
export let interestValues: usize = 0
export let mostInterestValues: usize = 0
export let onlineValue: i32 = 0

/** See `hours`. */
export let times: usize = 0
export let busy: usize = 0
export let isStart: usize = 0
/** How far each quad is from the region that is looked at. */
export let kmTo: usize = 0

/** The blocks found, an entry each, in quads. */
export let block: usize = 0
/** No one in the block is nearer than this, in tenths of a km; -1 when that is too far. */
export let away: usize = 0
/** The most that the way term can be. */
export let way: usize = 0
/** Mentors whom nothing keeps away that has been looked at. */
export let open: usize = 0
/** Those of all mentors who share a language other than Danish. */
export let others: usize = 0
/** Those of all mentors who have a wish marked `prefer`. */
export let preferring: usize = 0
/** Bit k of the importance that each open mentor covers; see `plane`. */
export let planes: usize = 0
/** Open mentors who share one interest, two, and three or more. */
export let one: usize = 0
export let two: usize = 0
export let three: usize = 0

/** Of each mentor. */
export let price: usize = 0
/** The row found. */
export let worth: usize = 0
export let column: usize = 0
export let value: usize = 0
/** A list of one quad. */
export let only: usize = 0
/** Every mentor found. */
export let mentor: usize = 0
export let points: usize = 0
export let terms: usize = 0

/** The pairs of a graph, row by row. */
export let rowColumn: usize = 0
export let rowValue: usize = 0
/** Room for what is found in one row: where it stands, and see `keyOf`. */
export let place: usize = 0
export let keys: usize = 0
/** Gaps of a Shell sort, the largest first, and 0. */
export let gaps: usize = 0
