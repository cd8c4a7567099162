import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { firstName } from '../../../locales/first-name.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, one, ticked } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf, publicFrameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { readLink } from '../../accounts/links/read-link.ts'
import { recordAccess } from '../../audit/record.ts'
import { listReaders } from '../readers/sql.ts'
import { ReportConcern } from '../schema.ts'
import { type Origin, readOrigin, reportConcern } from './report-concern.ts'
import type { PairRow } from './sql.ts'
import { type ConcernForm, concernPage, concernReceivedPage, ownConcernPage } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const
const forPeople = { config: { policy: 'person' } } as const
const forCoordinators = { config: { policy: 'coordinator' } } as const
const names = ['text', 'matchId', 'halts'] as const
const forms = {
  byLink: formFields(forEveryone, ...names),
  own: formFields(forPeople, ...names),
  atDesk: formFields(forCoordinators, ...names),
}

/** Where concerns are reported: by people themselves, by a link in a mail, and at the desk. */
export function reportingPages(app: FastifyInstance, ctx: Context, keys: KeyRing): void {
  app.get('/concern/received', forEveryone, async (request, reply) =>
    sendPage(reply, concernReceivedPage(publicFrameOf(request))),
  )

  app.get('/concern/:token', forEveryone, async (request, reply) =>
    showForm(request, reply, await holderOf(request), emptyForm),
  )
  app.post('/concern/:token', forms.byLink, async (request, reply) =>
    takeReport(request, reply, await holderOf(request)),
  )

  app.get('/me/concern', forPeople, async (request, reply) =>
    showForm(request, reply, own(personOf(request.actor)), emptyForm),
  )
  app.post('/me/concern', forms.own, async (request, reply) =>
    takeReport(request, reply, own(personOf(request.actor))),
  )

  for (const [path, kind] of [
    ['people', 'enrolment'],
    ['matches', 'match'],
    ['meetings', 'meeting'],
  ] as const) {
    const atDesk = (request: FastifyRequest): Report => ({
      actor: request.actor,
      origin: { kind, id: idOf(request) },
    })
    app.get(`/${path}/:id/concern`, forCoordinators, async (request, reply) =>
      showForm(request, reply, atDesk(request), emptyForm),
    )
    app.post(`/${path}/:id/concern`, forms.atDesk, async (request, reply) =>
      takeReport(request, reply, atDesk(request)),
    )
  }

  /** Reading the link uses nothing up, because mail scanners follow links. */
  async function holderOf(request: FastifyRequest): Promise<Report> {
    const { token } = request.params as { token: string }
    const { personId, municipality } = await readLink(ctx, token, 'concern')
    if (personId === null || municipality === null) throw new Problem('not-found')
    return own({ kind: 'person', id: personId, municipality })
  }

  async function takeReport(request: FastifyRequest, reply: FastifyReply, report: Report) {
    const values = request.body as FormBody
    const given = {
      text: one(values, 'text'),
      matchId: one(values, 'matchId'),
      halts: ticked(values, 'halts'),
    }
    const problems = await submit(ReportConcern, given, (command) =>
      reportConcern(actingAs(ctx, report.actor), report.origin, command, keys),
    )
    if (problems === undefined) return reply.redirect('/concern/received', 303)
    return showForm(request, reply.code(422), report, { values, problems })
  }

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    { actor, origin }: Report,
    state: FormState,
  ) {
    const { pairs, readers } = await transact(actingAs(ctx, actor), async (ctx) => {
      const { programme, pairs } = await readOrigin(ctx, origin)
      if (actor.kind === 'staff') await recordAccess(ctx, 'person-viewed', pairs.flatMap(bothOf))
      return { pairs, readers: await listReaders(ctx.db, programme.programmeId) }
    })
    const form: ConcernForm = {
      action: request.url.split('?')[0]!,
      pairs: origin.kind === 'match' ? [] : pairs.map((pair) => choiceOf(pair, actor)),
      mayHalt: pairs.length > 0,
      readers: readers.map(({ name }) => name),
      state,
    }
    if (actor.kind === 'staff') return sendPage(reply, concernPage(frameOf(request), form))
    return sendPage(reply, ownConcernPage(publicFrameOf(request), form))
  }
}

interface Report {
  actor: Actor
  origin: Origin
}

function own(actor: Actor & { kind: 'person' }): Report {
  return { actor, origin: { kind: 'self', id: actor.id } }
}

function personOf(actor: Actor): Actor & { kind: 'person' } {
  if (actor.kind !== 'person') throw new Problem('not-allowed')
  return actor
}

function bothOf({ mentorPersonId, menteePersonId }: PairRow): string[] {
  return [mentorPersonId, menteePersonId]
}

/** Colleagues see both names; a mentor or mentee the other's first name. */
function choiceOf(pair: PairRow, actor: Actor): { id: string; name: string } {
  const { matchId: id, mentorName, menteeName } = pair
  if (actor.kind !== 'person') return { id, name: `${mentorName} + ${menteeName}` }
  const other = pair.mentorPersonId === actor.id ? menteeName : mentorName
  return { id, name: firstName(other) }
}
