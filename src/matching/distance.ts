import { KM_PER_DEGREE } from './kernel/assembly/constants.ts'
import { municipalityCentre } from './municipalities.ts'
import type { Coordinates } from './types.ts'
import { DISTANCE_HALF_KM } from './weights.ts'

/** A place prepared for many distances. Both in km north and degrees east, with the local cosine. */
export type Place = { northKm: number; eastDegrees: number; cosine: number }

export function placeOf(person: { coordinates: Coordinates | null; municipality: string }): Place {
  const { latitude, longitude } = person.coordinates ?? municipalityCentre(person.municipality)
  return {
    northKm: latitude * KM_PER_DEGREE,
    eastDegrees: longitude,
    cosine: cosineOfDegrees(latitude),
  }
}

/**
 * Distance in tenths of a kilometre, a whole number. On a plane with the cosine of the latitudes
 * between: within Denmark the error is below that of the roads. Whole tenths keep the score an
 * integer that is the same on every machine.
 */
export function tenthsOfKm(a: Place, b: Place): number {
  return tenths(a.northKm - b.northKm, a.eastDegrees - b.eastDegrees, a.cosine + b.cosine)
}

/** The same from differences: km north, degrees east, and the sum of both cosines. */
export function tenths(north: number, eastDegrees: number, cosines: number): number {
  const east = eastDegrees * KM_PER_DEGREE * (cosines / 2)
  return Math.round(Math.sqrt(north * north + east * east) * 10)
}

/** Halves every further ten kilometres' reach: 1 at the door, one half at 10 km; as ppm. */
export function distanceValue(tenths: number): number {
  const half = DISTANCE_HALF_KM * 10
  return Math.floor((1_000_000 * half) / (half + tenths))
}

/** By its series: `Math.cos` may differ between engines in the last bit, sums and products may not. */
function cosineOfDegrees(degrees: number): number {
  const x = (degrees * Math.PI) / 180
  let sum = 1
  let term = 1
  for (let n = 2; n <= 24; n += 2) {
    term *= (-x * x) / (n * (n - 1))
    sum += term
  }
  return sum
}
