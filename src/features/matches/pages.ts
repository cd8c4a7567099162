import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { actingAs, type Context } from '../../context.ts'
import { type FormBody, fieldProblems, many, numberOrText } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { filledIn, idOf, sendPage, submit } from '../../web/pages.ts'
import { Problem } from '../../problems.ts'
import { askClosure } from './closing/ask-closure.ts'
import { confirmClosure } from './closing/confirm-closure.ts'
import { reopenMatch } from './closing/reopen.ts'
import { answerGoOnFor } from './go-on/answer.ts'
import { listMatches } from './list/list-matches.ts'
import { matchesPage } from './list/views.ts'
import type { Typed } from './page/match-form.ts'
import { readMatch } from './page/read-match.ts'
import { matchPage } from './page/views.ts'
import {
  AnswerGoOn,
  AskClosure,
  ConfirmClosure,
  type FindRisks,
  ListMatches,
  MoveMatch,
  PauseMatch,
  RecordUnplanned,
} from './schema.ts'
import { recordUnplanned } from './records/record-unplanned.ts'
import { pauseMatch } from './transitions/pause.ts'
import { resumeMatch } from './transitions/resume.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function matchPages(app: FastifyInstance, ctx: Context, findRisks: FindRisks): void {
  app.get('/matches', forCoordinators, async (request, reply) => {
    const wanted = ListMatches.safeParse(filledIn(request))
    if (!wanted.success) throw new Problem('invalid-input', { fields: fieldProblems(wanted.error) })
    const list = await listMatches(actingAs(ctx, request.actor), wanted.data, findRisks)
    return sendPage(reply, matchesPage(frameOf(request), { ...list, show: wanted.data.show }))
  })

  app.get('/matches/:id', forCoordinators, async (request, reply) =>
    show(request, reply, emptyForm),
  )

  async function show(request: FastifyRequest, reply: FastifyReply, typed: Typed) {
    const match = await readMatch(actingAs(ctx, request.actor), idOf(request), findRisks)
    return sendPage(reply, matchPage(frameOf(request), match, typed))
  }

  /** A form of a match's page: its fields, of which those in brackets are lists, and what it does. */
  function take<Body extends z.ZodType>(
    path: string,
    fields: readonly string[],
    body: Body,
    act: (by: Context, id: string, command: z.output<Body>) => Promise<void>,
    form?: NonNullable<Typed['form']>,
  ): void {
    const options = formFields(forCoordinators, 'version', ...fields)
    app.post(`/matches/:id/${path}`, options, async (request, reply) => {
      const values = request.body as FormBody
      const given = Object.fromEntries(
        fields.map((field) => {
          const name = field.replace('[]', '')
          return [name, field.endsWith('[]') ? many(values, name) : numberOrText(values, name)]
        }),
      )
      const version = numberOrText(values, 'version')
      const problems = await submit(body, { ...given, version }, (command) =>
        act(actingAs(ctx, request.actor), idOf(request), command),
      )
      if (problems === undefined) return reply.redirect(`/matches/${idOf(request)}`, 303)
      const typed = { values, problems, ...(form === undefined ? {} : { form }) }
      return show(request, reply.code(422), typed)
    })
  }

  take('pause', ['until'], PauseMatch, pauseMatch, 'pause')
  take('meetings', ['day', 'minutes'], RecordUnplanned, recordUnplanned, 'meeting')
  take('resumption', [], MoveMatch, resumeMatch)
  take('go-on', ['party', 'answer', 'channel'], AnswerGoOn, answerGoOnFor, 'go-on')
  take('closure', ['side', 'reasons[]'], AskClosure, askClosure, 'closure')
  take(
    'closure/confirmation',
    ['kind', 'reasons[]', 'goals', 'closedOn', 'mentee'],
    ConfirmClosure,
    confirmClosure,
    'confirmation',
  )
  take('reopening', [], MoveMatch, reopenMatch)
}
