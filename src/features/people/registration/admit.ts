import { type Actor, actingAs, type Context } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import type { FormBody } from '../../../web/form.ts'
import { policies } from '../../../web/guard.ts'
import { mayAttempt } from '../../accounts/attempts/count-attempt.ts'
import { looksAutomated } from './bot-check.ts'

/**
 * More than every library of the country gathers in a quarter of an hour, and few enough for
 * coordinators to clear away. The network somebody comes from is counted elsewhere, for all forms.
 */
const most = 300

/**
 * As whom somebody registers a person: who works for a municipality as themselves; everyone else as anybody
 * would, though they be signed in, for nobody has vouched for what they write.
 */
export function asRegistrar(ctx: Context, actor: Actor): Context {
  return actingAs(ctx, policies.coordinator(actor) ? actor : { kind: 'public' })
}

/**
 * Lets a registration through from whoever is not known: in the form, not one that a program filled
 * in; and never more at once than people send. Nothing of what was typed is lost: the form comes back.
 */
export async function admitRegistration(ctx: Context, form?: FormBody): Promise<void> {
  if (ctx.actor.kind !== 'public') return
  if (form !== undefined && looksAutomated(form, ctx.now()))
    throw new Problem('invalid-input', { fields: [{ pointer: '', code: 'again' }] })
  if (!(await mayAttempt(ctx, [{ key: 'registrations', most }])))
    throw new Problem('rate-limited', { fields: [{ pointer: '', code: 'busy' }] })
}
