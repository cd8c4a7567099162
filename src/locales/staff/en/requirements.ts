import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'requirements.save': 'Save',
  'requirements.back': 'Back to',
  'requirements.record.title': 'Record a requirement',
  'requirements.record.lead':
    'Write only that it is met, and when. No certificates, certificate numbers or CPR numbers here.',
  'requirements.record.none': 'Nothing has to be recorded for this mentor.',
  'requirements.record.kind': 'Requirement',
  'requirements.record.metOn': 'Met on',
  'requirements.record.expiresOn': 'Valid through',
  'requirements.record.expiresHint': 'Leave it empty to use the time that the programme has set.',
  'requirements.interview.title': 'Interview',
  'requirements.interview.lead': 'No interview is booked.',
  'requirements.interview.book': 'Book an interview',
  'requirements.interview.toMove': 'Move or cancel the interview',
  'requirements.interview.toRecord': 'Record the interview',
  'requirements.interview.notYet':
    'Once the interview has begun, you can write here what came of it.',
  'requirements.interview.move': 'Move the interview',
  'requirements.interview.cancel': 'Cancel the interview',
  'requirements.interview.record': 'What came of the interview?',
  'requirements.interview.decision': 'Decision',
  'requirements.interview.startsAt': 'Time',
  'requirements.interview.site': 'Place',
  'requirements.interview.mailed': 'The volunteer gets a mail with time and place.',
  'requirements.interview.past':
    'There is nothing left to book here. The person’s page shows where they stand.',
  'requirements.settings.title': 'Requirements for mentors',
  'requirements.settings.lead': 'A mentor becomes ready when everything ticked is in order.',
  'requirements.settings.change': 'See and change requirements',
  'requirements.settings.kinds': 'What has to be in order?',
  'requirements.settings.kindsHint':
    'The children’s certificate is required only of mentors who meet children under 15. An interview is in order once it was held.',
  'requirements.settings.lasting': 'How long does it last?',
  'requirements.settings.lastingHint': 'In months. An empty field means that it does not expire.',
  'requirements.settings.months': '{$kind}: months',
  'requirements.settings.lacking': `.input {$count :number}
.match $count
one {{{$count} ready mentor lacks something and is not proposed until it is recorded.}}
* {{{$count} ready mentors lack something and are not proposed until it is recorded.}}`,
  'reconfirm.asked':
    'Asked by mail on {$day}, not answered yet. If you got the answer another way, record it here.',
  'reconfirm.phone': 'This person has no e-mail. Phone and ask, and record the answer here.',
  'reconfirm.settings.title': 'Ask again after a long wait',
  'reconfirm.settings.lead':
    'Those who have been ready for long without a match are asked if they are still interested. Without an answer they are paused, never deleted.',
  'reconfirm.settings.after': 'Ask after this many days',
  'reconfirm.settings.answer': 'Days to answer',
} satisfies Record<keyof typeof danish, string>
