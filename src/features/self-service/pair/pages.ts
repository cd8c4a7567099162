import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { type FieldProblem, Problem } from '../../../problems.ts'
import { type FormBody, many, numberOrText, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { type PublicFrame, publicFrameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { logOwnMeeting } from '../../follow-up/own-meetings/log-own-meeting.ts'
import { proposeMeeting } from '../../follow-up/own-meetings/propose-meeting.ts'
import { LogMeeting, ProposeMeeting } from '../../follow-up/own-meetings/schema.ts'
import { askClosure } from '../../matches/closing/ask-closure.ts'
import { sharePhone } from '../../matches/share-phone.ts'
import { listMeetingPlaces } from '../../places/list-meeting-places.ts'
import { endPage, metPage, proposePage } from './forms/views.ts'
import { EndPair } from './schema.ts'
import { listOwnPairs, type OwnPair } from './sql.ts'

const forPeople = { config: { policy: 'person' } } as const
const forms = {
  phone: formFields(forPeople, 'shares'),
  propose: formFields(forPeople, 'day', 'time', 'occurrence', 'minutes', 'where', 'placeText'),
  met: formFields(forPeople, 'day', 'minutes'),
  end: formFields(forPeople, 'version', 'reasons[]'),
}

type Page = (frame: PublicFrame, pair: OwnPair, state: FormState) => Promise<string> | string

/** What one of a pair does about it, each with a page of its own. */
export function pairPages(app: FastifyInstance, ctx: Context): void {
  app.post('/me/pairs/:id/phone', forms.phone, async (request, reply) => {
    const { by, pair } = await ownPairOf(request)
    const shares = one(request.body as FormBody, 'shares')
    if (shares !== 'yes' && shares !== 'no') throw new Problem('invalid-input')
    await sharePhone(by, pair.id, pair.role, shares === 'yes')
    return reply.redirect('/me', 303)
  })

  const propose: Page = async (frame, pair, state) => {
    const { actor } = frame
    const municipality = 'municipality' in actor ? (actor.municipality ?? '') : ''
    const places = await listMeetingPlaces(actingAs(ctx, actor), municipality)
    return proposePage(frame, { pair, state, places })
  }
  const met: Page = (frame, pair, state) => metPage(frame, { pair, state })
  const end: Page = (frame, pair, state) => endPage(frame, { pair, state })

  app.get('/me/pairs/:id/meeting', forPeople, async (request, reply) =>
    show(request, reply, propose, emptyForm),
  )

  app.post('/me/pairs/:id/meeting', forms.propose, async (request, reply) => {
    const { by, personId, pair } = await ownPairOf(request)
    const values = request.body as FormBody
    const problems = await submit(ProposeMeeting, proposalOf(values), (wanted) =>
      proposeMeeting(by, pair.id, personId, wanted),
    )
    return answer(request, reply, propose, { values, problems: problems?.map(atField) })
  })

  app.get('/me/pairs/:id/met', forPeople, async (request, reply) =>
    show(request, reply, met, emptyForm),
  )

  app.post('/me/pairs/:id/met', forms.met, async (request, reply) => {
    const { by, personId, pair } = await ownPairOf(request)
    const values = request.body as FormBody
    const given = { day: one(values, 'day'), minutes: numberOrText(values, 'minutes') }
    const problems = await submit(LogMeeting, given, (meeting) =>
      logOwnMeeting(by, pair.id, personId, meeting),
    )
    return answer(request, reply, met, { values, problems })
  })

  app.get('/me/pairs/:id/end', forPeople, async (request, reply) =>
    show(request, reply, end, emptyForm),
  )

  app.post('/me/pairs/:id/end', forms.end, async (request, reply) => {
    const { by, pair } = await ownPairOf(request)
    const values = request.body as FormBody
    const given = { version: numberOrText(values, 'version'), reasons: many(values, 'reasons') }
    const problems = await submit(EndPair, given, ({ version, reasons }) =>
      askClosure(by, pair.id, { side: pair.role, reasons, version }),
    )
    return answer(request, reply, end, { values, problems })
  })

  /** Back to the own page, or the form again with what was refused. */
  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    page: Page,
    { values, problems }: { values: FormBody; problems: FieldProblem[] | undefined },
  ) {
    if (problems === undefined) return reply.redirect('/me', 303)
    return show(request, reply.code(422), page, { values, problems })
  }

  async function show(request: FastifyRequest, reply: FastifyReply, page: Page, state: FormState) {
    const { pair } = await ownPairOf(request)
    return sendPage(reply, await page(publicFrameOf(request), pair, state))
  }

  /** The pair in the address; one of somebody else is not found. */
  async function ownPairOf(request: FastifyRequest) {
    const { actor } = request
    if (actor.kind !== 'person') throw new Problem('not-allowed')
    const by = actingAs(ctx, actor)
    const pairs = await transact(by, ({ db, now }) => listOwnPairs(db, actor.id, now()))
    const pair = pairs.find(({ id }) => id === idOf(request))
    if (pair === undefined) throw new Problem('not-found')
    return { by, personId: actor.id, pair }
  }
}

function proposalOf(values: FormBody) {
  const [day, time, where] = (['day', 'time', 'where'] as const).map((name) => one(values, name))
  const isSite = where !== 'online' && where !== 'elsewhere'
  return {
    localStart: day === undefined || time === undefined ? undefined : `${day}T${time.slice(0, 5)}`,
    occurrence: one(values, 'occurrence'),
    minutes: numberOrText(values, 'minutes'),
    place: isSite ? 'site' : where,
    siteId: isSite ? where : undefined,
    placeText: where === 'elsewhere' ? one(values, 'placeText') : undefined,
  }
}

const fieldOf: Readonly<Record<string, string>> = {
  ...{ localStart: 'day', startsAt: 'day', occurrence: 'day' },
  ...{ place: 'where', siteId: 'where', matchIds: 'day' },
}

/** Moves the problem of a command to the field of the form. */
function atField(problem: FieldProblem): FieldProblem {
  const field = fieldOf[problem.pointer.split('/')[1] ?? '']
  return field === undefined ? problem : { ...problem, pointer: `/${field}` }
}
