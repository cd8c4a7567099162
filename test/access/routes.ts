import type { Place } from '../support/municipality.ts'

/** What the matrix must know of a route besides its policy: where its ids are. */
export interface Row {
  /** What `:id` or `:token` in the address refers to. */
  target?: Exclude<keyof Place, 'invitedIds'>
  /** A valid body; the test replaces its ids one by one. */
  body?: (place: Place) => Record<string, unknown>
  query?: (place: Place) => Record<string, string>
  /** The statuses for the owner, when not a success. */
  own?: number[]
  /** Unknown ids are ignored, or refused one by one within a successful response. */
  lenient?: true
}

const period = { from: '2026-01-01', to: '2027-01-01', audience: 'internal' }
const mentee = (place: Place) => ({
  name: 'Amal Nasser',
  email: 'amal@example.dk',
  residence: place.municipality,
  languages: [{ tag: 'ar', level: 'native' }],
  hours: [{ day: 2, from: '17:00', to: '21:00' }],
  needs: [{ topic: 'dansk' }],
  consent: true,
})
const profile = (place: Place) => ({
  version: '1',
  name: 'Mette Holm',
  email: 'mette@example.dk',
  residence: place.municipality,
  'languages-tag-0': 'da',
  'languages-level-0': 'native',
  'hours-day-0': '2',
  'hours-from-0': '17:00',
  'hours-to-0': '19:30',
  offers: 'dansk',
})
const concern = () => ({ text: 'Han er utryg' })
const meeting = (place: Place) => ({
  matchIds: [place.matchId],
  siteId: place.siteId,
  startsAt: '2026-12-08T17:00:00+01:00',
})
const record = (place: Place) => ({
  version: 1,
  attendance: place.invitedIds.map((personId) => ({ personId, attendance: 'present' })),
  agreements: [{ matchId: place.matchId, topics: ['dansk'] }],
})
const recordForm = (place: Place) => ({
  version: '1',
  attendance: place.invitedIds.map((id) => `${id}:present`),
  agreement: [`${place.matchId}:dansk`],
})

/** The record raised the version. */
const corrected = (body: (place: Place) => object) => (place: Place) => ({
  ...body(place),
  version: 2,
})

const seen = () => ({ version: 1 })
const met = () => ({ version: 1, day: '2026-11-23', minutes: 60 })
const goOn = () => ({ version: 1, party: 'mentor', answer: 'yes' })
const closure = () => ({ version: 1, side: 'mentor', reasons: ['moved'] })
const confirmation = () => ({ version: 1, kind: 'never_started', reasons: ['moved'] })
/** The form's body as the API takes it. */
const asJson = (body: (place: Place) => object) => (place: Place) => ({
  ...body(place),
  version: 1,
})

const move = (place: Place) => ({
  version: '1',
  where: place.siteId,
  when: '2026-12-08T17:00:00+01:00',
  minutes: '60',
  account: 'none',
})
const cancellation = () => ({ version: '1', by: 'mentor', reason: 'ill' })
const changedPair = (place: Place) => ({ version: '1', matchId: place.matchId })
const invitedAnswer = (place: Place) => ({
  version: '1',
  personId: place.invitedIds[0]!,
  answer: 'yes',
  channel: 'phone',
})

/** Every route that checks ownership. The matrix fails for a route that is missing here. */
export const rows: Record<string, Row> = {
  // Not configured here; tested in test/features/accounts/oidc.test.ts.
  'POST /confirm/oidc': { own: [404] },
  'GET /administration': {},
  'POST /administration/programmes': { body: () => ({ municipality: '0101', name: 'Nyt' }) },
  'POST /administration/coordinators': {
    body: () => ({ name: 'Ny', email: 'ny@example.dk', municipality: '0101' }),
  },
  'POST /administration/accounts/:id/disable': { target: 'accountId' },
  'POST /administration/accounts/:id/invite': { target: 'accountId' },

  'POST /account/password': {
    body: () => ({ current: 'x', password: 'tre høje graner bag skolen' }),
    own: [422],
  },
  'POST /account/sessions/:id/end': { target: 'sessionId' },
  'POST /account/sessions/end-others': {},
  'POST /tokens': { body: () => ({ name: 'Ny', scope: 'stats:read', months: '1' }) },
  'POST /tokens/:id/revocation': { target: 'tokenId' },

  'POST /programme/sites': { body: () => ({ name: 'Ny', address: 'Vej 1' }) },
  'GET /programme/places/:id': { target: 'siteId' },
  'POST /programme/places/:id/hours': {
    target: 'siteId',
    body: () => ({ version: '1', 'staffed-2': '10-20' }),
  },
  'POST /programme/places/:id/rooms': {
    target: 'siteId',
    body: () => ({ version: '1', 'newRoom-1': 'Sal' }),
  },
  'POST /programme/places': { body: () => ({ meetsElsewhere: 'on' }) },
  'GET /api/v1/sites/:id/hours': { target: 'siteId' },
  'PUT /api/v1/sites/:id/hours': {
    target: 'siteId',
    body: () => ({ version: 1, weekly: [], days: [] }),
  },
  'GET /api/v1/sites/:id/rooms': { target: 'siteId' },
  'PUT /api/v1/sites/:id/rooms': { target: 'siteId', body: () => ({ version: 1, rooms: [] }) },
  'POST /programme/partners': { body: () => ({ name: 'Ny', type: 'ngo' }) },
  'POST /api/v1/sites': { body: () => ({ name: 'Ny', address: 'Vej 1' }) },
  'POST /api/v1/partners': { body: () => ({ name: 'Ny', type: 'ngo' }) },

  'GET /people': {},
  'POST /people/moves': {
    body: (place) => ({ enrolmentIds: 'ticked', ids: place.enrolmentId, to: 'screened' }),
    lenient: true,
  },
  'POST /letters': {
    body: (place) => ({ enrolmentIds: 'ticked', ids: place.enrolmentId }),
    lenient: true,
  },
  'GET /letters/:id': { target: 'printId' },
  'GET /people/:id/letters': { target: 'enrolmentId' },
  'POST /people/:id/letters': { target: 'partyEnrolmentId', body: () => ({ locale: 'ti' }) },
  'POST /programme/activities': { body: () => ({ activities: 'Sprogcafé hver torsdag' }) },
  'POST /programme/contact': { body: () => ({ phone: '65514444' }) },
  'POST /api/v1/letters': {
    body: (place) => ({ enrolmentIds: [place.enrolmentId] }),
    lenient: true,
  },
  'GET /people/:id': { target: 'enrolmentId' },
  'POST /people/:id/moves': { target: 'enrolmentId', body: () => ({ to: 'paused' }) },
  'GET /people/:id/registration': { target: 'contactId' },
  'POST /people/:id/registration': {
    target: 'contactId',
    body: (place) => ({
      name: 'Amal Nasser',
      email: 'amal@example.dk',
      residence: place.municipality,
      'level-ar': 'native',
      hours: '2-evening',
      needs: 'dansk',
      consent: 'on',
    }),
  },
  'GET /people/:id/concern': { target: 'enrolmentId' },
  'POST /people/:id/concern': { target: 'enrolmentId', body: concern },
  'GET /matches/:id/concern': { target: 'matchId' },
  'POST /matches/:id/concern': { target: 'matchId', body: concern },
  'GET /meetings/:id/concern': { target: 'meetingId' },
  'POST /meetings/:id/concern': { target: 'meetingId', body: concern },
  'POST /me/concern': { body: concern },
  'GET /concern/:token': { target: 'concernToken' },
  'POST /concern/:token': { target: 'concernToken', body: concern },
  'GET /concerns/:id': { target: 'concernId' },
  'POST /concerns/:id/steps': {
    target: 'concernId',
    body: () => ({ kind: 'done', text: 'x', happenedOn: '2026-11-01' }),
  },
  'POST /concerns/:id/halt': { target: 'concernId' },
  'POST /programme/concerns': {
    body: (place) => ({ accountIds: [place.accountId, place.otherAccountId] }),
  },
  'GET /administration/programmes/:id/concerns': { target: 'programmeId' },
  'POST /administration/programmes/:id/concerns': {
    target: 'programmeId',
    body: (place) => ({ accountIds: [place.accountId, place.otherAccountId] }),
  },
  'GET /people/:id/privacy': { target: 'enrolmentId' },
  'GET /people/:id/export': { target: 'enrolmentId' },
  'GET /people/:id/erasure': { target: 'enrolmentId' },
  'POST /people/:id/erasure': { target: 'enrolmentId' },
  'POST /people/:id/consents': { target: 'enrolmentId', body: () => ({ purpose: 'photo' }) },
  'POST /people/:id/consents/withdrawal': {
    target: 'enrolmentId',
    body: () => ({ purpose: 'matching' }),
  },
  'POST /me/consents': { body: () => ({ purpose: 'photo' }) },
  'POST /me/consents/withdrawal': { body: () => ({ purpose: 'matching' }) },
  'POST /me/erasure-request': {},
  'POST /me/address/question': { own: [409] },
  'POST /me/address/withdrawal': { own: [409] },
  'GET /api/v1/enrolments/:id/consents': { target: 'enrolmentId' },
  'POST /api/v1/enrolments/:id/consents': {
    target: 'enrolmentId',
    body: () => ({ purpose: 'photo' }),
  },
  'POST /api/v1/enrolments/:id/consents/withdrawal': {
    target: 'enrolmentId',
    body: () => ({ purpose: 'matching' }),
  },
  'GET /api/v1/enrolments/:id/export': { target: 'enrolmentId' },
  'POST /api/v1/enrolments/:id/erasure': { target: 'enrolmentId', body: () => ({}) },
  'POST /people/contacts': {
    body: (place) => ({
      name: 'Ny',
      residence: place.municipality,
      partnerId: place.partnerId,
      sex: 'woman',
    }),
  },
  'POST /api/v1/contacts': {
    body: (place) => ({
      name: 'Ny',
      residence: place.municipality,
      partnerId: place.partnerId,
    }),
  },
  'POST /api/v1/enrolments/moves': {
    body: (place) => ({ enrolmentIds: [place.enrolmentId], to: 'screened' }),
    lenient: true,
  },
  'POST /api/v1/enrolments/:id/moves': { target: 'enrolmentId', body: () => ({ to: 'paused' }) },
  'POST /api/v1/enrolments/:id/registration': { target: 'contactId', body: mentee },

  'GET /people/:id/interview': { target: 'registeredId' },
  'POST /people/:id/interview': {
    target: 'registeredId',
    body: (place) => ({ siteId: place.siteId, startsAt: '2026-12-08T17:00' }),
  },
  'POST /people/:id/interview/cancel': { target: 'interviewedId' },
  'POST /people/:id/interview/record': {
    target: 'interviewedId',
    body: () => ({ decision: 'selected' }),
    own: [409],
  },
  'GET /people/:id/requirements': { target: 'enrolmentId' },
  'POST /people/:id/requirements': {
    target: 'enrolmentId',
    body: () => ({ kind: 'confidentiality', metOn: '2026-11-01' }),
  },
  'POST /people/:id/reconfirmation': { target: 'askedId', body: () => ({ answer: 'yes' }) },
  'GET /welcome/:token': { target: 'welcomeToken' },
  'POST /welcome/:token': { target: 'welcomeToken' },
  'GET /interested/:token': { target: 'interestedToken' },
  'POST /interested/:token': { target: 'interestedToken', body: () => ({ answer: 'yes' }) },
  'GET /unsubscribe/:token': { target: 'unsubscribeToken' },
  'POST /unsubscribe/:token': { target: 'unsubscribeToken' },
  // Every coordinator has their own under these names; tested in test/mail/own-texts.test.ts.
  'GET /programme/mail/:kind/:locale': { own: [404] },
  'POST /programme/mail/:kind/:locale': { body: () => ({ text: 'Kom', seen: '' }), own: [404] },
  'POST /me/mails': { body: () => ({ kinds: 'waiting' }) },
  'POST /account/mails': { body: () => ({ kinds: 'digest' }) },
  'POST /programme/requirements': { body: () => ({ required: 'interview' }) },
  'POST /programme/reconfirmation': { body: () => ({ afterDays: '60', answerDays: '7' }) },
  'POST /tasks/:id/done': { target: 'taskId' },
  'PUT /api/v1/programme/requirements': { body: () => ({ requirements: [{ kind: 'interview' }] }) },
  'PUT /api/v1/programme/reconfirmation': { body: () => ({ afterDays: 60, answerDays: 7 }) },
  'POST /api/v1/enrolments/:id/interview': {
    target: 'registeredId',
    body: (place) => ({ siteId: place.siteId, startsAt: meeting(place).startsAt }),
  },
  'POST /api/v1/enrolments/:id/interview/cancellation': { target: 'interviewedId' },
  'POST /api/v1/enrolments/:id/interview/record': {
    target: 'interviewedId',
    body: () => ({ decision: 'selected' }),
    own: [409],
  },
  'GET /api/v1/enrolments/:id/profile': { target: 'enrolmentId' },
  'PATCH /api/v1/enrolments/:id/profile': {
    target: 'enrolmentId',
    body: () => ({ interests: ['musik'] }),
  },
  'GET /api/v1/enrolments/:id/requirements': { target: 'enrolmentId' },
  'POST /api/v1/enrolments/:id/requirements': {
    target: 'enrolmentId',
    body: () => ({ kind: 'confidentiality', metOn: '2026-11-01' }),
  },
  'POST /api/v1/enrolments/:id/reconfirmation': {
    target: 'askedId',
    body: () => ({ answer: 'yes' }),
  },
  'POST /api/v1/tasks/:id/done': { target: 'taskId' },
  'POST /people/import': { own: [415] },
  'GET /people/import/:id': { target: 'importId' },
  'POST /people/import/:id/columns': {
    target: 'importId',
    body: () => ({ column: ['name', 'email'] }),
  },
  'POST /people/import/:id/confirmation': { target: 'importId', body: () => ({ consent: 'on' }) },
  'POST /people/import/:id/cancel': { target: 'importId' },
  'GET /people/import/:id/wrong.csv': { target: 'importId' },
  'POST /people/export.csv': { own: [200, 403] },
  'POST /people/export.xlsx': { own: [200, 403] },

  'POST /runs': {},
  'GET /runs/:id': { target: 'runId' },
  'GET /runs/:id/what-if': { target: 'runId' },
  'GET /runs/:id/pairs': { target: 'runId' },
  'GET /runs/:id/unmatched': { target: 'runId' },
  'POST /runs/:id/cancel': { target: 'runId', own: [409] },
  'GET /proposals/:id/alternatives': { target: 'draftId' },
  'POST /api/v1/match-runs': { body: () => ({}) },
  'GET /api/v1/match-runs/:id': { target: 'runId' },
  'GET /api/v1/match-runs/:id/explanation': { target: 'runId' },
  'GET /api/v1/match-runs/:id/unmatched': { target: 'runId' },
  'GET /api/v1/match-runs/:id/pairs': {
    target: 'runId',
    query: (place) => ({ enrolment: place.enrolmentId }),
  },
  'POST /api/v1/match-runs/:id/what-if': {
    target: 'runId',
    body: () => ({ variants: [{ name: 'x', objective: 'score' }] }),
  },
  'POST /api/v1/match-runs/:id/cancellation': { target: 'runId', own: [409] },
  'GET /api/v1/proposals/:id/alternatives': { target: 'draftId' },
  'GET /proposals/:id': { target: 'draftId' },
  'POST /proposals/:id/approve': { target: 'draftId' },
  'POST /proposals/:id/reject': { target: 'draftId', body: () => ({ reason: 'x' }) },
  'POST /proposals/:id/answers': {
    target: 'offeredId',
    body: () => ({ party: 'mentor', answer: 'yes' }),
  },
  'GET /api/v1/proposals/:id': { target: 'draftId' },
  'POST /api/v1/proposals/:id/approval': { target: 'draftId' },
  'POST /api/v1/proposals/:id/rejection': { target: 'draftId', body: () => ({ reason: 'x' }) },
  'POST /api/v1/proposals/:id/answers': {
    target: 'offeredId',
    body: () => ({ party: 'mentor', answer: 'yes' }),
  },
  'POST /people/:id/roles': { target: 'enrolmentId', body: () => ({ role: 'mentee' }) },
  'POST /api/v1/enrolments/:id/roles': {
    target: 'enrolmentId',
    body: () => ({ role: 'mentee' }),
  },
  'GET /people/:id/profile': { target: 'enrolmentId' },
  'POST /people/:id/profile': { target: 'enrolmentId', body: profile },
  'GET /me/roles/:id/profile': { target: 'partyEnrolmentId' },
  'POST /me/roles/:id/profile': { target: 'partyEnrolmentId', body: profile },
  'GET /calendar/:token.ics': { target: 'feedToken' },
  'POST /me/calendar': {},
  'POST /me/calendar/end': {},
  'POST /account/calendar': {},
  'POST /account/calendar/end': {},
  'POST /link': { body: () => ({ email: 'somebody@example.dk' }) },
  'POST /me/roles/:id/pause': { target: 'partyEnrolmentId', body: () => ({}) },
  'POST /me/roles/:id/return': { target: 'partyEnrolmentId', own: [409] },
  'POST /me/roles/:id/leave': { target: 'partyEnrolmentId' },
  'GET /me/proposals/:id': { target: 'offeredId' },
  'POST /me/proposals/:id': { target: 'offeredId', body: () => ({ answer: 'yes' }) },

  'GET /meetings/new': { query: (place) => ({ match: place.matchId }), lenient: true },
  'GET /api/v1/meetings/slots': {
    query: (place) => ({ match: place.matchId, siteId: place.siteId, accountId: place.accountId }),
  },
  'POST /meetings': {
    body: (place) => ({
      match: [place.matchId],
      where: place.siteId,
      when: meeting(place).startsAt,
    }),
  },
  'POST /api/v1/meetings': { body: meeting },
  'GET /meetings/:id': { target: 'meetingId' },
  'GET /api/v1/meetings/:id': { target: 'meetingId' },
  'GET /meetings/:id/move': { target: 'plannedId' },
  'GET /meetings/:id/pairs': { target: 'plannedId' },
  'POST /meetings/:id/moves': { target: 'plannedId', body: move },
  'POST /meetings/:id/cancellation': { target: 'plannedId', body: cancellation },
  // Its only pair.
  'POST /meetings/:id/pairs': { target: 'plannedId', body: changedPair, own: [422] },
  'POST /meetings/:id/pairs/removal': { target: 'plannedId', body: changedPair, own: [422] },
  'POST /meetings/:id/answers': { target: 'plannedId', body: invitedAnswer },
  'POST /meetings/records': {
    body: (place) => ({ meeting: [`${place.meetingId}:1`] }),
  },
  'POST /api/v1/meetings/:id/moves': {
    target: 'plannedId',
    body: (place) => ({ version: 1, startsAt: move(place).when, siteId: place.siteId }),
  },
  'POST /api/v1/meetings/:id/cancellation': { target: 'plannedId', body: asJson(cancellation) },
  'POST /api/v1/meetings/:id/pairs': {
    ...{ target: 'plannedId', body: asJson(changedPair), own: [422] },
  },
  'POST /api/v1/meetings/:id/pairs/removal': {
    ...{ target: 'plannedId', body: asJson(changedPair), own: [422] },
  },
  'POST /api/v1/meetings/:id/answers': { target: 'plannedId', body: asJson(invitedAnswer) },
  'POST /meetings/:id/record': { target: 'meetingId', body: recordForm },
  'POST /meetings/:id/correction': { target: 'recordedId', body: corrected(recordForm) },
  'POST /api/v1/meetings/:id/record': { target: 'meetingId', body: record },
  'POST /api/v1/meetings/:id/correction': { target: 'recordedId', body: corrected(record) },

  'POST /m/:token': { target: 'questionToken', body: () => ({ fit: 'good' }) },
  'GET /me/pairs/:id/meeting': { target: 'matchId', own: [404] },
  'POST /me/pairs/:id/meeting': {
    target: 'matchId',
    body: (place) => ({ day: '2026-12-08', time: '12:00', minutes: '60', where: place.siteId }),
    own: [404],
  },
  'GET /me/pairs/:id/met': { target: 'matchId', own: [404] },
  'POST /me/pairs/:id/met': {
    target: 'matchId',
    body: () => ({ day: '2026-11-22', minutes: '60' }),
    own: [404],
  },
  'GET /me/pairs/:id/end': { target: 'matchId', own: [404] },
  'POST /me/pairs/:id/end': {
    target: 'matchId',
    body: () => ({ version: '1', reasons: 'no_time' }),
    own: [404],
  },
  'POST /me/pairs/:id/phone': { target: 'matchId', body: () => ({ shares: 'yes' }), own: [404] },
  'GET /me/meetings/:id': { target: 'meetingId', own: [404] },
  'POST /me/meetings/:id': {
    target: 'meetingId',
    body: () => ({ nonce: 'x', answer: 'yes' }),
    own: [404],
  },
  // The party is of no pair; test/features/follow-up has those who are.
  'GET /me/questions/:id': { target: 'questionId', own: [404] },
  'POST /me/questions/:id': {
    target: 'questionId',
    body: () => ({ fit: 'good' }),
    own: [404],
  },
  'POST /programme/follow-up': {
    body: () => ({
      version: '1',
      firstContactHours: '48',
      contactWeeks: '2',
      contactMonths: '3',
      reviewWeeks: '6',
      decisionMonths: '6',
    }),
  },
  'PUT /api/v1/programme/follow-up': { body: () => ({ version: 1, plan: {} }) },
  'GET /matches/:id': { target: 'matchId' },
  'GET /api/v1/matches/:id': { target: 'matchId' },
  'POST /matches/:id/meetings': { target: 'matchId', body: met },
  'POST /matches/:id/pause': { target: 'matchId', body: seen },
  'POST /matches/:id/resumption': { target: 'matchId', body: seen, own: [409] },
  'POST /matches/:id/go-on': { target: 'matchId', body: goOn, own: [409] },
  'POST /matches/:id/closure': { target: 'matchId', body: closure },
  'POST /matches/:id/closure/confirmation': { target: 'matchId', body: confirmation, own: [409] },
  'POST /matches/:id/reopening': { target: 'matchId', body: seen, own: [409] },
  'POST /api/v1/matches/:id/meetings': { target: 'matchId', body: met },
  'POST /api/v1/matches/:id/pause': { target: 'matchId', body: seen },
  'POST /api/v1/matches/:id/resumption': { target: 'matchId', body: seen, own: [409] },
  'POST /api/v1/matches/:id/go-on': { target: 'matchId', body: goOn, own: [409] },
  'POST /api/v1/matches/:id/closure': { target: 'matchId', body: closure },
  'POST /api/v1/matches/:id/closure/confirmation': {
    target: 'matchId',
    body: confirmation,
    own: [409],
  },
  'POST /api/v1/matches/:id/reopening': { target: 'matchId', body: seen, own: [409] },
  'GET /matches/:id/check-ins': { target: 'matchId' },
  'POST /matches/:id/check-ins': {
    target: 'matchId',
    body: () => ({ with: 'both', way: 'phone', goes: 'well' }),
  },
  'POST /api/v1/matches/:id/check-ins': {
    target: 'matchId',
    body: () => ({ with: 'both', way: 'phone', goes: 'well' }),
  },

  'GET /mail/:id': { target: 'mailId' },
  'GET /mail/:id/invite.ics': { target: 'mailId' },
  // It is kept; that one which was refused is sent again is tested in test/features/mails.
  'POST /mail/:id/resend': { target: 'mailId', own: [409] },
  'POST /api/v1/mails/:id/resend': { target: 'mailId', own: [409] },

  'GET /report': { query: (place) => ({ municipality: place.municipality, ...period }) },
  'GET /report.csv': { query: (place) => ({ municipality: place.municipality, ...period }) },
  'GET /api/v1/statistics': {
    query: (place) => ({ municipality: place.municipality, ...period }),
    own: [200, 403],
  },
  'GET /api/v1/statistics.csv': {
    query: (place) => ({ municipality: place.municipality, ...period }),
    own: [200, 403],
  },
}

/** The form behind each mailed link; other fields are refused before the link is read. */
export const linkForms: Readonly<Record<string, string>> = {
  answer: 'answer=yes',
  interested: 'answer=yes',
  concern: 'text=x',
  m: 'fit=good',
  'sign-in': '',
  invitation: 'password=en+gul+cykel+i+regnvejr',
  'set-up': 'password=en+gul+cykel+i+regnvejr',
}
