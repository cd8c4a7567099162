import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import type { EnrolmentRole } from '../../../db/types.ts'
import type { FormBody } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { frameOfAnother, publicFrameOf } from '../../../web/frame.ts'
import { policies } from '../../../web/guard.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { startSession } from '../../../web/session.ts'
import { readLink } from '../../accounts/links/read-link.ts'
import { recordAccess } from '../../audit/record.ts'
import { readEnrolment } from '../profile/page/sql.ts'
import {
  ownMunicipality,
  registerContact,
  type Registered,
  registerPerson,
  type Registration,
} from './register.ts'
import { RegisterMentee, RegisterMentor } from '../schema.ts'
import { listServedMunicipalities } from '../sql.ts'
import { admitRegistration, asRegistrar } from './admit.ts'
import { confirmEmail } from './confirm-email.ts'
import { newRegistration, registrationFields, registrationFromForm } from './form.ts'
import { resetBotCheck } from './bot-check.ts'
import { registrationPage, thanksPage, welcomePage } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const
const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  contact: formFields(forCoordinators, ...registrationFields),
  everyone: formFields(forEveryone, ...registrationFields),
}

/** Registration by the public, and by a coordinator for a contact. */
export function registrationPages(app: FastifyInstance, ctx: Context): void {
  for (const role of ['mentor', 'mentee'] as const) publicForm(app, ctx, role)

  app.get('/people/:id/registration', forCoordinators, async (request, reply) => {
    const person = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const person = await readEnrolment(ctx.db, idOf(request))
      await recordAccess(ctx, 'person-viewed', [person.personId])
      return person
    })
    const values = { ...newRegistration(ctx.now()), name: person.name, residence: person.residence }
    return showContactRegistration(request, reply, {
      values: { ...values, sex: person.sex },
      problems: [],
    })
  })

  app.post('/people/:id/registration', forms.contact, async (request, reply) => {
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
      registrationPage(frameOfAnother(request), { role: 'mentee', action, municipalities, state }),
    )
  }
}

/** The public form of one role: shown, submitted, and shown again with errors. */
function publicForm(app: FastifyInstance, ctx: Context, role: EnrolmentRole): void {
  app.get(`/${role}`, forEveryone, async (request, reply) =>
    showForm(request, reply, { values: newRegistration(ctx.now()), problems: [] }),
  )

  app.post(`/${role}`, forms.everyone, async (request, reply) => {
    const values = request.body as FormBody
    let done = `/${role}/thanks`
    const problems = await register(request, values, ({ enrolmentId }) => {
      // A coordinator at the desk continues with the new person's page.
      if (policies.coordinator(request.actor)) done = `/people/${enrolmentId}`
    })
    if (problems === undefined) return reply.redirect(done, 303)
    const isBusy = problems.some(({ code }) => code === 'busy')
    const again = { values: resetBotCheck(values, ctx.now()), problems }
    return showForm(request, reply.code(isBusy ? 429 : 422), again)
  })

  app.get(`/${role}/thanks`, forEveryone, async (request, reply) =>
    sendPage(reply, thanksPage(publicFrameOf(request), role)),
  )

  async function register(
    request: FastifyRequest,
    values: FormBody,
    onRegistered: (registered: Registered) => void,
  ) {
    const given = registrationFromForm(role, values, request.locale)
    const by = asRegistrar(ctx, request.actor)
    const admitted = async (registration: Registration) => {
      await admitRegistration(by, values)
      onRegistered(await registerPerson(by, registration))
    }
    return role === 'mentor'
      ? submit(RegisterMentor, given, (command) => admitted({ role, command }))
      : submit(RegisterMentee, given, (command) => admitted({ role, command }))
  }

  async function showForm(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const municipalities = await transact(asRegistrar(ctx, request.actor), servedMunicipalities)
    const isOthers = policies.coordinator(request.actor)
    const frame = isOthers ? frameOfAnother(request) : publicFrameOf(request)
    return sendPage(
      reply,
      registrationPage(frame, { role, action: `/${role}`, municipalities, state }),
    )
  }
}

function servedMunicipalities(ctx: Work) {
  return listServedMunicipalities(ctx.db, ownMunicipality(ctx.actor))
}

/** Opening the confirmation link changes nothing, because mail scanners open links too. */
export function welcomePages(app: FastifyInstance, ctx: Context): void {
  app.get('/welcome/:token', forEveryone, async (request, reply) => {
    await readLink(actingAs(ctx, { kind: 'system' }), tokenOf(request), 'confirm-email')
    return sendPage(reply, welcomePage(publicFrameOf(request)))
  })

  app.post('/welcome/:token', forEveryone, async (request, reply) => {
    startSession(reply, await confirmEmail(ctx, tokenOf(request)))
    return reply.redirect('/me', 303)
  })
}

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token: string }).token
}
