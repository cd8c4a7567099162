import type { Context } from './context.ts'
import type { Duties, Duty } from './duties/duty.ts'
import { everyMinutes, everySecond, mondays, nightly } from './duties/schedule.ts'
import { composeStaffInvitation } from './features/accounts/jobs.ts'
import { flagBrowsing } from './features/audit/flag-browsing.ts'
import { sealAudit } from './features/audit/seal.ts'
import { journalHeads } from './features/audit/journal-heads.ts'
import { composeDigest } from './features/digests/jobs.ts'
import { queueDigests } from './features/digests/queue-digests.ts'
import { askMonths } from './features/follow-up/questions/ask-months.ts'
import { askOutcomes } from './features/follow-up/questions/ask-outcomes.ts'
import {
  composeFitQuestion,
  composeMeetingProposal,
  composeMonthQuestion,
  composeOutcomeQuestion,
} from './features/follow-up/questions/jobs.ts'
import { makeChecks } from './features/follow-up/checks/make-checks.ts'
import { composeConcernNotice } from './features/concerns/jobs.ts'
import { tellReaders } from './features/concerns/readers/tell-readers.ts'
import { chaseGoOn } from './features/matches/go-on/chase.ts'
import {
  composeGoOn,
  composeMatchClosed,
  composeMatchMade,
  composeMatchPaused,
} from './features/matches/jobs.ts'
import { resumeMatches } from './features/matches/transitions/resume.ts'
import { openAnswerTask } from './features/meetings/answers/open-answer-task.ts'
import { composeMeetingChange, composeMeetingReminder } from './features/meetings/notices/jobs.ts'
import { remindOfMeetings } from './features/meetings/reminders/remind.ts'
import { composeConfirmation, composeNewEmailNotice } from './features/people/registration/jobs.ts'
import { suspendEnrolment } from './features/people/transitions/by-hand/suspend.ts'
import { composeWaiting } from './features/people/waiting/jobs.ts'
import { tellThoseWaiting } from './features/people/waiting/tell.ts'
import { resumePaused } from './features/people/transitions/by-hand/resume.ts'
import { applyRetention } from './features/privacy/apply-retention.ts'
import { replayErasures } from './features/privacy/replay-erasures.ts'
import { expireAllProposals } from './features/proposals/offers/expire.ts'
import { remindOfOffers } from './features/proposals/offers/remind.ts'
import {
  composeAnswerRequests,
  composeOfferReminders,
  composeOfferWithdrawal,
} from './features/proposals/jobs.ts'
import { chaseCoordinators } from './features/requirements/chase.ts'
import { askToCall } from './features/requirements/first-call/ask-to-call.ts'
import { expireRequirements } from './features/requirements/expire.ts'
import { composeInterview } from './features/requirements/jobs.ts'
import { askThoseWaiting } from './features/requirements/reconfirmation/ask.ts'
import { lapseUnanswered } from './features/requirements/reconfirmation/lapse.ts'
import { composeReconfirmation } from './features/requirements/reconfirmation/jobs.ts'
import { giveUpRun, workRun } from './features/runs/queue/jobs.ts'
import { composeOwnPageLink } from './features/self-service/jobs.ts'
import { sendLinks } from './features/self-service/send-links.ts'
import { workSpreadsheet } from './features/imports/jobs.ts'
import type { BatchComposer, Composer, MailKind } from './mail/message.ts'
import type { PostOffice } from './mail/outbox/office.ts'
import { openOutbox } from './mail/outbox/send-due.ts'

/** Every kind of mail, and what writes it. */
export const composers: Readonly<Record<MailKind, Composer | BatchComposer>> = {
  'answer-request': composeAnswerRequests,
  concern: composeConcernNotice,
  'check-in': composeMonthQuestion,
  digest: composeDigest,
  'email-changed': composeConfirmation,
  'email-replaced': composeNewEmailNotice,
  'fit-question': composeFitQuestion,
  'go-on': composeGoOn,
  interview: composeInterview,
  'match-closed': composeMatchClosed,
  'match-made': composeMatchMade,
  'match-paused': composeMatchPaused,
  'meeting-cancelled': composeMeetingChange,
  'meeting-invitation': composeMeetingChange,
  'meeting-moved': composeMeetingChange,
  'meeting-outcome': composeOutcomeQuestion,
  'meeting-proposed': composeMeetingProposal,
  'meeting-reminder': composeMeetingReminder,
  'offer-reminder': composeOfferReminders,
  'offer-withdrawn': composeOfferWithdrawal,
  'own-page-link': composeOwnPageLink,
  reconfirmation: composeReconfirmation,
  registration: composeConfirmation,
  'staff-invitation': composeStaffInvitation,
  waiting: composeWaiting,
}

/**
 * Every duty: what happens without a request. When each is due and tried again stands here and nowhere
 * else; the code is its feature's. Duties act as the system and read what is true now.
 */
export function dutiesOf(office: PostOffice): Duties {
  return {
    // What cannot be sent now waits in the outbox itself: see state-after.ts.
    mail: { next: everySecond, retryMinutes: [1], work: openOutbox(office) },
    ...(office.sms === undefined ? {} : bySms(office)),
    'link-request': { atOnce: 4, givenUpAfterHours: 1, work: sendLinks },
    concern: { work: tellReaders },
    'meeting-answer': { work: openAnswerTask },
    import: { work: workSpreadsheet },
    // One that ends its process each time must not end every process for ever.
    run: { mostAbandoned: 5, work: workRun, giveUp: giveUpRun },

    'resume-paused': { next: nightly, work: resumePaused },
    'resume-matches': { next: nightly, work: resumeMatches },
    'chase-go-on': { next: nightly, work: chaseGoOn },
    'expire-requirements': {
      next: nightly,
      work: (ctx) => expireRequirements(ctx, suspendEnrolment),
    },
    'call-registered': { next: everyMinutes(60), work: askToCall },
    'expire-offers': { next: everyMinutes(60), work: expireAllProposals },
    'ask-outcomes': { next: nightly, work: askOutcomes },
    'ask-months': { next: nightly, work: askMonths },
    'make-checks': { next: nightly, work: makeChecks },
    'remind-of-meetings': { next: everyMinutes(15), work: remindOfMeetings },
    'remind-of-offers': { next: everyMinutes(60), work: remindOfOffers },
    digest: { next: mondays, work: queueDigests },
    'ask-again': { next: nightly, work: askThoseWaiting },
    'tell-those-waiting': { next: nightly, work: tellThoseWaiting },
    'pause-unanswered': { next: nightly, work: lapseUnanswered },
    'remind-coordinators': { next: nightly, work: chaseCoordinators },
    'apply-retention': { next: nightly, work: drop(applyRetention) },
    'replay-erasures': { next: nightly, work: drop(replayErasures) },

    'flag-browsing': { next: everyMinutes(5), work: drop(flagBrowsing) },
    'seal-audit': { next: everyMinutes(5), work: drop(sealAudit) },
    'journal-heads': { next: everyMinutes(60), work: journalHeads },
  }
}

/** A duty of its own: neither server waits for the other. */
function bySms(office: PostOffice): Duties {
  return {
    sms: { next: everySecond, retryMinutes: [1], work: openOutbox(office, 'sms') },
  }
}

/** The operation as a duty: its result is discarded. */
function drop(work: (ctx: Context) => Promise<unknown>): Duty['work'] {
  return async (ctx) => {
    await work(ctx)
  }
}
