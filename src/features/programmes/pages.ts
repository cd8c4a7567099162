import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { listSites } from '../../db/sites.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import type { FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { sendPage, submit } from '../../web/pages.ts'
import { addPartner } from './add-partner.ts'
import { changeActivities } from './change-activities.ts'
import { changeContact } from './change-contact.ts'
import { contactFields, contactOf, contactValues } from './contact-form.ts'
import { AddPartner, ChangeActivities, ChangeContact } from './schema.ts'
import { addForm } from './add-form.ts'
import { findOwnProgramme, listPartners } from './sql.ts'
import { activitiesPage, addPartnerPage, contactPage, programmePage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const contactForm = formFields(forCoordinators, ...contactFields)
const activitiesForm = formFields(forCoordinators, 'activities')
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

  app.get('/programme/contact', forCoordinators, async (request, reply) => {
    const programme = await transact(actingAs(ctx, request.actor), (ctx) =>
      findOwnProgramme(ctx.db, municipalityOf(request.actor)),
    )
    return showContact(request, reply, { values: contactValues(programme), problems: [] })
  })

  app.post('/programme/contact', contactForm, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(ChangeContact, contactOf(values), (command) =>
      changeContact(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect(list, 303)
    return showContact(request, reply.code(422), { values, problems })
  })

  function showContact(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    return sendPage(reply, contactPage(frameOf(request), state))
  }

  app.get('/programme/activities', forCoordinators, async (request, reply) => {
    const programme = await transact(actingAs(ctx, request.actor), (ctx) =>
      findOwnProgramme(ctx.db, municipalityOf(request.actor)),
    )
    const values = { activities: programme?.openActivities ?? undefined }
    return sendPage(reply, activitiesPage(frameOf(request), { values, problems: [] }))
  })

  app.post('/programme/activities', activitiesForm, async (request, reply) => {
    const values = request.body as FormBody
    const given = { activities: one(values, 'activities') }
    const problems = await submit(ChangeActivities, given, (command) =>
      changeActivities(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect(list, 303)
    return sendPage(reply.code(422), activitiesPage(frameOf(request), { values, problems }))
  })

  addForm(app, (request) => actingAs(ctx, request.actor), {
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
