import type { Work } from '../../../context.ts'
import type { Role } from '../../../matching/types.ts'
import { recordAccess } from '../../audit/record.ts'
import { listNames } from '../sql.ts'

/** People behind an answer of the core: what each is called, and where they are to be found, by role. */
export interface Links {
  linkOf: (role: Role, id: string) => { name: string; enrolmentId: string } | undefined
}

/** For a program that is told the enrolments and no names. */
export async function readLinks({ db }: Work, ids: Iterable<string>): Promise<Links> {
  const people = await listNames(db, [...new Set(ids)])
  const links = new Map(people.map((person) => [`${person.role}:${person.personId}`, person]))
  return { linkOf: (role, id) => links.get(`${role}:${id}`) }
}

/** The same for people whose names are about to be shown, who are written down as seen. */
export async function showPeople(ctx: Work, ids: Iterable<string>): Promise<Links> {
  const shown = new Set(ids)
  await recordAccess(ctx, 'person-listed', shown)
  return readLinks(ctx, shown)
}

export interface Named {
  nameOf: (role: Role, id: string) => string
  enrolmentOf: (role: Role, id: string) => string | null
}

/** In words even where somebody is not there any more. */
export function namedBy({ linkOf }: Links): Named {
  return {
    nameOf: (role, id) => linkOf(role, id)?.name ?? '…',
    enrolmentOf: (role, id) => linkOf(role, id)?.enrolmentId ?? null,
  }
}
