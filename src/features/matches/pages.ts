import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { type FormBody, many, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { frameOf } from '../../web/frame.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { showMeeting } from '../meetings/show.ts'
import { RecordMeeting } from '../meetings/schema.ts'
import { recordMeetingOfMatches } from './record-meeting.ts'
import { listMatches } from './sql.ts'
import { matchesPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  record: formFields(forCoordinators, 'outcome', 'absent[]', 'agreement[]'),
}

export function matchPages(app: FastifyInstance, ctx: Context): void {
  app.get('/matches', forCoordinators, async (request, reply) => {
    const matches = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const matches = await listMatches(ctx.db)
      const people = matches.rows.flatMap((match) => [match.mentorPersonId, match.menteePersonId])
      await recordAccess(ctx, 'person-listed', people)
      return matches
    })
    return sendPage(reply, matchesPage(frameOf(request), matches))
  })

  app.post('/meetings/:id/record', forms.record, async (request, reply) => {
    const values = request.body as FormBody
    const by = actingAs(ctx, request.actor)
    const problems = await submit(RecordMeeting, recordFromForm(values), (record) =>
      recordMeetingOfMatches(by, idOf(request), record),
    )
    if (problems === undefined) return reply.redirect(`/meetings/${idOf(request)}`, 303)
    return showMeeting(by, request, reply.code(422), { values, problems })
  })
}

/** An `agreement` box holds `<match>:<topic>`; an `absent` box holds a person. */
function recordFromForm(values: FormBody): object {
  const topics = new Map<string, string[]>()
  for (const box of many(values, 'agreement')) {
    const [matchId = '', topic = ''] = box.split(':')
    topics.set(matchId, [...(topics.get(matchId) ?? []), topic])
  }
  return {
    outcome: one(values, 'outcome'),
    absentPersonIds: many(values, 'absent'),
    agreements: [...topics].map(([matchId, topics]) => ({ matchId, topics })),
  }
}
