import {
  fitQuestion,
  meetingProposal,
  monthQuestion,
  outcomeQuestion,
} from './features/follow-up/questions/mails.ts'
import { goOnQuestion, matchClosed, matchMade, matchPaused } from './features/matches/mails.ts'
import {
  meetingCancellation,
  meetingInvitation,
  meetingMove,
  meetingReminder,
} from './features/meetings/notices/mails.ts'
import { confirmationMail } from './features/people/registration/mails.ts'
import { waitingMail } from './features/people/waiting/mails.ts'
import { answerRequest, offerReminder, offerWithdrawal } from './features/proposals/mails.ts'
import { interviewMail } from './features/requirements/mails.ts'
import { reconfirmationMail } from './features/requirements/reconfirmation/mails.ts'
import type { Draft, OwnTextKind } from './mail/message.ts'

const at = Temporal.Instant.from('2027-03-04T16:00:00Z')
const place = { siteName: 'Hovedbiblioteket', siteAddress: 'Torvet 1' }
const question = { otherFirstName: 'Amina', answerBy: at, url: 'https://…' }
const venue = `${place.siteName}, ${place.siteAddress}`
const times = { startsAt: at, endsAt: at.add({ hours: 1 }) }
const meeting = {
  ...{ id: '1', ...times, sequence: 0, createdAt: at, changedAt: null, venue },
  ...{ interpreter: false, childCare: false },
}
const before = {
  startsAt: at.subtract({ hours: 24 }),
  endsAt: at.subtract({ hours: 23 }),
  place: venue,
}
const reader = { others: ['Amina'], answerLink: 'https://…' }
const offer = { role: 'mentor', otherFirstName: 'Amina', expiresAt: at, url: 'https://…' } as const

/** An invented mail of each kind to which a programme may add a paragraph, to show it in. */
export const mailSamples: Readonly<Record<OwnTextKind, Draft>> = {
  registration: confirmationMail({
    ...{ address: 'sofie@example.dk', kind: 'registration', isShared: false, url: 'https://…' },
  }),
  interview: interviewMail({
    ...{
      id: '1',
      state: 'booked',
      startsAt: at,
      sequence: 0,
      changedAt: at,
      hearsAgain: true,
      ...place,
    },
  }),
  'answer-request': answerRequest(offer),
  'offer-reminder': offerReminder(offer),
  'offer-withdrawn': offerWithdrawal,
  'match-made': matchMade({ otherFirstName: 'Amina', isAgain: false, asksToGoOn: true }),
  'meeting-invitation': meetingInvitation(meeting, reader),
  'meeting-cancelled': meetingCancellation([{ meeting, before }]),
  'meeting-moved': meetingMove(meeting, before, reader),
  'meeting-reminder': meetingReminder({ ...times, place: venue }, reader),
  'meeting-proposed': meetingProposal({ ...question, startsAt: at }),
  'meeting-outcome': outcomeQuestion({ ...question, startsAt: at }),
  'go-on': goOnQuestion(question),
  'fit-question': fitQuestion(question),
  'check-in': monthQuestion({ ...question, month: Temporal.PlainYearMonth.from('2027-02') }),
  'match-paused': matchPaused({
    until: Temporal.PlainDate.from('2027-04-01'),
    otherFirstName: 'Amina',
  }),
  'match-closed': matchClosed({ isReady: true, otherFirstName: 'Amina' }),
  reconfirmation: reconfirmationMail({ answerBy: at, url: 'https://…' }),
  waiting: waitingMail({ since: at, activities: null, url: 'https://…' }),
}
