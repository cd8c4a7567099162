import type { Actor } from '../../../context.ts'
import { type OptionalKind, optionalKinds } from '../../../mail/message.ts'
import { Problem } from '../../../problems.ts'

/** Somebody who gets mails: a person, or a colleague of one municipality. */
export interface Subscriber {
  municipality: string
  personId?: string
  accountId?: string
}

export function subscriberOf(actor: Actor): Subscriber {
  if (actor.kind === 'person') return { municipality: actor.municipality, personId: actor.id }
  if (actor.kind !== 'staff' || actor.municipality === null) throw new Problem('not-allowed')
  return { municipality: actor.municipality, accountId: actor.id }
}

/** The kinds of mail that somebody gets and may unsubscribe from. */
export function kindsFor({ accountId }: Pick<Subscriber, 'accountId'>): readonly OptionalKind[] {
  return optionalKinds.filter((kind) => (kind === 'digest') === (accountId !== undefined))
}
