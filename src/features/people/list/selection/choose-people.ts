import { type Context, transact } from '../../../../context.ts'
import { type FormBody, many, one } from '../../../../web/form.ts'
import { municipalityOf } from '../../../../web/guard.ts'
import { FilterPeople } from '../schema.ts'
import { listFound } from '../sql.ts'
import { mostAtOnce } from './schema.ts'

/** The selected enrolments: ticked, the page, or all that the filter finds up to the limit. */
export async function choosePeople(ctx: Context, form: FormBody): Promise<string[]> {
  const selection = one(form, 'enrolmentIds')
  if (selection === 'page') return many(form, 'page')
  if (selection !== 'all') return many(form, 'ids')
  const filter = FilterPeople.safeParse(filterOf(form))
  if (!filter.success) return []
  const scope = { municipality: municipalityOf(ctx.actor), now: ctx.now() }
  return transact(ctx, (ctx) => listFound(ctx.db, filter.data, scope, mostAtOnce))
}

/** The form fields that carry the selection. */
export const selectionFields = [
  'enrolmentIds',
  'page[]',
  'ids[]',
  ...Object.keys(FilterPeople.shape),
]

export function filterOf(form: FormBody): FormBody {
  const names = Object.keys(FilterPeople.shape)
  return Object.fromEntries(names.flatMap((name) => (form[name] ? [[name, form[name]]] : [])))
}
