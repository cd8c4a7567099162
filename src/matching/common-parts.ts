import type { Mentee, Mentor } from './types.ts'

/**
 * Keeps one of what many people say alike: a way to speak, an hour of the week, a need, a wish. Those of a whole
 * country are a few thousand; as objects of each person's own they take a hundred megabytes. The people are
 * the same in every value, and like all input of the core must not be changed.
 */
export function openCommonParts(): <P extends Mentor | Mentee>(person: P) => P {
  const known = new Map<string, unknown>()
  const one = <Part>(part: Part): Part => {
    const text = JSON.stringify(part)
    const found = known.get(text) as Part | undefined
    if (found !== undefined) return found
    known.set(text, part)
    return part
  }
  return (person) => ({
    ...person,
    languages: one(person.languages),
    availability: person.availability.map(one),
    wishes: one(person.wishes),
    ...('needs' in person && { needs: person.needs.map(one) }),
  })
}
