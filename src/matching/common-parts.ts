import type { Mentee, Mentor } from './types.ts'

/**
 * Interns values that many people share (languages, hours, needs, wishes): copies for a whole country take
 * a hundred megabytes, while only a few thousand values differ. People stay equal in value; like all input
 * of the core they must not be mutated.
 */
export function openCommonParts(): <P extends Mentor | Mentee>(person: P) => P {
  const interned = new Map<string, unknown>()
  const intern = <Part>(part: Part): Part => {
    const text = JSON.stringify(part)
    const found = interned.get(text) as Part | undefined
    if (found !== undefined) return found
    interned.set(text, part)
    return part
  }
  return (person) => ({
    ...person,
    languages: intern(person.languages),
    availability: person.availability.map(intern),
    wishes: intern(person.wishes),
    ...('needs' in person && { needs: person.needs.map(intern) }),
  })
}
