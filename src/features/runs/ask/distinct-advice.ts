import type { Recruit } from '../../../matching/recruit.ts'

/**
 * Removes duplicates: of two adverts with the same gain, keeps the one that requires less. The order of
 * topics does not matter, and a language without gain only makes the mentor harder to find.
 */
export function distinctAdvice(recruits: readonly Recruit[]): Recruit[] {
  return recruits.filter(
    (one, at) =>
      !recruits.some(
        (other, place) =>
          place !== at && asksNoMore(other, one) && (place < at || !asksNoMore(one, other)),
      ),
  )
}

function asksNoMore(one: Recruit, than: Recruit): boolean {
  return (
    one.gain.matched === than.gain.matched &&
    one.gain.total === than.gain.total &&
    besidesLanguages(one) === besidesLanguages(than) &&
    languagesOf(one).isSubsetOf(languagesOf(than))
  )
}

/** An advert without its languages; topics sorted. */
function besidesLanguages({ profile }: Recruit): string {
  const { municipality, meets, gender, acceptsChildren, capacity, availability, offers } = profile
  return JSON.stringify([
    ...[municipality, meets, gender, acceptsChildren, capacity, availability],
    offers.toSorted(),
  ])
}

function languagesOf({ profile }: Recruit): Set<string> {
  return new Set(profile.languages.map(({ tag, level }) => `${tag} ${level}`))
}
