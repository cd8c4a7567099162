import { type Actor, actingAs, type Context } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import type { FormBody } from '../../../web/form.ts'
import { policies } from '../../../web/guard.ts'
import { mayAttempt } from '../../accounts/attempts/count-attempt.ts'
import { looksAutomated } from './bot-check.ts'

/** More than all libraries receive in 15 minutes, and few enough to delete by hand. */
const most = 300

/**
 * The actor of a registration: colleagues and clients register as themselves, everyone else as the
 * public, even when signed in, because their input is not vouched for.
 */
export function asRegistrar(ctx: Context, actor: Actor): Context {
  return actingAs(ctx, policies.coordinator(actor) ? actor : { kind: 'public' })
}

/** Refuses a public registration that looks automated or exceeds the limit. */
export async function admitRegistration(ctx: Context, form?: FormBody): Promise<void> {
  if (ctx.actor.kind !== 'public') return
  if (form !== undefined && looksAutomated(form, ctx.now()))
    throw new Problem('invalid-input', { fields: [{ pointer: '', code: 'again' }] })
  if (!(await mayAttempt(ctx, [{ key: 'registrations', most }])))
    throw new Problem('rate-limited', { fields: [{ pointer: '', code: 'busy' }] })
}
