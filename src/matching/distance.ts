import { KM_PER_DEGREE } from './kernel/assembly/constants.ts'
import { municipalityCentre } from './municipalities.ts'
import type { Coordinates } from './types.ts'
import { DISTANCE_HALF_KM } from './weights.ts'

/** A place prepared for many distances: km north of the equator, degrees east, cosine of the latitude. */
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
 * Distance in tenths of a kilometre, as an integer so that scores are the same on every machine.
 * Equirectangular approximation with the mean cosine of both latitudes: within Denmark the error is below
 * that between road and straight line.
 */
export function tenthsOfKm(a: Place, b: Place): number {
  return tenths(a.northKm - b.northKm, a.eastDegrees - b.eastDegrees, a.cosine + b.cosine)
}

/** `tenthsOfKm` from differences: km north, degrees east, and the sum of both cosines. */
export function tenths(north: number, eastDegrees: number, cosines: number): number {
  const east = eastDegrees * KM_PER_DEGREE * (cosines / 2)
  return Math.round(Math.sqrt(north * north + east * east) * 10)
}

/** The distance term in ppm: 1,000,000 at 0 km, half at DISTANCE_HALF_KM, a third at twice that. */
export function distanceValue(tenths: number): number {
  const half = DISTANCE_HALF_KM * 10
  return Math.floor((1_000_000 * half) / (half + tenths))
}

/** Taylor series: `Math.cos` may differ in the last bit between engines, sums and products may not. */
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
