import type { reports as danish } from '../da/reports.ts'

export const reports = {
  'report.title': 'Quantitative report',
  'report.period': '{$from} to {$through}, both included',
  'report.asOf': 'As recorded on {$date}.',
  'report.internal': 'Internal',
  'report.internalNote':
    'Internal version: it also shows numbers about very few people and must not be shared outside the library.',
  'report.publicNote':
    'Public version: numbers from 1 to {$most} are not shown, nor numbers they could be worked out from.',
  'report.form.title': 'Choose a period',
  'report.form.from': 'From',
  'report.form.to': 'To',
  'report.form.toHint': 'The first day that is not included. For all of 2026: 1 January 2027.',
  'report.form.audience': 'Who will read the report?',
  'report.form.audience.internal': 'Only ourselves: all numbers',
  'report.form.audience.public': 'Others: small numbers are hidden, and the period is whole months',
  'report.form.submit': 'Show the report',
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
  'report.table.caption': '{$name}, {$by}',
  'report.column.contacted': 'Contacted',
  'report.column.participating': 'Taking part',
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
  'report.measure.meeting.pairMeetings': 'Times that a pair met',
  'report.measure.meeting.attendanceRate': 'Share of those expected who came to the meeting',
  'report.measure.meeting.perActiveMonth': 'Meetings per active pair and month',
  'report.measure.meeting.hours': 'Hours that meetings lasted',
  'report.measure.meeting.mentorHours': 'Hours that mentors spent at meetings',
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
  'report.category.state.no_show': 'Nobody came',
  'report.category.state.unreported': 'Not recorded yet',
  'report.people.woman': `.input {$count :number}
.match $count
one {{{$count} woman}}
* {{{$count} women}}`,
  'report.people.man': `.input {$count :number}
.match $count
one {{{$count} man}}
* {{{$count} men}}`,
  'report.people.other': '{$count} of another sex',
  'report.people.undisclosed': '{$count} of undisclosed sex',
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
one {{{$count} match meeting has been held.}}
* {{{$count} match meetings have been held.}}`,
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
    'Those contacted and those taking part, by group. Age is what the person turns in the year in which the period ends. Residence, sex and birth year are as recorded today.',
  'report.definition.W1':
    'Refugees who were ready at the end of the period and had neither a mentor nor a proposal to answer. Days are counted from the day the person became ready.',
  'report.definition.M1': 'Mentor pairs of whom both said yes in the period.',
  'report.definition.M2':
    'Mentor pairs who had held their first meeting and were not closed at the end of the period.',
  'report.definition.T1':
    'Meetings that began in the period. A meeting of several pairs counts once. A meeting that is over but has not been recorded does not count as held.',
  'report.definition.T2':
    'Of the people whose attendance is recorded at the meetings of the period: the share who came. Meetings without a record are left out.',
  'report.definition.T3':
    'Times that a pair met in the period, divided by the months for which pairs were active. A meeting of three pairs counts three times.',
  'report.definition.T4':
    'Hours that the meetings held lasted; as planned, when nobody said otherwise. What a pair answers about a whole month counts instead of what is recorded, when it is more.',
  'report.definition.T5':
    'Match meetings held, the pairs who were there, and what pairs agreed in the period.',
} satisfies Record<keyof typeof danish, string>
