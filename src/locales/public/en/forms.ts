import type { forms as danish } from '../da/forms.ts'

export const forms = {
  'form.error.wholeMonths': 'The public version covers whole months. Choose the 1st of a month.',
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
  'form.error.tooEarly':
    'The year is too early. The earliest is {$min :integer useGrouping=never}.',
  'form.error.tooLate': 'The year is too late. The latest is {$max :integer useGrouping=never}.',
  'form.error.email': 'Write an e-mail address, such as name@example.dk.',
  'form.error.phone': 'Write a phone number, such as 12 34 56 78.',
  'form.error.choice': 'Choose one of the options.',
  'form.error.date': 'Write a date that exists, such as 2026-12-31.',
  'form.error.time': 'Write a time that exists.',
  'form.error.unknownField': 'We do not know this field. Remove it.',
  'form.error.cpr':
    'This looks like a CPR number. We never store CPR numbers. Remove it and try again.',
  'form.error.noLinks': 'Write without links and e-mail addresses.',
  'form.error.telling':
    'The text has a word that could show who is a refugee. Others may see the mail. Write it without.',
  'form.error.characters': 'Some characters cannot be used. Write the text again.',
  'form.error.language': 'We do not know that language. Choose one from the list.',
  'form.error.notSpoken': 'The language is not among those the person speaks.',
  'form.error.repeated': 'The same thing is there twice.',
  'form.error.interval': 'The end must come after the start.',
  'form.error.consent': 'We need your consent before we may keep your details.',
  'form.error.contact': 'Write an e-mail address or a phone number, so that we can reach you.',
  'form.error.area':
    'There is no programme here yet. Choose another municipality, or ask your library.',
  'form.error.past': 'That time has already passed.',
  'form.error.pauseOnly': 'Only a break has a date.',
  'form.error.password': 'Choose a password of at least 12 characters that others cannot guess.',
  'form.error.postcode': 'Write a postcode of four digits.',
  'form.error.changed':
    'Somebody else changed this while you were writing. What you wrote is still here. Look at the latest on the person’s page, and save again if yours is to hold.',
  'form.error.taken': 'This exists already. Choose something else, or use the one that is there.',
  'form.error.oneTime': 'Choose one time: a suggestion, or the one you type.',
  'form.error.skipped':
    'That time does not exist: the clocks go forward. Choose {$before} or {$after}.',
  'form.error.twice': 'That time comes twice, because the clocks go back. Choose which one.',
  'form.error.tooFarAhead': 'Choose a time in the next 12 months.',
  'form.error.holiday': 'The place is closed on {$holiday}.',
  'form.error.closedDay': 'The place is closed that day.',
  'form.error.closed': 'The place is closed at that time.',
  'form.error.notStaffed':
    'No staff are at the place at that time, and a match meeting needs them.',
  'form.error.notFree': 'That time is not among the weekly hours of {$name}.',
  'form.error.noMeetingLink':
    'The programme has no link for meetings online. Add it under Programme, Places.',
  'form.error.matchMeetingPlace': 'A match meeting is held at a place or online.',
  'form.error.pairStopped': '{$mentor} and {$mentee} are paused or have ended.',
  'form.error.personStopped': '{$name} is paused or has stopped on that day.',
  'form.error.roomBooked': '{$name} is booked for coming meetings and cannot be removed yet.',
  'form.error.link': 'Write an address that begins with https://.',
  'form.error.booked': '{$name} is taken at that time.',
  'form.error.somebodyBooked': 'One of you is taken at that time.',
  'form.error.code': 'The code is not right. Write the six digits that the app shows now.',
  'form.error.wrong': 'This is not right. Try again.',
  'form.error.word': 'The characters do not match. Look at the page where you asked for the link.',
  'form.error.noPair': 'The two were no pair then.',
  'form.error.future': 'That day has not come yet.',
  'form.error.missing_interview': 'The interview is missing.',
  'form.error.missing_introductory_course': 'The introductory course is missing or has expired.',
  'form.error.missing_confidentiality':
    'The declaration of confidentiality is missing or has expired.',
  'form.error.missing_children_certificate':
    'The children’s certificate is missing or has expired.',
  'form.error.missing_consent': 'The written consent is missing or has expired.',
  'form.error.consentAll':
    'Tick this when everybody in the file has said yes. Otherwise we may not keep them.',
  'form.error.fileFormat':
    'The file cannot be read. Save it as an Excel workbook (.xlsx) or CSV, and try again.',
  'form.error.fileOld': 'This is an old Excel file (.xls). Save it as .xlsx, and try again.',
  'form.error.fileTooLarge': 'The file is too large when unpacked. Split it into several.',
  'form.error.fileTooManyRows': 'The file has more than 100,000 rows. Split it into several.',
  'form.error.fileEmpty':
    'There is nobody in the file. The first row must be headings, with at least one row below.',
  'form.error.fileCell':
    'A cell of the file is far too long. Look for a quotation mark that is never closed.',
  'form.error.fileSheet': 'There is no sheet of that name in the file.',
  'form.error.again':
    'We could not tell whether a person sent this form. Everything you wrote is still here. Press send once more.',
  'form.error.busy':
    'Unusually many are registering right now. Everything you wrote is still here. Wait a quarter of an hour and send it again.',
  'form.error.mails':
    'That address has been sent as many mails as may be sent in a day. Try again tomorrow, or write another.',
  'form.error.lastPair': 'It is the last pair of the meeting. Cancel the meeting instead.',
} satisfies Record<keyof typeof danish, string>
