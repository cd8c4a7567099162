import type { Translation } from './translate.ts'

export const en = {
  // Layout
  'layout.skip': 'Skip to content',
  'layout.footer': 'Makker is free software that brings volunteers and refugees together.',
  'layout.languages': 'Languages',
  'layout.signOut': 'Sign out',
  'layout.nav.label': 'Main menu',
  'layout.nav.proposals': 'Proposals',
  'layout.nav.people': 'People',
  'layout.nav.matches': 'Matches',
  'layout.nav.meetings': 'Meetings',
  'layout.nav.report': 'Report',
  'layout.nav.mail': 'Mail',
  'layout.nav.administration': 'Administration',

  // Reports
  'report.title': 'Quantitative report',
  'report.period': '{$from} to {$through}, both included',
  'report.asOf': 'As things were known on {$date}.',
  'report.internal': 'Internal',
  'report.internalNote':
    'Internal version: it also shows numbers about very few people and must not leave the house.',
  'report.publicNote':
    'Public version: numbers of 1 to {$most} people are not shown, nor numbers they could be worked out from.',
  'report.form.title': 'Choose a period',
  'report.form.from': 'From',
  'report.form.to': 'To',
  'report.form.toHint': 'The first day that is not included. For all of 2026: 1 January 2027.',
  'report.form.audience': 'Who will read the report?',
  'report.form.audience.internal': 'Only ourselves: all numbers',
  'report.form.audience.public': 'Others: small numbers are hidden, and the period is whole months',
  'report.form.submit': 'Show the report',
  'form.error.wholeMonths': 'The public version covers whole months. Choose the 1st of a month.',
  'report.csv.title': 'Download the numbers',
  'report.csv.excel': 'Download for Excel (CSV, Danish)',
  'report.csv.plain': 'Download as CSV',
  'report.summary': 'In short',
  'report.section.mentors': 'Mentors',
  'report.section.mentees': 'Refugees',
  'report.section.groups': 'Who they are',
  'report.section.waiting': 'Waiting time',
  'report.section.matches': 'Mentor pairs',
  'report.section.meetings': 'Meetings and agreements',
  'report.definitions': 'How the numbers are counted',
  'report.table.measure': 'What',
  'report.table.value': 'Number',
  'report.table.of': '{$numerator} of {$denominator}',
  'report.table.hidden': 'Hidden',
  'report.by.sex': 'by sex',
  'report.by.age': 'by age',
  'report.by.residence': 'by residence',
  'report.by.partner': 'by the association that made the contact',
  'report.by.days': 'by number of days',
  'report.by.state': 'by outcome',
  'report.by.topic': 'by topic',
  'report.measure.mentor.registered': 'Mentors who registered',
  'report.measure.mentor.interviewed': 'Mentors who were interviewed',
  'report.measure.mentor.selected': 'Mentors who were selected',
  'report.measure.mentor.ready': 'Mentors who became ready',
  'report.measure.mentor.registeredAtEnd': 'Awaiting an interview at the end of the period',
  'report.measure.mentor.interviewedAtEnd':
    'Awaiting an answer after the interview at the end of the period',
  'report.measure.mentor.selectedAtEnd': 'Selected but not ready at the end of the period',
  'report.measure.mentor.readyAtEnd': 'Ready at the end of the period',
  'report.measure.mentor.selectionRate': 'Share of interviewed mentors who were selected',
  'report.measure.mentee.contacted': 'Refugees contacted',
  'report.measure.mentee.participating': 'Refugees taking part',
  'report.measure.mentee.ready': 'Refugees who became ready for a mentor',
  'report.measure.mentee.contactedAtEnd':
    'Contacted but without an answer at the end of the period',
  'report.measure.mentee.readyAtEnd': 'Ready for a mentor at the end of the period',
  'report.measure.mentee.participationRate': 'Share of those contacted who take part',
  'report.measure.mentee.waiting': 'Refugees waiting for a mentor',
  'report.measure.mentee.medianDaysWaiting': 'Days waited (median)',
  'report.measure.match.opened': 'New mentor pairs',
  'report.measure.match.activeAtEnd': 'Active mentor pairs at the end of the period',
  'report.measure.meeting.all': 'Meetings in the period',
  'report.measure.meeting.matchMeetings': 'Match meetings held',
  'report.measure.meeting.pairsIntroduced': 'Pairs who met at a match meeting',
  'report.measure.meeting.agreements': 'Agreements between pairs',
  'report.category.sex.woman': 'Women',
  'report.category.sex.man': 'Men',
  'report.category.sex.other': 'Other',
  'report.category.sex.undisclosed': 'Not disclosed',
  'report.category.age.0-17': 'Under 18',
  'report.category.age.18-24': '18–24',
  'report.category.age.25-39': '25–39',
  'report.category.age.40-59': '40–59',
  'report.category.age.60+': '60 and over',
  'report.category.age.undisclosed': 'Not disclosed',
  'report.category.residence.other': 'Other municipalities',
  'report.category.partner.none': 'No association',
  'report.category.partner.other': 'Other associations',
  'report.category.days.0-30': '30 days at most',
  'report.category.days.31-60': '31–60 days',
  'report.category.days.61-90': '61–90 days',
  'report.category.days.91+': 'More than 90 days',
  'report.category.state.held': 'Held',
  'report.category.state.scheduled': 'Planned',
  'report.category.state.cancelled': 'Cancelled',
  'report.category.state.no_show': 'Somebody did not come',
  'report.category.state.unreported': 'Not recorded yet',
  'report.people.woman': `.input {$count :number}
.match $count
one {{{$count} woman}}
* {{{$count} women}}`,
  'report.people.man': `.input {$count :number}
.match $count
one {{{$count} man}}
* {{{$count} men}}`,
  'report.people.other': `.input {$count :number}
.match $count
* {{{$count} of another sex}}`,
  'report.people.undisclosed': `.input {$count :number}
.match $count
* {{{$count} of undisclosed sex}}`,
  'report.sentence.contacted': `.input {$count :number}
.match $count
0 {{No refugees were contacted in the period.}}
one {{{$count} refugee has been contacted.}}
* {{{$count} refugees have been contacted.}}`,
  'report.sentence.contactedHidden': 'How many refugees have been contacted is not shown.',
  'report.sentence.partners': 'The contact was made through {$partners}.',
  'report.sentence.participating': `.input {$count :number}
.match $count
0 {{Nobody new takes part in the project.}}
one {{{$count} takes part in the project.}}
* {{{$count} take part in the project.}}`,
  'report.sentence.participatingBySex': `.input {$count :number}
.match $count
one {{{$count} takes part in the project: {$groups}.}}
* {{{$count} take part in the project: {$groups}.}}`,
  'report.sentence.participatingHidden': 'How many take part in the project is not shown.',
  'report.sentence.selected': `.input {$count :number}
.match $count
0 {{No mentors were selected in the period.}}
one {{After interviews, {$count} mentor has been selected.}}
* {{After interviews, {$count} mentors have been selected.}}`,
  'report.sentence.selectedHidden': 'How many mentors have been selected is not shown.',
  'report.sentence.newMatches': `.input {$count :number}
.match $count
0 {{No new mentor pairs have been formed.}}
one {{{$count} new mentor pair has been formed.}}
* {{{$count} new mentor pairs have been formed.}}`,
  'report.sentence.newMatchesHidden': 'How many mentor pairs have been formed is not shown.',
  'report.sentence.matchMeetings': `.input {$count :number}
.match $count
0 {{No match meetings have been held.}}
one {{Match meetings held: {$count}.}}
* {{Match meetings held: {$count}.}}`,
  'report.sentence.matchMeetingsHidden': 'How many match meetings have been held is not shown.',
  'report.sentence.pairsIntroduced': `.input {$count :number}
.match $count
0 {{No pairs are recorded at the match meetings.}}
one {{{$count} pair met at a match meeting.}}
* {{{$count} pairs met at a match meeting.}}`,
  'report.sentence.pairsIntroducedHidden': 'How many pairs met is not shown.',
  'report.sentence.agreements': 'Agreed: {$topics}.',
  'report.sentence.agreement': `.input {$count :number}
.match $count
one {{{$topic} ({$count} pair)}}
* {{{$topic} ({$count} pairs)}}`,
  'report.sentence.waiting': `.input {$count :number}
.match $count
0 {{No refugees are waiting for a mentor.}}
one {{{$count} refugee is waiting for a mentor.}}
* {{{$count} refugees are waiting for a mentor.}}`,
  'report.sentence.waitingHidden': 'How many refugees are waiting for a mentor is not shown.',
  'report.definition.P1':
    'People who reached the step as a mentor in the period, and how many stood on it when the period ended. Each person is counted once.',
  'report.definition.P2':
    'Of the mentors interviewed in the period: the share who were also selected in the period.',
  'report.definition.P3':
    'People who reached the step as refugees in the period. A person takes part from the day of being registered with consent to be matched, or of being matched.',
  'report.definition.P4':
    'Of the refugees contacted in the period: the share who also began to take part in the period.',
  'report.definition.P5':
    'Those contacted and those taking part, by group. Age is what the person turns in the year in which the period ends. Residence, sex and birth year are as they stand today.',
  'report.definition.W1':
    'Refugees who were ready at the end of the period and had neither an offer to answer nor a mentor. Days are counted from becoming ready.',
  'report.definition.M1': 'Mentor pairs of whom both said yes in the period.',
  'report.definition.M2':
    'Mentor pairs who had held their first meeting and were not closed at the end of the period.',
  'report.definition.T1':
    'Meetings that began in the period. A meeting of several pairs counts once. A meeting that has passed without being recorded does not count as held.',
  'report.definition.T5':
    'Match meetings held, the pairs who were there, and what pairs agreed in the period.',

  // Forms
  'form.summary': 'Something needs correcting',
  'form.titleWithError': 'Error: {$title}',
  'form.errorPrefix': 'Error:',
  'form.error.required': 'Fill this in.',
  'form.error.invalid': 'Cannot be used as it is.',
  'form.error.tooLong': 'Too long. There is room for {$max} characters.',
  'form.error.tooFew': 'Choose at least {$min}.',
  'form.error.tooMany': 'Choose at most {$max}.',
  'form.error.tooSmall': 'The number is too small. The smallest is {$min}.',
  'form.error.tooBig': 'The number is too big. The biggest is {$max}.',
  'form.error.email': 'Write an e-mail address, such as name@example.dk.',
  'form.error.phone': 'Write a phone number, such as 12 34 56 78.',
  'form.error.choice': 'Choose one of the options.',
  'form.error.date': 'Write a date that exists, as year-month-day.',
  'form.error.time': 'Write a time that exists.',
  'form.error.unknownField': 'We do not know this field. Remove it.',
  'form.error.cpr':
    'This looks like a CPR number. We never store CPR numbers. Remove it and try again.',
  'form.error.characters': 'Some characters cannot be used. Write the text again.',
  'form.error.language': 'We do not know that language. Choose one from the list.',
  'form.error.repeated': 'The same thing is there twice.',
  'form.error.interval': 'The end must come after the start.',
  'form.error.consent': 'We need your yes before we may keep your details.',
  'form.error.contact': 'Write an e-mail address or a phone number, so that we can reach you.',
  'form.error.area':
    'There is no programme here yet. Choose another municipality, or ask your library.',
  'form.error.past': 'That time has already passed.',
  'form.error.password': 'Choose a password of at least 12 characters that others cannot guess.',

  // Problems
  'problem.page.home': 'To the front page',
  'problem.page.number': 'Reference number: {$id}',
  'problem.internal.title': 'Something went wrong on our side',
  'problem.internal.advice':
    'Try again shortly. If it goes on, tell the library the reference number.',
  'problem.invalid-input.title': 'Something needs correcting',
  'problem.invalid-input.advice': 'Correct the fields named here and send again.',
  'problem.not-found.title': 'This page does not exist',
  'problem.not-found.advice': 'It may have been moved or deleted, or you have no access to it.',
  'problem.sign-in-required.title': 'Sign in first',
  'problem.sign-in-required.advice':
    'Sign in, or use the link in your mail. API clients send a bearer token.',
  'problem.not-allowed.title': 'You have no access to this',
  'problem.not-allowed.advice': 'Your role does not reach here. Ask your administrator.',
  'problem.wrong-credentials.title': 'E-mail or password does not fit',
  'problem.wrong-credentials.advice': 'Check both and try again.',
  'problem.form-expired.title': 'The form has expired',
  'problem.form-expired.advice': 'Go back, reload the page and send again.',
  'problem.link-expired.title': 'The link no longer works',
  'problem.link-expired.advice':
    'It has been used, or its time is over. Ask the library for a new one.',
  'problem.state-conflict.title': 'This cannot be done now',
  'problem.state-conflict.advice':
    'Things have changed meanwhile. Reload and see where they stand.',
  'problem.already-answered.title': 'This has been answered',
  'problem.already-answered.advice':
    'The answer stands. Contact the library if it must be changed.',
  'problem.no-capacity.title': 'There is no free place',
  'problem.no-capacity.advice':
    'One of the two has no place left. Reject the proposal, or choose another.',
  'problem.already-exists.title': 'This exists already',
  'problem.already-exists.advice': 'Something with the same name or address is there. Use that.',
  'problem.not-free.title': 'Not everybody is free then',
  'problem.not-free.advice': 'Choose a time when all participants are free.',
  'problem.too-early.title': 'It is too early',
  'problem.too-early.advice': 'The meeting has not begun. Record it when it has been held.',
  'problem.unsupported-type.title': 'This format cannot be read',
  'problem.unsupported-type.advice': 'Send the content as application/json.',
  'problem.too-large.title': 'Too much was sent at once',
  'problem.too-large.advice': 'Send less at a time.',
  'problem.rate-limited.title': 'Too many attempts',
  'problem.rate-limited.advice': 'Wait a little and try again.',
  'problem.unavailable.title': 'The service is busy',
  'problem.unavailable.advice': 'Try again in a moment. Nothing has been lost.',
} satisfies Translation
