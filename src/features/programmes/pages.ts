import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { type FieldProblem, Problem } from '../../problems.ts'
import { type FormBody, many, one, ticked } from '../../web/form.ts'
import { taking } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { type Frame, frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { disableAccount } from '../accounts/disable.ts'
import { inviteCoordinator } from '../accounts/invite.ts'
import { reinviteColleague } from '../accounts/reinvite.ts'
import { InviteCoordinator } from '../accounts/schema.ts'
import { addPartner } from './add-partner.ts'
import { addSite } from './add-site.ts'
import { changePhone } from './change-phone.ts'
import { AddPartner, AddSite, ChangePhone, StartProgramme } from './schema.ts'
import {
  findOwnProgramme,
  listCoordinators,
  listMunicipalities,
  listPartners,
  listProgrammes,
  listSites,
} from './sql.ts'
import { startProgramme } from './start.ts'
import {
  addPartnerPage,
  addSitePage,
  phonePage,
  administrationPage,
  inviteCoordinatorPage,
  type MunicipalityForm,
  programmePage,
  startProgrammePage,
} from './views.ts'

const forAdministrators = { config: { policy: 'administrator' } } as const
const afterStepUp = { config: { policy: 'administrator', stepUp: true } } as const
const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  programme: taking(forAdministrators, 'municipality', 'name', 'alsoServes[]'),
  coordinator: taking(afterStepUp, 'name', 'email', 'municipality'),
  site: taking(forCoordinators, 'name', 'address', 'vulnerableArea'),
  phone: taking(forCoordinators, 'phone'),
  partner: taking(forCoordinators, 'name', 'type', 'residence'),
}

export function programmePages(app: FastifyInstance, ctx: Context): void {
  app.get('/administration', forAdministrators, async (request, reply) => {
    // An administrator has no municipality, and the database shows nobody's accounts to nobody's scope.
    const lists = await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => ({
      programmes: await listProgrammes(ctx.db),
      coordinators: await listCoordinators(ctx.db),
    }))
    return sendPage(reply, administrationPage(frameOf(request), lists))
  })

  app.get('/administration/programmes/new', forAdministrators, async (request, reply) =>
    show(request, reply, startProgrammePage, emptyForm),
  )

  app.post('/administration/programmes', forms.programme, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      municipality: one(values, 'municipality'),
      name: one(values, 'name'),
      alsoServes: many(values, 'alsoServes'),
    }
    const problems = await submit(StartProgramme, given, (command) =>
      startProgramme(actingAs(ctx, request.actor), command),
    ).catch(takenAt('/municipality'))
    if (problems === undefined) return reply.redirect('/administration', 303)
    return show(request, reply.code(422), startProgrammePage, { values, problems })
  })

  app.get('/administration/coordinators/new', forAdministrators, async (request, reply) =>
    show(request, reply, inviteCoordinatorPage, emptyForm),
  )

  app.post('/administration/coordinators', forms.coordinator, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      name: one(values, 'name'),
      email: one(values, 'email'),
      municipality: one(values, 'municipality'),
    }
    const problems = await submit(InviteCoordinator, given, (colleague) =>
      inviteCoordinator(actingAs(ctx, request.actor), { ...colleague, locale: request.locale }),
    ).catch(takenAt('/email'))
    if (problems === undefined) return reply.redirect('/administration', 303)
    return show(request, reply.code(422), inviteCoordinatorPage, { values, problems })
  })

  app.post('/administration/accounts/:id/disable', afterStepUp, async (request, reply) => {
    await disableAccount(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/administration', 303)
  })

  app.post('/administration/accounts/:id/invite', afterStepUp, async (request, reply) => {
    await reinviteColleague(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/administration', 303)
  })

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
    show(request, reply, addSitePage, emptyForm),
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
    return show(request, reply.code(422), addSitePage, { values, problems })
  })

  app.get('/programme/phone', forCoordinators, async (request, reply) => {
    const programme = await transact(actingAs(ctx, request.actor), (ctx) =>
      findOwnProgramme(ctx.db, municipalityOf(request.actor)),
    )
    const values = { phone: programme?.phone ?? undefined }
    return show(request, reply, phonePage, { values, problems: [] })
  })

  app.post('/programme/phone', forms.phone, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(ChangePhone, { phone: one(values, 'phone') }, (command) =>
      changePhone(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect('/programme', 303)
    return show(request, reply.code(422), phonePage, { values, problems })
  })

  app.get('/programme/partners/new', forCoordinators, async (request, reply) =>
    show(request, reply, addPartnerPage, emptyForm),
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
    return show(request, reply.code(422), addPartnerPage, { values, problems })
  })

  /** A form with the municipalities to choose from, empty or as it was typed. */
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    page: (frame: Frame, form: MunicipalityForm) => string,
    state: FormState,
  ) {
    const municipalities = await transact(actingAs(ctx, request.actor), (ctx) =>
      listMunicipalities(ctx.db),
    )
    return sendPage(reply, page(frameOf(request), { municipalities, state }))
  }
}

/** What exists already is said at the field that names it, with the form as it was typed. */
function takenAt(pointer: string): (error: unknown) => FieldProblem[] {
  return (error) => {
    const isTaken =
      (error instanceof Problem && error.type === 'already-exists') ||
      (error as { code?: unknown }).code === '23505'
    if (isTaken) return [{ pointer, code: 'taken' }]
    throw error
  }
}
