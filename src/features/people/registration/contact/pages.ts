import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../../context.ts'
import { type FormBody, one } from '../../../../web/form.ts'
import { formFields } from '../../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../../web/form-parts.ts'
import { frameOf } from '../../../../web/frame.ts'
import { municipalityOf } from '../../../../web/guard.ts'
import { sendPage, submit } from '../../../../web/pages.ts'
import { findPartners } from '../../../programmes/find-partners.ts'
import { RecordContact } from '../../schema.ts'
import { listServedMunicipalities } from '../../sql.ts'
import { recordContact } from './record-contact.ts'
import { contactPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  contact: formFields(forCoordinators, 'name', 'residence', 'partnerId', 'sex', 'phone'),
}

export function contactPages(app: FastifyInstance, ctx: Context): void {
  app.get('/people/contacts/new', forCoordinators, async (request, reply) =>
    showContactForm(request, reply, emptyForm),
  )

  app.post('/people/contacts', forms.contact, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      name: one(values, 'name'),
      residence: one(values, 'residence'),
      partnerId: one(values, 'partnerId'),
      sex: one(values, 'sex'),
      phone: one(values, 'phone'),
    }
    const problems = await submit(RecordContact, given, (contact) =>
      recordContact(actingAs(ctx, request.actor), contact),
    )
    if (problems === undefined) return reply.redirect('/people?role=mentee&state=contacted', 303)
    return showContactForm(request, reply.code(422), { values, problems })
  })

  async function showContactForm(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const choices = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      municipalities: await listServedMunicipalities(ctx.db, municipalityOf(ctx.actor)),
      partners: await findPartners(ctx),
    }))
    return sendPage(reply, contactPage(frameOf(request), { ...choices, state }))
  }
}
