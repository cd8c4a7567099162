import type { Actor } from '../../src/context.ts'
import type { House } from './house.ts'

let number = 0

/** A staff account that signs in by link; with a password only where a test needs one. */
export async function anAccount(
  house: House,
  given: {
    role?: 'administrator' | 'coordinator'
    municipality?: string
    email?: string
    name?: string
    password?: string
  } = {},
): Promise<{ accountId: string; actor: Actor & { kind: 'staff' } }> {
  number++
  const { role = 'coordinator', name = 'Karen Koordinator' } = given
  const municipality = role === 'coordinator' ? (given.municipality ?? '0461') : null
  const { id } = await house.db
    .insertInto('account')
    .values({
      name,
      role,
      municipality,
      email: given.email ?? `colleague${number}@example.dk`,
      locale: 'da',
      password: given.password ?? null,
      createdAt: house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { accountId: id, actor: { kind: 'staff', id, name, role, municipality } }
}

export async function aPersonIn(house: House, municipality = '0461'): Promise<string> {
  const { id } = await house.db
    .insertInto('person')
    .values({
      municipality,
      residence: municipality,
      name: 'Amal Nasser',
      channel: 'email',
      locale: 'ar',
      createdAt: house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
