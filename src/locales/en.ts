import type { Translation } from './translate.ts'

export const en = {
  // Layout
  'layout.skip': 'Skip to content',
  'layout.footer': 'Makker is free software that brings volunteer mentors and mentees together.',
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
  'report.definition.T5':
    'Match meetings held, the pairs who were there, and what pairs agreed in the period.',

  // Forms
  'form.summary': 'Something needs correcting',
  'form.titleWithError': 'Error: {$title}',
  'form.errorPrefix': 'Error:',
  'form.error.required': 'Fill this in.',
  'form.error.invalid': 'This cannot be used as it is.',
  'form.error.tooLong': 'Too long. There is room for {$max} characters.',
  'form.error.tooFew': 'Choose at least {$min}.',
  'form.error.tooMany': 'Choose at most {$max}.',
  'form.error.tooSmall': 'The number is too small. The smallest is {$min}.',
  'form.error.tooBig': 'The number is too big. The biggest is {$max}.',
  'form.error.email': 'Write an e-mail address, such as name@example.dk.',
  'form.error.phone': 'Write a phone number, such as 12 34 56 78.',
  'form.error.choice': 'Choose one of the options.',
  'form.error.date': 'Write a date that exists, such as 2026-12-31.',
  'form.error.time': 'Write a time that exists.',
  'form.error.unknownField': 'We do not know this field. Remove it.',
  'form.error.cpr':
    'This looks like a CPR number. We never store CPR numbers. Remove it and try again.',
  'form.error.characters': 'Some characters cannot be used. Write the text again.',
  'form.error.language': 'We do not know that language. Choose one from the list.',
  'form.error.repeated': 'The same thing is there twice.',
  'form.error.interval': 'The end must come after the start.',
  'form.error.consent': 'We need your consent before we may keep your details.',
  'form.error.contact': 'Write an e-mail address or a phone number, so that we can reach you.',
  'form.error.area':
    'There is no programme here yet. Choose another municipality, or ask your library.',
  'form.error.past': 'That time has already passed.',
  'form.error.password': 'Choose a password of at least 12 characters that others cannot guess.',
  'form.error.taken': 'This exists already. Choose something else, or use the one that is there.',
  'form.error.code': 'The code is not right. Write the six digits that the app shows now.',
  'form.error.wrong': 'This is not right. Try again.',

  // Accounts
  'account.name': 'Name',
  'account.email': 'E-mail',
  'account.password': 'Password',
  'account.password.hint':
    'At least 12 characters. A sentence that only you could think of is good.',
  'account.signIn.title': 'Sign in',
  'account.signIn.submit': 'Sign in',
  'account.signIn.others': 'If you are a mentor or a mentee, use the link in your e-mail.',
  'account.link.title': 'Sign in to Makker',
  'account.link.lead': 'Press the button to sign in. The link works once.',
  'account.link.submit': 'Sign in',
  'account.setUp.title': 'Create the first administrator',
  'account.setUp.lead':
    'The administrator opens programmes in the municipalities and invites coordinators.',
  'account.setUp.submit': 'Create administrator',
  'account.invitation.title': 'Welcome, {$name}',
  'account.invitation.lead': 'Choose a password to begin as a coordinator in {$municipality}.',
  'account.invitation.submit': 'Begin',
  'account.invitation.mail.subject': 'Invitation to Makker',
  'account.invitation.mail.heading': 'Welcome, {$name}',
  'account.invitation.mail.text':
    'You are invited to use Makker in {$municipality}. Choose a password to begin.',
  'account.invitation.mail.limit':
    'The link works for 7 days. If you did not expect this e-mail, you do not need to do anything.',
  'account.invitation.mail.button': 'Choose a password',
  'account.tokens.title': 'API tokens',
  'account.tokens.lead':
    'With a token, another program can fetch numbers or work in your municipality.',
  'account.tokens.none': 'There are no tokens yet.',
  'account.tokens.new': 'New token',
  'account.tokens.name': 'Name',
  'account.tokens.name.hint': 'What the token is for, such as Power BI.',
  'account.tokens.scope': 'Access',
  'account.tokens.scope.stats:read': 'Read statistics',
  'account.tokens.scope.programme:write': 'Everything a coordinator can do',
  'account.tokens.months': 'Works for',
  'account.tokens.months.count':
    '.input {$months :integer} .match $months one {{{$months} month}} * {{{$months} months}}',
  'account.tokens.submit': 'Create token',
  'account.tokens.made': 'The token has been created',
  'account.tokens.once': 'Copy it now. It is shown only this once. Try it like this:',
  'account.tokens.expires': 'Expires',
  'account.tokens.lastUsed': 'Last used',
  'account.tokens.never': 'Never',
  'account.tokens.state': 'Status',
  'account.tokens.revoke': 'Revoke {$name}',
  'account.tokens.revoked': 'Revoked',
  'account.tokens.expired': 'Expired',
  'programme.administration.title': 'Administration',
  'programme.list.title': 'Programmes',
  'programme.list.none': 'There are no programmes yet.',
  'programme.municipality': 'Municipality',
  'programme.name': 'Name',
  'programme.name.hint': 'For example Mentor match in Odense.',
  'programme.alsoServes': 'Also takes people from',
  'programme.alsoServes.hint': 'People from the municipality itself can always take part.',
  'programme.alsoServes.show': 'Choose municipalities',
  'programme.choose': 'Choose a municipality',
  'programme.start.title': 'Open a programme',
  'programme.coordinators.title': 'Coordinators',
  'programme.coordinators.none': 'There are no coordinators yet.',
  'programme.coordinators.state': 'Status',
  'programme.coordinators.active': 'Active',
  'programme.coordinators.invited': 'Invited',
  'programme.coordinators.disabled': 'Closed',
  'programme.invite.title': 'Invite a coordinator',
  'programme.invite.lead': 'The coordinator gets an e-mail with a link to choose a password.',
  'programme.none.title': 'Programme',
  'programme.none.lead': 'The municipality has no open programme. An administrator can open one.',
  'programme.serves': 'Takes people from {$area}.',
  'programme.yes': 'Yes',
  'programme.sites.title': 'Places',
  'programme.sites.none': 'There are no places yet. Add one, so that meetings can be planned.',
  'programme.site.add': 'Add a place',
  'programme.site.name': 'Name',
  'programme.site.address': 'Address',
  'programme.site.address.hint': 'As it should appear in the invitation.',
  'programme.site.vulnerable': 'Is in a vulnerable housing area',
  'programme.site.vulnerable.hint': 'Counted in the report.',
  'programme.partners.title': 'Partners',
  'programme.partners.none': 'There are no partners yet.',
  'programme.partner.add': 'Add a partner',
  'programme.partner.name': 'Name',
  'programme.partner.type': 'Type',
  'programme.partner.residence': 'Municipality',
  'programme.partner.residence.hint': 'The municipality where the partner works.',
  'programme.partner.residence.same': 'The same as the programme',
  'programme.partner.type.ngo': 'Humanitarian organisation',
  'programme.partner.type.association': 'Association',
  'programme.partner.type.housing': 'Housing association',
  'programme.partner.type.school': 'School',
  'programme.partner.type.language-school': 'Language school',
  'programme.partner.type.asylum-centre': 'Asylum centre',
  'programme.partner.type.culture-house': 'Culture house',
  'programme.partner.type.adult-education': 'Adult education',
  'programme.partner.type.other': 'Other',
  'programme.tokens': 'See the API tokens',
  'account.confirm.title': 'Confirm that it is you',
  'account.confirm.code': 'Code',
  'account.confirm.codeLead': 'Write the code from your app.',
  'account.confirm.codeHint':
    'Six digits. If you lost your phone, write one of your recovery codes.',
  'account.confirm.passwordLead': 'Write your password again.',
  'account.confirm.submit': 'Continue',
  'account.secondFactor.title': 'Code from an app',
  'account.secondFactor.lead':
    'A code from your phone protects the account even when others know the password.',
  'account.secondFactor.begin': 'Turn the code on',
  'account.secondFactor.change': 'Change phone',
  'account.secondFactor.off': 'Not turned on.',
  'account.secondFactor.on': 'Turned on.',
  'account.secondFactor.app':
    'Open an app for codes on your phone, such as Aegis or Google Authenticator.',
  'account.secondFactor.key': 'Add an account with this key:',
  'account.secondFactor.open': 'Open in the app on this device',
  'account.secondFactor.type': 'Write the code that the app shows.',
  'account.secondFactor.submit': 'Turn on',
  'account.recovery.title': 'Your recovery codes',
  'account.recovery.lead':
    'Keep them in a safe place. Each works once, if you lose your phone. They are shown only now.',
  'account.recovery.done': 'I have saved them',
  'account.own.title': 'My account',
  'account.own.changePassword': 'Change password',
  'account.own.current': 'Current password',
  'account.own.password': 'New password',
  'account.sessions.title': 'Where you are signed in',
  'account.sessions.device': 'Browser',
  'account.sessions.begun': 'Since',
  'account.sessions.seen': 'Last used',
  'account.sessions.end': 'Sign out',
  'account.sessions.unknown': 'Unknown',
  'account.sessions.this': 'This browser',
  'account.sessions.endThis': 'Sign out of number {$number}',
  'account.sessions.endOthers': 'Sign out everywhere else',
  'programme.coordinators.act': 'Action',
  'programme.coordinators.reinvite': 'Send {$name} a new invitation',
  'programme.coordinators.disable': 'Close the account of {$name}',

  // Problems
  'problem.page.home': 'To the front page',
  'problem.page.number': 'Error number: {$id}',
  'problem.internal.title': 'Something went wrong on our side',
  'problem.internal.advice':
    'Try again shortly. If it happens again, give the library the error number.',
  'problem.invalid-input.title': 'Something needs correcting',
  'problem.invalid-input.advice': 'Correct the fields named here and send again.',
  'problem.not-found.title': 'This page does not exist',
  'problem.not-found.advice': 'It may have been moved or deleted, or you have no access to it.',
  'problem.sign-in-required.title': 'Sign in first',
  'problem.sign-in-required.advice': 'Sign in, or use the link in your e-mail.',
  'problem.not-allowed.title': 'You have no access to this',
  'problem.not-allowed.advice': 'Your role does not give access here. Ask your administrator.',
  'problem.wrong-credentials.title': 'Wrong e-mail or password',
  'problem.wrong-credentials.advice': 'Check both and try again.',
  'problem.step-up-required.title': 'Confirm that it is you',
  'problem.step-up-required.advice': 'It is some time since you signed in. Confirm, and try again.',
  'problem.form-expired.title': 'The form has expired',
  'problem.form-expired.advice': 'Go back, reload the page and send again.',
  'problem.link-expired.title': 'The link no longer works',
  'problem.link-expired.advice':
    'It has been used, or its time is up. Ask the library for a new one.',
  'problem.state-conflict.title': 'This cannot be done now',
  'problem.state-conflict.advice':
    'Something has changed in the meantime. Reload the page to see what applies now.',
  'problem.already-answered.title': 'This has already been answered',
  'problem.already-answered.advice':
    'The answer stands. Contact the library if it must be changed.',
  'problem.no-capacity.title': 'There is no room',
  'problem.no-capacity.advice':
    'One of the two has no room for more. Reject the proposal, or choose another.',
  'problem.already-exists.title': 'This exists already',
  'problem.already-exists.advice':
    'Something with the same name or address is already there. Use that.',
  'problem.not-free.title': 'Not everybody is free at that time',
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

  // People
  'people.front.title': 'Makker brings people together',
  'people.front.lead':
    'Volunteer mentors and refugees meet at the library. Choose a language and sign up.',
  'people.front.languages': 'Choose a language',
  'people.front.mentor': 'I want to be a mentor',
  'people.front.mentee': 'I would like a mentor',
  'people.front.staff': 'Staff sign-in',
  'people.register.mentor.title': 'Become a mentor',
  'people.register.mentor.lead':
    'One to two hours a week for about six months. Signing up takes five minutes.',
  'people.register.mentor.topics': 'What you can help with',
  'people.register.mentee.title': 'Get a mentor',
  'people.register.mentee.lead':
    'A mentor is a volunteer who meets with you. It is free. A friend or the library may help you fill this in.',
  'people.register.mentee.topics': 'What you would like help with',
  'people.form.about': 'About you',
  'people.form.name': 'Name',
  'people.form.email': 'E-mail',
  'people.form.phone': 'Phone',
  'people.form.contactHint': 'Write your e-mail address, your phone number, or both.',
  'people.form.residence': 'The municipality you live in',
  'people.form.birthYear': 'Year of birth',
  'people.form.optional': 'You do not have to answer.',
  'people.form.sex': 'Sex',
  'people.form.sexHint':
    'Used only if somebody wishes to meet a woman or a man, and for statistics without names.',
  'people.form.languages': 'Languages',
  'people.form.languagesQuestion': 'Which languages do you speak?',
  'people.form.languagesHint': 'Choose how well you speak each language. Skip the others.',
  'people.form.extraLanguage': 'Other language no. {$line}',
  'people.form.extraLevel': 'How well do you speak other language no. {$line}?',
  'people.form.choose': 'Choose',
  'people.form.offers': 'I can help with',
  'people.form.needs': 'I would like help with',
  'people.form.most': 'What matters most?',
  'people.form.allTheSame': 'Everything matters equally',
  'people.form.danishPractice': 'I want to practise speaking Danish',
  'people.form.capacity': 'How many people will you be a mentor for?',
  'people.form.when': 'When can you meet?',
  'people.form.hours': 'Times that suit you in an ordinary week',
  'people.form.hoursHint':
    'Tick every time when you are usually free. Morning is 9–12, afternoon 12–17 and evening 17–21.',
  'people.form.meets': 'How would you like to meet?',
  'people.form.wishes': 'Wishes',
  'people.form.wish': 'I would rather meet',
  'people.form.noWish': 'It does not matter',
  'people.form.wishIsMust': 'I need this',
  'people.form.acceptsChildren': 'My mentee may bring children',
  'people.form.childrenAlong': 'I bring children to the meetings',
  'people.form.interpreter': 'It is fine to have an interpreter present',
  'people.form.consent': 'Your consent',
  'people.form.whoSees':
    "Only the library's coordinator sees your answers. The person we suggest to you sees your first name and the languages, topics and times you have in common, but not your address. Never write a CPR number.",
  'people.form.send': 'Send',
  'people.meets.either': 'Either is fine',
  'people.meets.in-person': 'In person',
  'people.meets.online': 'Online',
  'people.sex.woman': 'Woman',
  'people.sex.man': 'Man',
  'people.sex.other': 'Other',
  'people.sex.undisclosed': 'Rather not say',
  'people.level.none': 'No',
  'people.level.A2': 'A little: simple conversations',
  'people.level.B2': 'Well: most conversations',
  'people.level.native': 'Mother tongue',
  'people.part.morning': 'Morning',
  'people.part.afternoon': 'Afternoon',
  'people.part.evening': 'Evening',
  'people.consent.mentor':
    'Yes, the library may keep and use my details to find a mentee for me. I can withdraw my consent at any time.',
  'people.consent.mentee':
    'Yes, the library may keep and use my details to find a mentor for me. I can withdraw my consent at any time.',
  'people.thanks.title': 'Thank you, we have received your answers',
  'people.thanks.mentor': 'The coordinator will invite you to an interview.',
  'people.thanks.mentee': 'The coordinator will find a mentor who suits you.',
  'people.thanks.next':
    'You will hear from the library within a week. There is nothing more to do now.',
  'people.list.title': 'People',
  'people.list.filter': 'Show by role and status',
  'people.list.everybody': 'Everybody',
  'people.list.role': 'Role',
  'people.list.state': 'Status',
  'people.list.since': 'Since',
  'people.list.empty': 'Nobody yet. Record a contact, or share the links for signing up.',
  'people.role.mentor': 'Mentor',
  'people.role.mentee': 'Mentee',
  'people.state.contacted': 'Contacted',
  'people.state.interested': 'Interested',
  'people.state.not_interested': 'Not interested',
  'people.state.no_answer': 'No answer',
  'people.state.registered': 'Registered',
  'people.state.interview_booked': 'Interview booked',
  'people.state.interviewed': 'Interviewed',
  'people.state.screened': 'Screened',
  'people.state.selected': 'Selected',
  'people.state.rejected': 'Rejected',
  'people.state.requirements_pending': 'Has requirements to meet',
  'people.state.ready': 'Ready',
  'people.state.offered': 'Has a proposal',
  'people.state.matched': 'Matched',
  'people.state.paused': 'Paused',
  'people.state.suspended': 'Suspended',
  'people.state.left': 'Left',
  'people.page.since': 'since {$day}',
  'people.page.history': 'History',
  'people.page.profile': 'Profile',
  'people.page.partner': 'Contact through',
  'people.move.title': 'Next step',
  'people.move.reason': 'Reason',
  'people.move.reasonHint': 'Required when rejecting or leaving.',
  'people.move.register': 'Fill in the form together',
  'people.move.interested': 'Is interested',
  'people.move.not_interested': 'Is not interested',
  'people.move.no_answer': 'Does not answer',
  'people.move.interview_booked': 'Interview booked',
  'people.move.interviewed': 'Interview held',
  'people.move.screened': 'Screened',
  'people.move.selected': 'Select',
  'people.move.rejected': 'Reject',
  'people.move.requirements_pending': 'Wait for requirements to be met',
  'people.move.ready': 'Make ready for matching',
  'people.move.paused': 'Pause',
  'people.move.suspended': 'Suspend',
  'people.move.left': 'Has left',
  'people.contact.title': 'Record a contact',
  'people.contact.lead': 'A refugee with whom an association or another partner has made contact.',
  'people.contact.save': 'Save the contact',
  'topic.dansk': 'Danish: speaking and practising',
  'topic.skrive_fortaelling': "Writing one's own story",
  'topic.it': 'Computer and MitID',
  'topic.borger_dk': 'Letters from the authorities',
  'topic.lektier': 'Homework and school',
  'topic.job': 'Jobs and internships',
  'topic.uddannelse': 'Education',
  'topic.fritid': 'Leisure and associations',
  'topic.netvaerk': 'Network and friends',
  'topic.boern': 'Children and family',
  'topic.sundhed': 'Health',
  'topic.transport': 'Cycling and transport',

  // Proposals
  'proposals.queue.title': 'Proposals for new pairs',
  'proposals.queue.drafts': 'Waiting for you ({$count})',
  'proposals.queue.offered': 'Waiting for answers ({$count})',
  'proposals.queue.empty': 'No proposals are waiting. Find new pairs when somebody is ready.',
  'proposals.run.button': 'Find the best pairs now',
  'proposals.run.never': 'There has been no search for pairs yet.',
  'proposals.run.title': 'Latest search',
  'proposals.run.summary': `.input {$matched :integer}
.match $matched
one {{{$at}: {$matched} pair with a score of {$average}.}}
* {{{$at}: {$matched} pairs with an average score of {$average}.}}`,
  'proposals.run.proof': `.input {$pairs :integer}
.match $pairs
0 {{There are no possible pairs.}}
one {{Proven best: there is only {$pairs} possible pair.}}
* {{Proven best: no other choice among the {$pairs} possible pairs is better for everyone together.}}`,
  'proposals.run.unmatched': 'Without a proposal: {$count}',
  'proposals.unmatched.no-one': 'nobody in the other role is ready.',
  'proposals.unmatched.blocked': 'nobody can meet this person yet.',
  'proposals.unmatched.others-first':
    'other pairs gave a better result for everyone together. More places would help.',
  'proposals.block.same-person': `.input {$count :integer}
.match $count
one {{{$count} is the same person.}}
* {{{$count} are the same person.}}`,
  'proposals.block.excluded': `.input {$count :integer}
.match $count
one {{{$count} was turned down earlier.}}
* {{{$count} were turned down earlier.}}`,
  'proposals.block.not-ready': `.input {$count :integer}
.match $count
one {{{$count} is not ready.}}
* {{{$count} are not ready.}}`,
  'proposals.block.requirement-missing': `.input {$count :integer}
.match $count
one {{{$count} has a requirement to meet.}}
* {{{$count} have a requirement to meet.}}`,
  'proposals.block.requirement-expiring': `.input {$count :integer}
.match $count
one {{{$count} has a requirement that expires soon.}}
* {{{$count} have a requirement that expires soon.}}`,
  'proposals.block.no-place': `.input {$count :integer}
.match $count
one {{{$count} has no room for more.}}
* {{{$count} have no room for more.}}`,
  'proposals.block.children': '{$count} cannot meet when children come along.',
  'proposals.block.gender-wish': `.input {$count :integer}
.match $count
one {{{$count} does not fit a wish about sex.}}
* {{{$count} do not fit a wish about sex.}}`,
  'proposals.block.age-wish': `.input {$count :integer}
.match $count
one {{{$count} does not fit a wish about age.}}
* {{{$count} do not fit a wish about age.}}`,
  'proposals.block.no-common-language': `.input {$count :integer}
.match $count
one {{{$count} has no language in common.}}
* {{{$count} have no language in common.}}`,
  'proposals.block.no-common-time': `.input {$count :integer}
.match $count
one {{{$count} has no full hour in common.}}
* {{{$count} have no full hour in common.}}`,
  'proposals.block.no-common-way': '{$count} cannot meet in the same way.',
  'proposals.block.too-far': `.input {$count :integer}
.match $count
one {{{$count} lives too far away.}}
* {{{$count} live too far away.}}`,
  'proposals.card.score': '{$points} of 100 points.',
  'proposals.card.since': 'Waiting since {$day}.',
  'proposals.card.part': '{$points} of {$outOf}',
  'proposals.term.topics': 'Topics',
  'proposals.term.language': 'Language',
  'proposals.term.time': 'Time',
  'proposals.term.waiting': 'Waiting time',
  'proposals.term.distance': 'Distance',
  'proposals.term.interests': 'Wishes',
  'proposals.why.allTopics': '{$name} can help with all of it: {$topics}.',
  'proposals.why.someTopics': '{$name} can help with {$topics}, but not with {$missing}.',
  'proposals.why.noTopics': '{$name} has not chosen the same topics.',
  'proposals.why.language':
    'Common language: {$language} ({$mentor}: {$mentorLevel}, {$mentee}: {$menteeLevel}).',
  'proposals.why.interpreter': 'They need an interpreter.',
  'proposals.why.time': `.input {$hours :number}
.match $hours
one {{{$hours} common hour a week: {$pieces}.}}
* {{{$hours} common hours a week: {$pieces}.}}`,
  'proposals.why.waiting': `.input {$days :integer}
.match $days
0 {{{$name} has just become ready.}}
one {{{$name} has waited {$days} day.}}
* {{{$name} has waited {$days} days.}}`,
  'proposals.why.distance': `.input {$km :integer}
.match $km
0 {{They live less than 1 km apart.}}
one {{They live about {$km} km apart.}}
* {{They live about {$km} km apart.}}`,
  'proposals.why.online': 'They can meet online.',
  'proposals.why.noWishes': 'Neither has special wishes.',
  'proposals.why.wishesMet': 'Their wishes about each other are met.',
  'proposals.why.wishesUnmet': 'Not all their wishes about each other are met.',
  'proposals.approve': 'Approve and ask both',
  'proposals.reject.open': 'Reject …',
  'proposals.reject.reason': 'Why do they not fit?',
  'proposals.reject.button': 'Reject',
  'proposals.state.draft': 'Waiting for you',
  'proposals.state.rejected': 'Rejected',
  'proposals.state.offered': 'Waiting for answers',
  'proposals.state.accepted': 'Both have said yes',
  'proposals.state.declined': 'Declined',
  'proposals.state.expired': 'Expired without an answer',
  'proposals.state.superseded': 'Replaced by a newer search',
  'proposals.state.withdrawn': 'Withdrawn',
  'proposals.page.mentor': "The mentor's profile",
  'proposals.page.mentee': "The mentee's profile",
  'proposals.page.match': 'Plan the match meeting',
  'proposals.offer.answers': '{$mentor}: {$mentorAnswer}. {$mentee}: {$menteeAnswer}.',
  'proposals.answer.none': 'has not answered',
  'proposals.answer.yes': 'has said yes',
  'proposals.answer.no': 'has said no',
  'proposals.answer.title': 'Answers',
  'proposals.answer.who': 'Who answered by phone or at the library?',
  'proposals.answer.recordYes': 'Has said yes',
  'proposals.answer.recordNo': 'Has said no',
  'proposals.answerPage.title': 'Would you like to meet {$name}?',
  'proposals.answerPage.mentor': 'The library proposes that you become a mentor for {$name}.',
  'proposals.answerPage.mentee': 'The library proposes {$name} as your mentor.',
  'proposals.answerPage.question': 'Your answer',
  'proposals.answerPage.yes': 'Yes, please',
  'proposals.answerPage.no': 'No, thank you',
  'proposals.answerPage.why': 'If no, why?',
  'proposals.answerPage.whyHint': 'You do not have to answer.',
  'proposals.answerPage.send': 'Send answer',
  'proposals.answerPage.waiting':
    'You have said yes. We are waiting for {$name}. You can change your answer until both have answered.',
  'proposals.answerPage.accepted':
    'You have both said yes. The library will find a time and write to you both.',
  'proposals.answerPage.declined':
    'The proposal is closed. Thank you for answering. The library will keep looking.',
  'proposals.answerPage.over': 'This proposal is no longer open.',
  'proposals.decline.no_time_now': 'I have no time now',
  'proposals.decline.wrong_topic': 'The topics do not fit',
  'proposals.decline.no_common_time': 'The times do not fit',
  'proposals.decline.distance': 'It is too far away',
  'proposals.decline.language': 'The language does not fit',
  'proposals.decline.gender_wish': 'I would rather meet somebody else',
  'proposals.decline.knows_person': 'I know the person',
  'proposals.decline.other_person_better': 'Somebody else fits better',
  'proposals.decline.other': 'Something else',
  'proposals.mail.subject': 'A proposal from the library',
  'proposals.mail.heading': 'Would you like to meet {$name}?',
  'proposals.mail.greeting': 'Hello {$name}',
  'proposals.mail.mentor':
    'The library has found somebody you could be a mentor for: {$name}. The page shows what you have in common, and you can answer yes or no.',
  'proposals.mail.mentee':
    'The library has found a mentor for you: {$name}. The page shows what you have in common, and you can answer yes or no.',
  'proposals.mail.until': 'Please answer by {$day}.',
  'proposals.mail.button': 'See the proposal, and answer',
  'proposals.own.title': 'Hello {$name}',
  'proposals.own.offers': 'Proposals for you',
  'proposals.own.noOffers': 'There are none right now. You will get an e-mail when there is one.',
  'proposals.own.see': 'See the proposal about {$name}',
  'proposals.own.meetings': 'Your meetings',
  'proposals.own.noMeetings': 'No meeting has been planned yet.',

  // Matches and meetings
  'matches.title': 'Matches',
  'matches.empty':
    'There are no matches yet. A match is made when both have said yes to a proposal.',
  'matches.plan': 'Plan match meeting',
  'matches.agreed': 'Agreed: {$topics}',
  'matches.state.accepted': 'Both have said yes',
  'matches.state.active': 'Active',
  'matches.state.paused': 'Paused',
  'matches.state.closing': 'Closing',
  'matches.state.closed': 'Closed',
  'meetings.title': 'Meetings',
  'meetings.empty': 'No meetings have been planned yet.',
  'meetings.type.match_meeting': 'Match meeting',
  'meetings.type.meeting': 'Meeting',
  'meetings.state.scheduled': 'planned',
  'meetings.state.held': 'held',
  'meetings.state.cancelled': 'cancelled',
  'meetings.state.no_show': 'nobody came',
  'meetings.attendance.present': 'was there',
  'meetings.attendance.absent': 'was not there',
  'meetings.attendance.absent_excused': 'sent apologies',
  'meetings.attendance.unknown': 'not recorded',
  'meetings.page.state': 'Status: {$state}.',
  'meetings.page.participants': 'Participants',
  'meetings.plan.title': 'Plan a meeting',
  'meetings.plan.who': 'Who will meet?',
  'meetings.plan.whoHint': 'Choose one or more pairs. A match meeting can bring many together.',
  'meetings.plan.findTimes': 'Find times',
  'meetings.plan.when': 'Time and place',
  'meetings.plan.times': 'Times that suit best in the next 14 days',
  'meetings.plan.noCommonTime':
    'There is no time when everybody is free. Choose fewer pairs, or ask them for more times.',
  'meetings.plan.slotMissing': '{$at} – not free: {$names}',
  'meetings.plan.site': 'Place',
  'meetings.plan.minutes': 'Length in minutes',
  'meetings.plan.send': 'Plan and send invitations',
  'meetings.record.title': 'What was the outcome of the meeting?',
  'meetings.record.outcome': 'Was the meeting held?',
  'meetings.record.absent': 'Who was not there?',
  'meetings.record.agreed': 'What did {$mentor} and {$mentee} agree on?',
  'meetings.record.save': 'Save',
  'meetings.record.later': 'Once the meeting has begun, you can record its outcome here.',
  'meetings.mail.subject': 'Appointment at the library',
  'meetings.mail.heading': 'You are invited to a meeting',
  'meetings.mail.greeting': 'Hello {$name}',
  'meetings.mail.text':
    'Here are the time and the place. Add the meeting to your calendar with the attached file. If you cannot come, contact the library.',
  'meetings.mail.when': 'Time',
  'meetings.mail.where': 'Place',
  'meetings.mail.fromTo': '{$from} to {$to}',

  // Mail
  'mail.title': 'Mail',
  'mail.unsent':
    'No mail server is set up. These e-mails have not been sent. Read them here, and phone the recipient, or print them.',
  'mail.empty': 'There are no e-mails yet.',
  'mail.kind': 'About',
  'mail.to': 'To',
  'mail.state': 'Status',
  'mail.at': 'Written',
  'mail.calendar': 'Download the calendar file',
  'mail.state.pending': 'On its way',
  'mail.state.sending': 'Being sent',
  'mail.state.sent': 'Sent',
  'mail.state.kept': 'Not sent – can be read here',
  'mail.state.refused': 'Refused by the receiving server',
  'mail.state.unknown': 'Possibly sent',
  'mail.state.cancelled': 'No longer needed',
  'mail.kind.answer-request': 'Proposal',
  'mail.kind.meeting-invitation': 'Meeting invitation',
  'mail.kind.staff-invitation': 'Invitation to a colleague',

  // Demo
  'demo.title': 'Try Makker',
  'demo.lead': 'All people here are made up. Nothing is sent.',
  'demo.who': 'Who do you want to be?',
  'demo.be.coordinator': 'Coordinator in Odense',
  'demo.be.mentor': 'Mentor',
  'demo.be.mentee': 'Mentee who reads Arabic',
  'demo.mail': 'Read the mail',
  'demo.clock': "The demo's clock",
  'demo.now': 'The clock shows {$at}.',
  'demo.noMeeting':
    'Plan a meeting, and the clock can be moved to after it. You then sign in again.',
  'demo.next': 'The next meeting in Odense: {$at}.',
  'demo.move': 'Move the clock to after the meeting',

  // People: lists
  'people.list.residence': 'Lives in',
  'people.list.addMentor': 'Register a mentor',
  'people.list.addMentee': 'Register a mentee',

  // Proposals: large pools
  'proposals.unmatched.not-counted':
    'there were possible pairs, but the pool is so large that they were not counted.',

  // What the matching core says
  'matching.level.native': 'mother tongue',
  'matching.hours':
    '.input {$hours :number maximumFractionDigits=1} .match $hours one {{{$hours} hour}} * {{{$hours} hours}}',
  'matching.remark.topics-all': '{$mentor} can help with all that {$mentee} asks for: {$topics}.',
  'matching.remark.topics-some': '{$mentor} can help with {$topics}.',
  'matching.remark.topics-missing': '{$mentor} cannot help with {$topics}.',
  'matching.remark.topics-unnamed': '{$mentee} has not said what the help should be about.',
  'matching.remark.talk':
    'They can talk in {$language} ({$mentee}: {$menteeLevel}, {$mentor}: {$mentorLevel}).',
  'matching.remark.interpreter': 'They need an interpreter.',
  'matching.remark.practice': '{$mentee} wants to practise Danish, and {$mentor} speaks it well.',
  'matching.remark.practice-missing':
    '{$mentee} wants to practise Danish, and {$mentor} does not speak it well enough.',
  'matching.remark.time': 'They share {$hours} a week: {$pieces}.',
  'matching.remark.time-short': 'They share only {$hours} a week: {$pieces}.',
  'matching.remark.time-none': 'They share no hours.',
  'matching.remark.waiting':
    '.input {$days :integer} .match $days one {{{$mentee} has waited {$days} day.}} * {{{$mentee} has waited {$days} days.}}',
  'matching.remark.close': 'They live close to each other.',
  'matching.remark.near': 'They live {$km} km apart.',
  'matching.remark.far': 'They live {$km} km apart.',
  'matching.remark.online': 'They will meet online; they live {$km} km apart.',
  'matching.remark.interests': 'Both care about {$interests}.',
  'matching.remark.wish-met-gender': '{$who}’s wish about the other’s sex is met.',
  'matching.remark.wish-met-age': '{$who}’s wish about the other’s age is met.',
  'matching.remark.wish-unmet-gender': '{$who}’s wish about the other’s sex is not met.',
  'matching.remark.wish-unmet-age': '{$who}’s wish about the other’s age is not met.',
  'matching.reason.not-ready': '{$mentee} is not ready yet',
  'matching.reason.requirement-missing': '{$mentor} has a requirement to meet',
  'matching.reason.requirement-expiring': 'a requirement of {$mentor} expires on {$day}',
  'matching.reason.no-place': '{$mentor} has no free place ({$taken} of {$capacity} taken)',
  'matching.reason.no-common-language': 'they share no language',
  'matching.reason.language-too-low':
    'their {$language} is not enough ({$mentee}: {$menteeLevel}, {$mentor}: {$mentorLevel}, needed: {$needed})',
  'matching.reason.no-common-time': 'they share no hours',
  'matching.reason.time-too-short':
    'their longest common time is {$longest} minutes, and {$needed} are needed',
  'matching.reason.too-far': 'they live {$km} km apart, and the limit is {$limit} km',
  'matching.reason.no-common-way': 'one meets online only and the other in person only',
  'matching.reason.children': '{$mentee} brings children, and {$mentor} is not cleared for that',
  'matching.reason.gender-wish': '{$who} has a wish about sex that does not fit',
  'matching.reason.age-wish': '{$who} has a wish about age that does not fit',
  'matching.reason.excluded': 'the pair may not be proposed',
  'matching.reason.same-person': 'they are the same person',
  'matching.whyNot.noMentors': 'There are no mentors.',
  'matching.whyNot.noMentees': 'There are no mentees.',
  'matching.whyNot.noTalk.mentee':
    '.input {$others :integer} .match $others one {{{$name} has no common language with the only mentor.}} * {{{$name} has no common language with any of the {$others} mentors.}}',
  'matching.whyNot.noTalk.mentor':
    '.input {$others :integer} .match $others one {{{$name} has no common language with the only mentee.}} * {{{$name} has no common language with any of the {$others} mentees.}}',
  'matching.whyNot.talk.mentee':
    '.input {$count :integer} .match $count one {{{$count} mentor can talk with {$name}: {$details}.}} * {{{$count} mentors can talk with {$name}: {$details}.}}',
  'matching.whyNot.talk.mentor':
    '.input {$count :integer} .match $count one {{{$count} mentee can talk with {$name}: {$details}.}} * {{{$count} mentees can talk with {$name}: {$details}.}}',
  'matching.whyNot.suitsOtherwise': '{$count} would suit otherwise',
  'matching.whyNot.neededByOthers':
    '.input {$count :integer} .match $count one {{{$count} would suit, but that mentor is needed for others}} * {{{$count} would suit, but they are needed for others}}',
  'matching.whyNot.haveAnother':
    '.input {$count :integer} .match $count one {{{$count} would suit, but has another mentor}} * {{{$count} would suit, but have another mentor}}',
  'matching.obstacle.same-person': '{$count} is the same person',
  'matching.obstacle.excluded': '{$count} may not be proposed',
  'matching.obstacle.not-ready': '{$count} not ready yet',
  'matching.obstacle.requirement-missing': '{$count} with a requirement to meet',
  'matching.obstacle.requirement-expiring': '{$count} with a requirement about to expire',
  'matching.obstacle.no-place': '{$count} with no free place',
  'matching.obstacle.children-mentee': '{$count} not cleared to meet children',
  'matching.obstacle.children-mentor': '{$count} bringing children',
  'matching.obstacle.gender-wish': '{$count} at odds with a wish about sex',
  'matching.obstacle.age-wish': '{$count} at odds with a wish about age',
  'matching.obstacle.no-common-language': '{$count} without a common language',
  'matching.obstacle.no-common-time': '{$count} with no common hour',
  'matching.obstacle.no-common-way': '{$count} meeting in another way',
  'matching.obstacle.too-far': '{$count} living too far away',
  'matching.change.none': 'No single change was found that would help.',
  'matching.change.helps.mentee':
    'Smallest change: if {$changes}, {$mentor} could be the mentor, and nobody else would lose theirs.',
  'matching.change.helps.mentor':
    'Smallest change: if {$changes}, {$mentee} could be the mentee, and nobody else would lose theirs.',
  'matching.change.both': 'both',
  'matching.change.free-hours': '{$who} were free on {$piece}',
  'matching.change.travel-further': '{$who} accepted a distance of {$km} km',
  'matching.change.meet-online': '{$who} could meet online',
  'matching.change.be-ready': '{$mentee} were ready',
  'matching.change.more-places': '{$mentor} took one more ({$capacity} in all)',
  'matching.change.renew-requirement': '{$mentor}’s requirement were renewed until {$day} at least',
  'matching.change.meet-requirement': '{$mentor}’s missing requirement were met',
  'matching.change.accept-interpreter': '{$mentee} accepted an interpreter',
  'matching.change.relax-gender-wish': '{$who} gave up the wish about the other’s sex',
  'matching.change.relax-age-wish': '{$who} gave up the wish about the other’s age',
  'matching.change.accept-children': '{$mentor} were cleared to meet children',
  'matching.recruit.who':
    'A mentor in {$municipality} who speaks {$languages}, is free {$pieces} and helps with {$topics}.',
  'matching.recruit.gain':
    '.input {$matched :integer} .match $matched 0 {{That would bring {$points} points more in all.}} one {{That would bring {$matched} pair more and {$points} points more in all.}} * {{That would bring {$matched} pairs more and {$points} points more in all.}}',
  'matching.cost.none': 'It costs nobody else anything.',
  'matching.cost.points': 'Everyone together loses {$points} points.',
  'matching.cost.unmatched':
    '.input {$count :integer} .match $count one {{One other loses their place: {$names}.}} * {{{$count} others lose their place: {$names}.}}',
} satisfies Translation
