import type { Recruit } from '../../../matching/recruit.ts'

/**
 * Advice without what only says the same again: of two mentors who would bring as much, the one of
 * whom less is asked. The same topics in another order are no other advice, and a language that
 * brings nothing only makes the mentor harder to find.
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

/** All that an advert says but the languages; topics in whatever order. */
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
