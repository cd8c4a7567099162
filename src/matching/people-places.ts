import { placeOf } from './distance.ts'
import type { Mentee, Mentor } from './types.ts'

/** Writes where people live, three numbers each: north (km), east (degrees), cosine. */
export function writePlaces<Profile>(
  places: Float64Array,
  profiles: readonly Profile[],
  personOf: (profile: Profile) => Mentor | Mentee,
): Float64Array {
  for (let n = 0; n < profiles.length; n++) {
    const { northKm, eastDegrees, cosine } = placeOf(personOf(profiles[n]))
    places[3 * n] = northKm
    places[3 * n + 1] = eastDegrees
    places[3 * n + 2] = cosine
  }
  return places
}
