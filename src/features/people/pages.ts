import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact, type Work } from '../../context.ts'
import type { EnrolmentRole } from '../../db/types.ts'
import { type FormBody, one } from '../../web/form.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordLooks } from '../audit/record.ts'
import { addRole } from './add-role.ts'
import { recordContact } from './contact.ts'
import { moveByHand } from './move-by-hand.ts'
import { registerContact, registerPerson, type Registration } from './register.ts'
import { admitRegistration } from './registration/admit.ts'
import { newRegistration, registrationFromForm } from './registration/form.ts'
import { withoutHaste } from './registration/haste.ts'
import { registrationPage, thanksPage } from './registration/views.ts'
import { AddRole, MoveEnrolment, RecordContact, RegisterMentee, RegisterMentor } from './schema.ts'
import {
  findOpenQuestion,
  listPartners,
  listRolesOf,
  listServedMunicipalities,
  listStanding,
  listTransitions,
  readEnrolment,
  readInterview,
} from './sql.ts'
import { contactPage, enrolmentPage, frontPage } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const
const forCoordinators = { config: { policy: 'coordinator' } } as const

export function peoplePages(app: FastifyInstance, ctx: Context): void {
  app.get('/', forEveryone, async (request, reply) => {
    const home = homeOf(request)
    return home === undefined
      ? sendPage(reply, frontPage(frameOf(request)))
      : reply.redirect(home, 303)
  })

  for (const role of ['mentor', 'mentee'] as const) registrationPages(app, ctx, role)

  app.get('/people/:id', forCoordinators, async (request, reply) =>
    showEnrolment(request, reply, emptyForm),
  )

  app.post('/people/:id/moves', forCoordinators, async (request, reply) => {
    const values = request.body as FormBody
    const given = { to: one(values, 'to'), reason: one(values, 'reason') }
    const problems = await submit(MoveEnrolment, given, (move) =>
      moveByHand(actingAs(ctx, request.actor), idOf(request), move),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showEnrolment(request, reply.code(422), { values, problems })
  })

  async function showEnrolment(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const [person, transitions, standing] = await transact(
      actingAs(ctx, request.actor),
      async (ctx) => {
        const person = await readEnrolment(ctx.db, idOf(request))
        await recordLooks(ctx, 'person-viewed', [person.personId])
        const standing = {
          requirements: await listStanding(ctx.db, idOf(request)),
          interview: await readInterview(ctx.db, idOf(request)),
          question: await findOpenQuestion(ctx.db, idOf(request)),
          roles: await listRolesOf(ctx.db, person.personId),
          now: ctx.now(),
        }
        return [person, await listTransitions(ctx.db, idOf(request)), standing] as const
      },
    )
    return sendPage(reply, enrolmentPage(frameOf(request), person, transitions, standing, state))
  }

  app.post('/people/:id/roles', forCoordinators, async (request, reply) => {
    const given = { role: one(request.body as FormBody, 'role') }
    let id = idOf(request)
    const problems = await submit(AddRole, given, async (command) => {
      id = (await addRole(actingAs(ctx, request.actor), id, command)).enrolmentId
    })
    if (problems === undefined) return reply.redirect(`/people/${id}/profile`, 303)
    return showEnrolment(request, reply.code(422), { values: {}, problems })
  })

  app.get('/people/contacts/new', forCoordinators, async (request, reply) =>
    showContactForm(request, reply, emptyForm),
  )

  app.post('/people/contacts', forCoordinators, async (request, reply) => {
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
      municipalities: await listServedMunicipalities(ctx.db),
      partners: await listPartners(ctx.db),
    }))
    return sendPage(reply, contactPage(frameOf(request), { ...choices, state }))
  }

  app.get('/people/:id/registration', forCoordinators, async (request, reply) => {
    const person = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const person = await readEnrolment(ctx.db, idOf(request))
      await recordLooks(ctx, 'person-viewed', [person.personId])
      return person
    })
    const values = { ...newRegistration(ctx.now()), name: person.name, residence: person.residence }
    return showContactRegistration(request, reply, {
      values: { ...values, sex: person.sex },
      problems: [],
    })
  })

  app.post('/people/:id/registration', forCoordinators, async (request, reply) => {
    const values = request.body as FormBody
    const given = registrationFromForm('mentee', values, request.locale)
    const problems = await submit(RegisterMentee, given, (command) =>
      registerContact(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showContactRegistration(request, reply.code(422), { values, problems })
  })

  async function showContactRegistration(
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState,
  ) {
    const municipalities = await transact(actingAs(ctx, request.actor), servedMunicipalities)
    const action = `/people/${idOf(request)}/registration`
    return sendPage(
      reply,
      registrationPage(frameOf(request), { role: 'mentee', action, municipalities, state }),
    )
  }
}

/** The public form of one role: shown, sent, and given back filled in when something is wrong. */
function registrationPages(app: FastifyInstance, ctx: Context, role: EnrolmentRole): void {
  app.get(`/${role}`, forEveryone, async (request, reply) =>
    showForm(request, reply, { values: newRegistration(ctx.now()), problems: [] }),
  )

  app.post(`/${role}`, forEveryone, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await register(request, values)
    if (problems === undefined) return reply.redirect(`/${role}/thanks`, 303)
    const isBusy = problems.some(({ code }) => code === 'busy')
    const again = { values: withoutHaste(values, ctx.now()), problems }
    return showForm(request, reply.code(isBusy ? 429 : 422), again)
  })

  app.get(`/${role}/thanks`, forEveryone, async (request, reply) =>
    sendPage(reply, thanksPage(frameOf(request), role)),
  )

  async function register(request: FastifyRequest, values: FormBody) {
    const given = registrationFromForm(role, values, request.locale)
    const by = actingAs(ctx, request.actor)
    const admitted = async (registration: Registration) => {
      await admitRegistration(by, values)
      await registerPerson(by, registration)
    }
    return role === 'mentor'
      ? submit(RegisterMentor, given, (command) => admitted({ role, command }))
      : submit(RegisterMentee, given, (command) => admitted({ role, command }))
  }

  async function showForm(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const municipalities = await transact(actingAs(ctx, request.actor), servedMunicipalities)
    return sendPage(
      reply,
      registrationPage(frameOf(request), { role, action: `/${role}`, municipalities, state }),
    )
  }
}

function servedMunicipalities(ctx: Work) {
  return listServedMunicipalities(ctx.db)
}

/** Where a signed-in visitor belongs; nowhere in particular for the public. */
function homeOf(request: FastifyRequest): string | undefined {
  const { actor } = request
  if (actor.kind === 'person') return '/me'
  if (actor.kind === 'staff') return actor.role === 'coordinator' ? '/proposals' : '/administration'
  return undefined
}
