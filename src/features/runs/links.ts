import type { Role } from '../../matching/types.ts'
import type { listNames } from './sql.ts'

type Links = ReadonlyMap<string, Awaited<ReturnType<typeof listNames>>[number]>

/** Names and enrolments by role and person. */
export function linksByPerson(people: Awaited<ReturnType<typeof listNames>>): Links {
  return new Map(people.map((person) => [`${person.role}:${person.personId}`, person]))
}

/** How people in an answer of the core are called, and where they are to be found, if they still are. */
export interface Named {
  nameOf: (role: Role, id: string) => string
  enrolmentOf: (role: Role, id: string) => string | null
}

export function namedBy(links: Links): Named {
  return {
    nameOf: (role, id) => links.get(`${role}:${id}`)?.name ?? '…',
    enrolmentOf: (role, id) => links.get(`${role}:${id}`)?.enrolmentId ?? null,
  }
}
