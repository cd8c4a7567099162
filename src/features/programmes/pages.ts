import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { listSites } from '../../db/sites.ts'
import { type FormBody, one, ticked } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { sendPage, submit } from '../../web/pages.ts'
import { addPartner } from './add-partner.ts'
import { addSite } from './add-site.ts'
import { changePhone } from './change-phone.ts'
import { AddPartner, AddSite, ChangePhone } from './schema.ts'
import { addForm, showForm } from './show-form.ts'
import { findOwnProgramme, listPartners } from './sql.ts'
import { addPartnerPage, addSitePage, phonePage, programmePage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const phoneForm = formFields(forCoordinators, 'phone')
const list = '/programme'

export function programmePages(app: FastifyInstance, ctx: Context): void {
  app.get(list, forCoordinators, async (request, reply) => {
    const municipality = municipalityOf(request.actor)
    const lists = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      programme: await findOwnProgramme(ctx.db, municipality),
      sites: await listSites(ctx.db, municipality),
      partners: await listPartners(ctx.db),
    }))
    return sendPage(reply, programmePage(frameOf(request), lists))
  })

  addForm(app, ctx, {
    path: '/programme/sites',
    list,
    options: forCoordinators,
    fields: { name: one, address: one, vulnerableArea: ticked },
    page: addSitePage,
    schema: AddSite,
    add: (ctx, site) => addSite(ctx, municipalityOf(ctx.actor), site),
  })

  app.get('/programme/phone', forCoordinators, async (request, reply) => {
    const programme = await transact(actingAs(ctx, request.actor), (ctx) =>
      findOwnProgramme(ctx.db, municipalityOf(request.actor)),
    )
    const values = { phone: programme?.phone ?? undefined }
    return showForm(ctx, { request, reply }, phonePage, { values, problems: [] })
  })

  app.post('/programme/phone', phoneForm, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(ChangePhone, { phone: one(values, 'phone') }, (command) =>
      changePhone(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect(list, 303)
    return showForm(ctx, { request, reply: reply.code(422) }, phonePage, { values, problems })
  })

  addForm(app, ctx, {
    path: '/programme/partners',
    list,
    options: forCoordinators,
    fields: { name: one, type: one, residence: one },
    page: addPartnerPage,
    schema: AddPartner,
    add: (ctx, partner) => addPartner(ctx, municipalityOf(ctx.actor), partner),
    unique: '/name',
  })
}
