import { type Context, transact, type Work } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { ask } from '../../questions/ask.ts'
import { remind } from '../../questions/remind.ts'
import { withdrawQuestions } from '../../questions/settle.ts'
import { openTask } from '../../tasks/open.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { startOfToday, untilNine } from './month.ts'
import {
  listRecorded,
  listUnansweredOutcomes,
  listUnrecorded,
  type UnrecordedMeeting,
} from './sql.ts'

/** As long as a meeting can be recorded by its mentor. */
const answerTime = Temporal.Duration.from({ hours: 30 * 24 })

/**
 * Asks the mentor at nine on the day after a meeting that nobody recorded who was there, again after
 * seven days, and a day later a coordinator. A meeting of several pairs, and a mentor whom no mail
 * reaches, are for the coordinator at once.
 */
export async function askOutcomes(ctx: Context): Promise<void> {
  const today = startOfToday(ctx.now())
  await forEach(await transact(ctx, ({ db }) => listRecorded(db)), (id) => settleMeeting(ctx, id))
  const unrecorded = await transact(ctx, ({ db }) => listUnrecorded(db, today))
  await forEach(unrecorded, (meeting) => transact(ctx, (ctx) => askAbout(ctx, meeting)))
  const unanswered = await transact(ctx, ({ db }) =>
    listUnansweredOutcomes(db, {
      askedBefore: today.subtract({ hours: 6 * 24 }),
      remindedBefore: today,
    }),
  )
  await forEach(unanswered, (question) => transact(ctx, (ctx) => askAgain(ctx, question)))
}

async function askAbout(ctx: Work, meeting: UnrecordedMeeting): Promise<void> {
  const { id: meetingId, municipality, matchId, mentorPersonId: personId } = meeting
  if (meeting.pairs > 1 || !meeting.mentorHasEmail)
    return openMeetingTask(ctx, { municipality, meetingId })
  const answerBy = ctx.now().add(answerTime)
  const question = {
    kind: 'outcome',
    municipality,
    personId,
    matchId,
    meetingId,
    answerBy,
  } as const
  await ask(ctx, question, 'meeting-outcome', untilNine(ctx.now()))
}

async function askAgain(
  ctx: Work,
  question: Awaited<ReturnType<typeof listUnansweredOutcomes>>[number],
): Promise<void> {
  const { municipality, meetingId } = question
  if (question.remindedAt === null)
    await remind(ctx, question, 'meeting-outcome', untilNine(ctx.now()))
  else await openMeetingTask(ctx, { municipality, meetingId: meetingId! })
}

async function openMeetingTask(
  ctx: Work,
  about: { municipality: string; meetingId: string },
): Promise<void> {
  const dueOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  await openTask(ctx, { ...about, kind: 'meeting_unrecorded', dueOn })
}

/** Somebody else recorded it or called it off. */
async function settleMeeting(ctx: Context, meetingId: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    await withdrawQuestions(ctx, { meetingId }, ['outcome'])
    await resolveTasks(ctx, { meetingId, kinds: ['meeting_unrecorded'] })
  })
}
