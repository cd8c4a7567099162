import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { actingAs, type Context, transact } from '../../../context.ts'
import { type FormBody, numberOrText, one, ticked } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { recordAccess } from '../../audit/record.ts'
import { listMeetingPlaces } from '../../places/list-meeting-places.ts'
import { findTimesForForm } from '../planning/find-times-for-form.ts'
import { atFields, planFields, planOf } from '../planning/form.ts'
import { listMatchesToPlan } from '../planning/sql.ts'
import { showMeeting } from '../show.ts'
import { type MeetingRow, readMeeting } from '../sql.ts'
import { addPair } from './add-pair.ts'
import { cancelMeeting } from './cancel.ts'
import { moveMeeting } from './move.ts'
import { removePair } from './remove-pair.ts'
import { AddPair, CancelMeeting, MoveMeeting, RemovePair } from './schema.ts'
import { listPairs } from './sql.ts'
import { addPage, movePage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  move: formFields(forCoordinators, 'version', ...planFields),
  cancel: formFields(forCoordinators, 'version', 'by', 'reason'),
  add: formFields(forCoordinators, 'version', 'matchId', 'agreedByPhone'),
  remove: formFields(forCoordinators, 'version', 'matchId'),
}

export function meetingChangePages(app: FastifyInstance, ctx: Context): void {
  app.get('/meetings/:id/move', forCoordinators, async (request, reply) =>
    showMove(request, reply, { ...emptyForm, values: request.query as FormBody }),
  )

  app.post('/meetings/:id/moves', forms.move, async (request, reply) => {
    const values = request.body as FormBody
    const { matchIds: _, ...wanted } = planOf(values)
    const given = { version: numberOrText(values, 'version'), ...wanted }
    const problems = await submit(MoveMeeting, given, (command) =>
      moveMeeting(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect(`/meetings/${idOf(request)}`, 303)
    const state = { values, problems: atFields(problems, values) }
    return showMove(request, reply.code(422), state)
  })

  app.post('/meetings/:id/cancellation', forms.cancel, async (request, reply) => {
    const values = request.body as FormBody
    const given = { by: one(values, 'by'), reason: one(values, 'reason') }
    return change(request, reply, CancelMeeting, given, cancelMeeting)
  })

  app.get('/meetings/:id/pairs', forCoordinators, async (request, reply) =>
    showAdd(request, reply, emptyForm),
  )

  app.post('/meetings/:id/pairs', forms.add, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      version: numberOrText(values, 'version'),
      matchId: one(values, 'matchId'),
      agreedByPhone: ticked(values, 'agreedByPhone'),
    }
    const problems = await submit(AddPair, given, (command) =>
      addPair(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect(`/meetings/${idOf(request)}`, 303)
    return showAdd(request, reply.code(422), { values, problems })
  })

  app.post('/meetings/:id/pairs/removal', forms.remove, async (request, reply) => {
    const given = { matchId: one(request.body as FormBody, 'matchId') }
    return change(request, reply, RemovePair, given, removePair)
  })

  async function change<Schema extends z.ZodType>(
    request: FastifyRequest,
    reply: FastifyReply,
    schema: Schema,
    given: object,
    operation: (ctx: Context, id: string, command: z.output<Schema>) => Promise<void>,
  ) {
    const values = request.body as FormBody
    const by = actingAs(ctx, request.actor)
    const id = idOf(request)
    const version = numberOrText(values, 'version')
    const problems = await submit(schema, { version, ...given }, (command) =>
      operation(by, id, command),
    )
    if (problems === undefined) return reply.redirect(`/meetings/${id}`, 303)
    return showMeeting(by, request, reply.code(422), { values, problems })
  }

  async function showAdd(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const shown = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const meeting = await readMeeting(ctx.db, idOf(request))
      const others = (await listMatchesToPlan(ctx.db)).filter(
        ({ id }) => !meeting.matches.some((match) => match.id === id),
      )
      const people = others.flatMap((pair) => [pair.mentorPersonId, pair.menteePersonId])
      await recordAccess(ctx, 'person-listed', people)
      return { meeting, others, state }
    })
    return sendPage(reply, addPage(frameOf(request), shown))
  }

  async function showMove(request: FastifyRequest, reply: FastifyReply, given: FormState) {
    const { actor } = request
    const shown = await transact(actingAs(ctx, actor), async (ctx) => {
      const meeting = await readMeeting(ctx.db, idOf(request))
      const people = meeting.participants.map(({ id }) => id)
      await recordAccess(ctx, 'person-viewed', people)
      const places = await listMeetingPlaces(ctx, municipalityOf(actor))
      const { matchIds } = await listPairs(ctx.db, meeting.id)
      const values = { ...asPlanned(meeting), ...given.values, match: matchIds }
      const found = await findTimesForForm(ctx, values)
      const problems = [...given.problems, ...(found.problems ?? [])]
      return { meeting, places, times: found.times, state: { values, problems } }
    })
    return sendPage(reply, movePage(frameOf(request), shown))
  }
}

/** The form's values for the meeting as it is. */
function asPlanned(meeting: MeetingRow): FormBody {
  const { place, siteId, roomId, accountId, placeText, interpreter, childCare } = meeting
  const site = [siteId, roomId].filter((id) => id !== null).join('/')
  return {
    minutes: String(Math.round(meeting.startsAt.until(meeting.endsAt).total('minutes'))),
    where: place === 'site' ? site : place,
    account: accountId ?? 'none',
    placeText: place === 'elsewhere' ? (placeText ?? undefined) : undefined,
    interpreter: interpreter ? 'on' : undefined,
    childCare: childCare ? 'on' : undefined,
  }
}
