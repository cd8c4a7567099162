import type { Context } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import type { FormBody } from '../../../web/form.ts'
import { mayAttempt } from '../../accounts/attempts/count-attempt.ts'
import { isHasty } from './haste.ts'

/**
 * More than every library of the country gathers in a quarter of an hour, and few enough for
 * coordinators to clear away. The network somebody comes from is counted elsewhere, for all forms.
 */
const most = 300

/**
 * Lets a registration through from whoever is not known: in the form, not one that a program filled
 * in; and never more at once than people send. Nothing of what was typed is lost: the form comes back.
 */
export async function admitRegistration(ctx: Context, form?: FormBody): Promise<void> {
  if (ctx.actor.kind !== 'public') return
  if (form !== undefined && isHasty(form, ctx.now()))
    throw new Problem('invalid-input', { fields: [{ pointer: '', code: 'again' }] })
  if (!(await mayAttempt(ctx, [{ key: 'registrations', most }])))
    throw new Problem('rate-limited', { fields: [{ pointer: '', code: 'busy' }] })
}
