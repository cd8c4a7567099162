import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact, type Work } from '../../context.ts'
import { listSites } from '../../db/sites.ts'
import type { FieldProblem } from '../../problems.ts'
import { type FormBody, many, numberOrText, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { SetReconfirmation } from '../programmes/schema.ts'
import { setReconfirmation } from '../programmes/set-reconfirmation.ts'
import { bookInterview } from './book-interview.ts'
import { cancelInterview } from './cancel-interview.ts'
import { dayOf } from './day.ts'
import { recordInterview } from './record-interview.ts'
import { recordRequirement } from './record-requirement.ts'
import {
  BookInterview,
  RecordInterview,
  RecordRequirement,
  requirementKinds,
  SetRequirements,
} from './schema.ts'
import { setRequirements } from './set.ts'
import {
  countReadyLacking,
  findBookedInterview,
  listRequired,
  listStanding,
  readMentor,
  readReconfirmation,
} from './sql.ts'
import { interviewPage, requirementPage, requirementsPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  requirement: formFields(forCoordinators, 'kind', 'metOn', 'expiresOn'),
  interview: formFields(forCoordinators, 'startsAt', 'siteId'),
  outcome: formFields(forCoordinators, 'decision', 'reason'),
  required: formFields(forCoordinators, 'required[]', 'months-*'),
  reconfirmation: formFields(forCoordinators, 'afterDays', 'answerDays'),
}

export function requirementPages(app: FastifyInstance, ctx: Context): void {
  settingsPages(app, ctx)
  interviewPages(app, ctx)

  app.get('/people/:id/requirements', forCoordinators, async (request, reply) =>
    showRequirements(request, reply, emptyForm),
  )

  app.post('/people/:id/requirements', forms.requirement, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      kind: one(values, 'kind'),
      metOn: one(values, 'metOn'),
      expiresOn: one(values, 'expiresOn'),
    }
    const problems = await submit(RecordRequirement, given, (command) =>
      recordRequirement(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showRequirements(request, reply.code(422), { values, problems })
  })

  async function showRequirements(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const view = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      mentor: await seeMentor(ctx, idOf(request)),
      standing: await listStanding(ctx.db, idOf(request), dayOf(ctx.now())),
      today: dayOf(ctx.now()),
    }))
    return sendPage(reply, requirementPage(frameOf(request), { ...view, state }))
  }
}

function interviewPages(app: FastifyInstance, ctx: Context): void {
  app.get('/people/:id/interview', forCoordinators, async (request, reply) =>
    showInterview(request, reply, emptyForm),
  )

  app.post('/people/:id/interview', forms.interview, async (request, reply) => {
    const values = request.body as FormBody
    // At night nobody interviews: of two equal times the first is meant.
    const given = {
      localStart: one(values, 'startsAt')?.slice(0, 16),
      occurrence: 'first',
      siteId: one(values, 'siteId'),
    }
    const problems = await submit(BookInterview, given, (command) =>
      bookInterview(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showInterview(request, reply.code(422), { values, problems: problems.map(atTime) })
  })

  app.post('/people/:id/interview/cancel', forCoordinators, async (request, reply) => {
    await cancelInterview(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect(`/people/${idOf(request)}`, 303)
  })

  app.post('/people/:id/interview/record', forms.outcome, async (request, reply) => {
    const values = request.body as FormBody
    const given = { decision: one(values, 'decision'), reason: one(values, 'reason') }
    const problems = await submit(RecordInterview, given, (command) =>
      recordInterview(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showInterview(request, reply.code(422), { values, problems })
  })

  async function showInterview(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const view = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      mentor: await seeMentor(ctx, idOf(request)),
      booked: await findBookedInterview(ctx.db, idOf(request)),
      sites: await listSites(ctx.db, municipalityOf(request.actor)),
      now: ctx.now(),
    }))
    return sendPage(reply, interviewPage(frameOf(request), { ...view, state }))
  }
}

function settingsPages(app: FastifyInstance, ctx: Context): void {
  app.get('/programme/requirements', forCoordinators, async (request, reply) =>
    showSettings(request, reply),
  )

  app.post('/programme/requirements', forms.required, async (request, reply) => {
    const values = request.body as FormBody
    const kinds = many(values, 'required')
    const requirements = kinds.map((kind) => ({
      kind,
      lastsMonths: numberOrText(values, `months-${kind}`),
    }))
    const problems = await submit(SetRequirements, { requirements }, (command) =>
      setRequirements(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect('/programme/requirements', 303)
    const atFields = problems.map((problem) => atField(problem, kinds))
    return showSettings(request, reply.code(422), { values, problems: atFields })
  })

  app.post('/programme/reconfirmation', forms.reconfirmation, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      afterDays: numberOrText(values, 'afterDays'),
      answerDays: numberOrText(values, 'answerDays'),
    }
    const problems = await submit(SetReconfirmation, given, (command) =>
      setReconfirmation(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect('/programme/requirements', 303)
    return showSettings(request, reply.code(422), { values, problems })
  })

  async function showSettings(request: FastifyRequest, reply: FastifyReply, typed?: FormState) {
    const municipality = municipalityOf(request.actor)
    const view = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      required: await listRequired(ctx.db, municipality),
      lacking: await countReadyLacking(ctx.db, municipality, dayOf(ctx.now())),
      days: await readReconfirmation(ctx.db, municipality),
    }))
    const stored = storedForm(view)
    const state =
      typed === undefined
        ? { values: stored, problems: [] }
        : { ...typed, values: mix(stored, typed.values) }
    return sendPage(reply, requirementsPage(frameOf(request), { lacking: view.lacking, state }))
  }
}

/** The page has two forms: the fields of the one that was not sent keep their stored values. */
function mix(stored: FormBody, typed: FormBody): FormBody {
  const isDays = typed.afterDays !== undefined
  const { required: _, ...days } = stored
  return isDays ? { ...stored, ...typed } : { ...days, ...typed }
}

function storedForm(view: {
  required: Awaited<ReturnType<typeof listRequired>>
  days: Awaited<ReturnType<typeof readReconfirmation>>
}): FormBody {
  const months = view.required.flatMap(({ kind, lastsMonths }) =>
    lastsMonths === null ? [] : [[`months-${kind}`, String(lastsMonths)] as const],
  )
  return {
    required: view.required.map(({ kind }) => kind),
    afterDays: String(view.days.reconfirmAfterDays),
    answerDays: String(view.days.reconfirmAnswerDays),
    ...Object.fromEntries(months),
  }
}

/** Moves a problem of a list item to the form field of that item. */
function atField(problem: FieldProblem, kinds: readonly string[]): FieldProblem {
  const [, list, at, field] = problem.pointer.split('/')
  const kind = requirementKinds.find((kind) => kind === kinds[Number(at)])
  const isMonths = list === 'requirements' && field === 'lastsMonths' && kind !== undefined
  return isMonths
    ? { ...problem, pointer: `/months-${kind}` }
    : { ...problem, pointer: '/required' }
}

/** Moves a problem with the time, or with somebody who is taken then, to the field of the time. */
function atTime(problem: FieldProblem): FieldProblem {
  return problem.pointer === '/siteId' ? problem : { ...problem, pointer: '/startsAt' }
}

/** Reads the mentor and logs that the person was viewed. */
async function seeMentor(ctx: Work, id: string) {
  const mentor = await readMentor(ctx.db, id)
  await recordAccess(ctx, 'person-viewed', [mentor.personId])
  return mentor
}
