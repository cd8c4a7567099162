import { type Context, transact, type Work } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { answerGoOn } from '../../matches/go-on/answer.ts'
import { cancelMeeting } from '../../meetings/changes/cancel.ts'
import { recordMeetingOfMatches } from '../../matches/record-meeting.ts'
import { settleQuestion } from '../../questions/settle.ts'
import { openTask } from '../../tasks/open.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { planProposedMeeting } from '../own-meetings/propose-meeting.ts'
import { monthOf } from './month.ts'
import { readQuestion } from './read-question.ts'
import type { Answer, AnswerTo } from './schema.ts'
import { type AskedQuestion, lockMatch } from './sql.ts'

/**
 * Answers a question in the name of whom it was asked, with all that follows from it. The same answer
 * again changes nothing.
 */
export async function answerQuestion(
  ctx: Context,
  id: string,
  personId: string,
  answer: Answer,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { matchId } = await readQuestion(ctx, id, personId)
    await lockMatch(ctx.db, matchId)
    // Another answer may have come while we waited for the lock.
    const question = await readQuestion(ctx, id, personId)
    if ('outcome' in answer) await recordOutcome(ctx, question, answer)
    else if ('goOn' in answer) await answerGoOn(ctx, question, answer.goOn)
    else if ('meet' in answer) await answerProposal(ctx, question, answer)
    else if ('fit' in answer) await settleQuestion(ctx, id, answer)
    else await keepMonth(ctx, question, answer)
  })
}

/**
 * Records the meeting by who was there, or as called off by who could not come. Another answer is for the
 * coordinator to correct.
 */
async function recordOutcome(
  ctx: Work,
  { id, meetingId, personId, ownRole, otherPersonId, answer: earlier }: AskedQuestion,
  { outcome }: AnswerTo<'outcome'>,
): Promise<void> {
  if (earlier?.outcome === outcome) return
  if (earlier !== null || meetingId === null) throw new Problem('already-answered')
  await settleQuestion(ctx, id, { outcome })
  if (outcome === 'off-self' || outcome === 'off-other') {
    const otherRole = ownRole === 'mentor' ? 'mentee' : 'mentor'
    const side = outcome === 'off-self' ? ownRole : otherRole
    return cancelMeeting(ctx, meetingId, { by: side, reason: 'other' })
  }
  const wasThere = (isThere: boolean) => (isThere ? 'present' : 'absent')
  await recordMeetingOfMatches(ctx, meetingId, {
    agreements: [],
    attendance: [
      { personId, attendance: wasThere(outcome === 'both' || outcome === 'only-self') },
      {
        personId: otherPersonId,
        attendance: wasThere(outcome === 'both' || outcome === 'only-other'),
      },
    ],
  })
}

/** Plans the meeting when the other wants it; what is planned is moved as meetings are. */
async function answerProposal(
  ctx: Work,
  { id, matchId, about, answer: earlier }: AskedQuestion,
  { meet }: AnswerTo<'meet'>,
): Promise<void> {
  if (earlier?.meet === meet) return
  if (earlier?.meet === 'yes') throw new Problem('already-answered')
  await settleQuestion(ctx, id, { meet })
  if (meet === 'yes') await planProposedMeeting(ctx, matchId, about)
}

/** Keeps how often they met in a month. A coordinator gets a task when all is not well. */
async function keepMonth(
  ctx: Work,
  question: AskedQuestion,
  answer: AnswerTo<'month'>,
): Promise<void> {
  const { id, municipality, matchId } = question
  await settleQuestion(ctx, id, { month: monthOf(question).toString(), ...answer })
  const about = { municipality, matchId }
  const kind = 'pair_not_well'
  const dueOn = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  if (answer.well === 'no') await openTask(ctx, { ...about, kind, dueOn })
  else await resolveTasks(ctx, { matchId, kinds: [kind] })
}
