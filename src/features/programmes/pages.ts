import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { listSites } from '../../db/sites.ts'
import { type FormBody, one, ticked } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { sendPage, submit } from '../../web/pages.ts'
import { addPartner } from './add-partner.ts'
import { addSite } from './add-site.ts'
import { changePhone } from './change-phone.ts'
import { AddPartner, AddSite, ChangePhone } from './schema.ts'
import { showForm, takenAt } from './show-form.ts'
import { findOwnProgramme, listPartners } from './sql.ts'
import { addPartnerPage, addSitePage, phonePage, programmePage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  site: formFields(forCoordinators, 'name', 'address', 'vulnerableArea'),
  phone: formFields(forCoordinators, 'phone'),
  partner: formFields(forCoordinators, 'name', 'type', 'residence'),
}

export function programmePages(app: FastifyInstance, ctx: Context): void {
  app.get('/programme', forCoordinators, async (request, reply) => {
    const municipality = municipalityOf(request.actor)
    const lists = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      programme: await findOwnProgramme(ctx.db, municipality),
      sites: await listSites(ctx.db, municipality),
      partners: await listPartners(ctx.db),
    }))
    return sendPage(reply, programmePage(frameOf(request), lists))
  })

  app.get('/programme/sites/new', forCoordinators, async (request, reply) =>
    showForm(ctx, { request, reply }, addSitePage, emptyForm),
  )

  app.post('/programme/sites', forms.site, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      name: one(values, 'name'),
      address: one(values, 'address'),
      vulnerableArea: ticked(values, 'vulnerableArea'),
    }
    const problems = await submit(AddSite, given, (site) =>
      addSite(actingAs(ctx, request.actor), municipalityOf(request.actor), site),
    )
    if (problems === undefined) return reply.redirect('/programme', 303)
    return showForm(ctx, { request, reply: reply.code(422) }, addSitePage, { values, problems })
  })

  app.get('/programme/phone', forCoordinators, async (request, reply) => {
    const programme = await transact(actingAs(ctx, request.actor), (ctx) =>
      findOwnProgramme(ctx.db, municipalityOf(request.actor)),
    )
    const values = { phone: programme?.phone ?? undefined }
    return showForm(ctx, { request, reply }, phonePage, { values, problems: [] })
  })

  app.post('/programme/phone', forms.phone, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(ChangePhone, { phone: one(values, 'phone') }, (command) =>
      changePhone(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect('/programme', 303)
    return showForm(ctx, { request, reply: reply.code(422) }, phonePage, { values, problems })
  })

  app.get('/programme/partners/new', forCoordinators, async (request, reply) =>
    showForm(ctx, { request, reply }, addPartnerPage, emptyForm),
  )

  app.post('/programme/partners', forms.partner, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      name: one(values, 'name'),
      type: one(values, 'type'),
      residence: one(values, 'residence'),
    }
    const problems = await submit(AddPartner, given, (partner) =>
      addPartner(actingAs(ctx, request.actor), municipalityOf(request.actor), partner),
    ).catch(takenAt('/name'))
    if (problems === undefined) return reply.redirect('/programme', 303)
    return showForm(ctx, { request, reply: reply.code(422) }, addPartnerPage, { values, problems })
  })
}
