/*
 * Constants shared by the index and its compiled search. This file is compiled with the search and imported
 * by the rest of the core, so it must contain constants only.
 */

/** Mentors of a block, one per bit of a word. The four blocks of a quad are searched at once. */
export const BLOCK = 32
export const QUAD = 4

/** Quarters of an hour in a week, and words of a bitset of them. */
export const SLOTS_PER_WEEK = 672
export const WORDS = 21
/** Quarters covered by one attribute of `spans`. */
export const SPAN = 4

/** Attributes of a mentor that every programme has. */
export const IN_PERSON = 0
export const ONLINE = 1
export const CHILDREN = 2
/** Insists on an age, which is tested per mentor. */
export const INSISTS_ON_AGE = 3
export const IS_GENDER = 4
export const ACCEPTS_GENDER = 8
/** Has a `prefer` wish: any, for an age, for a sex, and for each sex. */
export const PREFERS = 12
export const PREFERS_AGE = 13
export const PREFERS_A_GENDER = 14
export const PREFERS_GENDER = 15

/** Bits of a mentee's `flags`. */
export const IS_READY = 1
export const IN_PERSON_TOO = 2
export const ONLINE_TOO = 4
export const INTERPRETER_DOES = 8
export const CHILDREN_ALONG = 16
export const INSISTS_ON_AGE_TOO = 32
export const PREFERS_AGE_TOO = 64

/** The lists of a mentee, in order. First the attributes a mentor must have. */
export const PERMISSIONS = 0
export const NEEDS = 1
/** Importance of each need. */
export const IMPORTANCE = 2
export const INTERESTS = 3
/** Languages other than Danish, spoken at the needed level. */
export const OTHERS = 4
/** Mentors excluded for this mentee, ascending. */
export const EXCLUDED = 5
export const LISTS = 6

/** Numbers of a place: north (km), east (degrees), cosine, furthest limit (tenths of a km). */
export const PLACE = 4

/** Numbers of a box: south, north (km), west, east (degrees), least cosine, furthest limit. */
export const BOX = 6
export const SOUTH = 0
export const NORTH = 1
export const WEST = 2
export const EAST = 3
export const COSINE = 4
export const LIMIT = 5

/** Numbers of a region: online (1), south, north (km), west, east (degrees), least cosine, furthest limit. */
export const REGION = 7

export const KM_PER_DEGREE = 111.195

/** Terms of a score, in the order of TERMS. */
export const TERM_COUNT = 6
/** Shared interests count as 0, 1, 2, or 3 and more. */
export const SHARED = 4

/** Bits of `prefer` wishes, two each: the mentee's for a sex and an age, then the mentor's. */
export const HAS = 1
export const MET = 2
export const OF_MENTOR = 4

/** Longest row that `findBest` gives. */
export const LONGEST_ROW = 48

/** Rows up to this length are not sampled. */
export const SHORT = 128
/** Share of a longer row sampled for a threshold; contiguous, as memory is read in cache lines. */
export const SAMPLED = 0.125
/** Above this limit most columns are wanted: no threshold, and all found are sorted. */
export const FEW = 32
