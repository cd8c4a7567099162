import type { Work } from '../../../context.ts'
import type { Role } from '../../../matching/types.ts'
import { recordAccess } from '../../audit/record.ts'
import { listNames } from '../sql.ts'

/** The people in an answer of the core: name and enrolment, by role. */
export interface Links {
  linkOf: (role: Role, id: string) => { name: string; enrolmentId: string } | undefined
}

/** Reads the people for the API, which gets enrolments and no names. */
export async function readLinks({ db }: Work, ids: Iterable<string>): Promise<Links> {
  const people = await listNames(db, [...new Set(ids)])
  const links = new Map(people.map((person) => [`${person.role}:${person.personId}`, person]))
  return { linkOf: (role, id) => links.get(`${role}:${id}`) }
}

/** Reads the people whose names are shown, and logs them as viewed. */
export async function showPeople(ctx: Work, ids: Iterable<string>): Promise<Links> {
  const shown = new Set(ids)
  await recordAccess(ctx, 'person-listed', shown)
  return readLinks(ctx, shown)
}

export interface Named {
  nameOf: (role: Role, id: string) => string
  enrolmentOf: (role: Role, id: string) => string | null
}

/** Names and enrolments, with placeholders for erased people. */
export function namedBy({ linkOf }: Links): Named {
  return {
    nameOf: (role, id) => linkOf(role, id)?.name ?? '…',
    enrolmentOf: (role, id) => linkOf(role, id)?.enrolmentId ?? null,
  }
}
