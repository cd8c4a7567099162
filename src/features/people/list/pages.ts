import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { fieldProblems } from '../../../web/form.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { filledIn, sendPage } from '../../../web/pages.ts'
import { listServedMunicipalities } from '../sql.ts'
import { countPeople, listPeople } from './list-people.ts'
import { ListPeople } from './schema.ts'
import { listProgrammes } from './sql.ts'
import { peoplePage } from './views.ts'

export function peopleListPages(app: FastifyInstance, ctx: Context): void {
  app.get('/people', { config: { policy: 'coordinator' } }, async (request, reply) => {
    const values = filledIn(request)
    const wanted = ListPeople.safeParse(values)
    if (wanted.success)
      return showPeople(ctx, request, reply, wanted.data, {
        filter: { values, problems: [] },
      })
    const state = { values, problems: fieldProblems(wanted.error) }
    return showPeople(ctx, request, reply.code(422), undefined, { filter: state })
  })
}

/** Sends the list; also with what was typed into one of its forms, when that could not be taken. */
export async function showPeople(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: ListPeople | undefined,
  forms: { filter: FormState; bulk?: FormState },
): Promise<FastifyReply> {
  const by = actingAs(ctx, request.actor)
  const list = await transact(by, async (ctx) => ({
    ...(wanted === undefined ? nothing : await listPeople(ctx, wanted)),
    counts: wanted === undefined ? [] : await countPeople(ctx, wanted),
    municipalities: await listServedMunicipalities(ctx.db),
    programmes: await listProgrammes(ctx.db, municipalityOf(request.actor)),
  }))
  return sendPage(reply, peoplePage(frameOf(request), { ...list, wanted }, forms))
}

const nothing = { people: [], next: null, previous: null }
