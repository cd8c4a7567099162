/*
 * Numbers that the index is written by and read by. Constants alone: this file is compiled with the
 * search and imported by the rest of the core.
 */

/** Mentors of a block: as many as a word has bits. Four blocks, side by side, are looked at at once. */
export const BLOCK = 32
export const QUAD = 4

/** Quarters of an hour, and words with a bit for each. */
export const SLOTS_PER_WEEK = 672
export const WORDS = 21
/** Quarters that one word of `spans` tells of. */
export const SPAN = 4

/** What the words of the index tell of a mentor: the kinds that every programme has. */
export const IN_PERSON = 0
export const ONLINE = 1
export const CHILDREN = 2
/** Insists on an age: to be looked at one by one. */
export const INSISTS_ON_AGE = 3
export const IS_GENDER = 4
export const ACCEPTS_GENDER = 8
/** Has a wish marked `prefer`: any, one about the age, one about the sex, and one for each it may name. */
export const PREFERS = 12
export const PREFERS_AGE = 13
export const PREFERS_A_GENDER = 14
export const PREFERS_GENDER = 15

/** Of a mentee, in `flags`. */
export const IS_READY = 1
export const IN_PERSON_TOO = 2
export const ONLINE_TOO = 4
export const INTERPRETER_DOES = 8
export const CHILDREN_ALONG = 16
export const INSISTS_ON_AGE_TOO = 32
export const PREFERS_AGE_TOO = 64

/** The lists of a mentee, in their order. Kinds in which a mentor must be. */
export const PERMISSIONS = 0
export const NEEDS = 1
/** Of each need. */
export const IMPORTANCE = 2
export const INTERESTS = 3
/** Languages, but Danish, that are spoken well enough. */
export const OTHERS = 4
/** The mentors whom this mentee may not be proposed, in order. */
export const EXCLUDED = 5
export const LISTS = 6

/** Numbers of a place in the index: north (km), east (degrees), cosine, and the furthest limit in tenths of a km. */
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
/** Common interests are told apart up to three: none, one, two, three or more. */
export const SHARED = 4

/** Bits of a wish that is marked `prefer`: the mentee's for a sex and an age, then the mentor's. */
export const HAS = 1
export const MET = 2
export const OF_MENTOR = 4

/** The longest row of the best that is looked for; see `findBest`. */
export const LONGEST_ROW = 48

/** Rows of pairs no longer than this are looked at as a whole. */
export const SHORT = 128
/** Of a longer one, one column in eight is looked at to set a bar: side by side, as memory comes in pieces. */
export const SAMPLED = 0.125
/** Who wants more columns wants most of them: no bar is needed, and all that are found are sorted. */
export const FEW = 32
