import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { SetReconfirmation } from '../programmes/schema.ts'
import { setReconfirmation } from '../programmes/set-reconfirmation.ts'
import { bookInterview } from './book-interview.ts'
import { cancelInterview } from './cancel-interview.ts'
import { dayOf } from './day.ts'
import { recordInterview } from './record-interview.ts'
import { recordRequirement } from './record-requirement.ts'
import {
  BookInterview,
  EnrolmentId,
  InterviewView,
  RecordInterview,
  RecordRequirement,
  RequiredView,
  SetRequirements,
  StandingView,
} from './schema.ts'
import { setRequirements } from './set.ts'
import { listRequired, listStanding, readMentor } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function requirementApi(api: Api, ctx: Context): void {
  settingsApi(api, ctx)
  interviewApi(api, ctx)

  api.get(
    '/enrolments/:id/requirements',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'The requirements of a mentor, and which are met',
        params: EnrolmentId,
        response: { 200: StandingView },
      },
    },
    async (request) => {
      const { id } = request.params
      const standing = await transact(actingAs(ctx, request.actor), async (ctx) => {
        await readMentor(ctx.db, id)
        return listStanding(ctx.db, id, dayOf(ctx.now()))
      })
      return {
        data: standing.map(({ kind, metOn, expiresOn, missing }) => ({
          kind,
          metOn: metOn?.toString() ?? null,
          expiresOn: expiresOn?.toString() ?? null,
          missing,
        })),
      }
    },
  )

  api.post(
    '/enrolments/:id/requirements',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'Record when a requirement was met; the last one missing makes the mentor ready',
        params: EnrolmentId,
        body: RecordRequirement,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await recordRequirement(actingAs(ctx, request.actor), request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}

function settingsApi(api: Api, ctx: Context): void {
  api.get(
    '/programme/requirements',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'What the programme requires of its mentors',
        response: { 200: RequiredView },
      },
    },
    async (request) => {
      const { actor } = request
      const required = await transact(actingAs(ctx, actor), (ctx) =>
        listRequired(ctx.db, municipalityOf(actor)),
      )
      return { data: required }
    },
  )

  api.put(
    '/programme/requirements',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'Set what the programme requires, and for how long each is valid',
        body: SetRequirements,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      await setRequirements(actingAs(ctx, actor), municipalityOf(actor), body)
      return reply.code(204).send(null)
    },
  )

  api.put(
    '/programme/reconfirmation',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'Set when people who wait are asked to reconfirm',
        body: SetReconfirmation,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      await setReconfirmation(actingAs(ctx, actor), municipalityOf(actor), body)
      return reply.code(204).send(null)
    },
  )
}

function interviewApi(api: Api, ctx: Context): void {
  api.post(
    '/enrolments/:id/interview',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'Book the interview, or move the one that is booked; the volunteer gets a mail',
        params: EnrolmentId,
        body: BookInterview,
        response: { 201: InterviewView },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      const id = await bookInterview(by, request.params.id, request.body)
      return reply.code(201).send({ id })
    },
  )

  api.post(
    '/enrolments/:id/interview/cancellation',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'Cancel the booked interview',
        params: EnrolmentId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await cancelInterview(actingAs(ctx, request.actor), request.params.id)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/enrolments/:id/interview/record',
    {
      config: forCoordinators,
      schema: {
        tags: ['Requirements'],
        summary: 'Record that the interview was held, and what was decided',
        params: EnrolmentId,
        body: RecordInterview,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await recordInterview(actingAs(ctx, request.actor), request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
