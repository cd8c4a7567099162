import { z } from 'zod'
import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { Id } from '../../../web/fields.ts'
import { addRole } from './add-role.ts'
import { recordContact } from './contact/record-contact.ts'
import { registerContact, registerPerson } from './register.ts'
import { admitRegistration, asRegistrar } from './admit.ts'
import {
  AddRole,
  RecordContact,
  RegisterMentee,
  RegisterMentor,
  RegistrationView,
} from '../schema.ts'

const EnrolmentId = z.strictObject({ id: Id })

export function peopleApi(api: Api, ctx: Context): void {
  api.post(
    '/mentors',
    {
      config: { policy: 'public' },
      schema: {
        tags: ['People'],
        summary: 'Register as a mentor',
        body: RegisterMentor,
        response: { 201: RegistrationView },
      },
    },
    async (request, reply) => {
      const by = asRegistrar(ctx, request.actor)
      await admitRegistration(by)
      const registered = await registerPerson(by, { role: 'mentor', command: request.body })
      return reply.code(201).send(registered)
    },
  )

  api.post(
    '/mentees',
    {
      config: { policy: 'public' },
      schema: {
        tags: ['People'],
        summary: 'Register as a mentee',
        body: RegisterMentee,
        response: { 201: RegistrationView },
      },
    },
    async (request, reply) => {
      const by = asRegistrar(ctx, request.actor)
      await admitRegistration(by)
      const registered = await registerPerson(by, { role: 'mentee', command: request.body })
      return reply.code(201).send(registered)
    },
  )

  api.post(
    '/contacts',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Record a refugee whom a partner referred',
        body: RecordContact,
        response: { 201: RegistrationView },
      },
    },
    async (request, reply) => {
      const recorded = await recordContact(actingAs(ctx, request.actor), request.body)
      return reply.code(201).send(recorded)
    },
  )

  api.post(
    '/enrolments/:id/registration',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Register a contact as a mentee',
        params: EnrolmentId,
        body: RegisterMentee,
        response: { 201: RegistrationView },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      return reply.code(201).send(await registerContact(by, request.params.id, request.body))
    },
  )

  api.post(
    '/enrolments/:id/roles',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Enrol the same person in the other role: a mentee may also be a mentor',
        params: EnrolmentId,
        body: AddRole,
        response: { 201: z.object({ enrolmentId: z.string() }) },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      return reply.code(201).send(await addRole(by, request.params.id, request.body))
    },
  )
}
