import { WORDS, writeWeek } from './availability.ts'
import { placeOf } from './distance.ts'
import { sharedFloats, sharedInts } from './shared.ts'
import type { Mentee, Mentor } from './types.ts'

/** Where people live and when they are free, side by side in plain numbers. */
export type PeopleSeen = {
  /** North (km), east (degrees) and cosine of each. */
  places: Float64Array
  /** `WORDS` words of each. */
  weeks: Int32Array
}

export function seePeople<Profile>(
  profiles: readonly Profile[],
  personOf: (profile: Profile) => Mentor | Mentee,
): PeopleSeen {
  const places = sharedFloats(3 * profiles.length)
  const weeks = sharedInts(WORDS * profiles.length)
  profiles.forEach((profile, at) => {
    const person = personOf(profile)
    const { northKm, eastDegrees, cosine } = placeOf(person)
    places[3 * at] = northKm
    places[3 * at + 1] = eastDegrees
    places[3 * at + 2] = cosine
    writeWeek(person.availability, weeks, WORDS * at)
  })
  return { places, weeks }
}
