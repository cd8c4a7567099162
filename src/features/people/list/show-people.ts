import type { FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { sendPage } from '../../../web/pages.ts'
import { listServedMunicipalities } from '../sql.ts'
import { countPeople, listPeople } from './list-people.ts'
import type { ListPeople } from './schema.ts'
import { listProgrammes } from './sql.ts'
import { peoplePage } from './views.ts'

/** Sends the list, with the submitted values when one of its forms was refused. */
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
