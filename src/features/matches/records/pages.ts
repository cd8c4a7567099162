import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context } from '../../../context.ts'
import { type FormBody, fieldProblems, many, numberOrText } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { Problem } from '../../../problems.ts'
import { idOf, submit } from '../../../web/pages.ts'
import { RecordMeeting } from '../../meetings/schema.ts'
import { showMeeting } from '../../meetings/show.ts'
import { correctMeetingOfMatches, recordMeetingOfMatches } from '../record-meeting.ts'
import { RecordMeetings, recordMeetings } from './record-meetings.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  record: formFields(forCoordinators, 'version', 'attendance[]', 'minutes', 'agreement[]'),
  many: formFields(forCoordinators, 'meeting[]'),
}

export function recordPages(app: FastifyInstance, ctx: Context): void {
  app.post('/meetings/:id/record', forms.record, async (request, reply) =>
    take(request, reply, recordMeetingOfMatches),
  )

  app.post('/meetings/:id/correction', forms.record, async (request, reply) =>
    take(request, reply, correctMeetingOfMatches),
  )

  app.post('/meetings/records', forms.many, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const chosen = pairsIn(request.body as FormBody, 'meeting')
    const meetings = chosen.map(([id, version]) => ({ id, version: Number(version) }))
    const given = RecordMeetings.safeParse(meetings)
    if (!given.success) throw new Problem('invalid-input', { fields: fieldProblems(given.error) })
    await recordMeetings(by, given.data)
    return reply.redirect('/meetings', 303)
  })

  async function take(
    request: FastifyRequest,
    reply: FastifyReply,
    write: (ctx: Context, id: string, record: RecordMeeting) => Promise<void>,
  ) {
    const values = request.body as FormBody
    const by = actingAs(ctx, request.actor)
    const problems = await submit(RecordMeeting, recordFromForm(values), (record) =>
      write(by, idOf(request), record),
    )
    if (problems === undefined) return reply.redirect(`/meetings/${idOf(request)}`, 303)
    return showMeeting(by, request, reply.code(422), { values, problems })
  }
}

/** An `attendance` field holds `<person>:<attendance>`, and an `agreement` box `<match>:<topic>`. */
function recordFromForm(values: FormBody): object {
  const topics = Map.groupBy(pairsIn(values, 'agreement'), ([matchId]) => matchId)
  return {
    version: numberOrText(values, 'version'),
    attendance: pairsIn(values, 'attendance').map(([personId, attendance]) => ({
      personId,
      attendance,
    })),
    minutes: numberOrText(values, 'minutes'),
    agreements: [...topics].map(([matchId, of]) => ({
      matchId,
      topics: of.map(([, topic]) => topic),
    })),
  }
}

function pairsIn(values: FormBody, name: string): [string, string][] {
  return many(values, name).map((value) => {
    const [left = '', right = ''] = value.split(':')
    return [left, right]
  })
}
