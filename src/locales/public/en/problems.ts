import type { problems as danish } from '../da/problems.ts'

export const problems = {
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
  'problem.sign-in-refused.title': 'You were not signed in',
  'problem.sign-in-refused.advice':
    'Try again. If that does not help, ask your administrator whether you are invited, and whether your e-mail address is the same in both places.',
  'problem.step-up-required.title': 'Confirm that it is you',
  'problem.step-up-required.advice': 'It is some time since you signed in. Confirm, and try again.',
  'problem.form-expired.title': 'The form has expired',
  'problem.form-expired.advice': 'Go back, reload the page and send again.',
  'problem.link-expired.title': 'The link no longer works',
  'problem.link-expired.advice':
    'It has been used, or its time is up. Ask the library for a new one.',
  'problem.link-expired.question':
    'There is nothing you need to do. It has been answered or recorded, the meeting was cancelled, or the time to answer is up.',
  'problem.state-conflict.title': 'This cannot be done now',
  'problem.state-conflict.advice':
    'Something has changed in the meantime. Reload the page to see what applies now.',
  'problem.already-answered.title': 'This has already been answered',
  'problem.already-answered.advice':
    'The answer stands. Contact the library if it must be changed.',
  'problem.no-capacity.title': 'There is no room',
  'problem.no-capacity.advice':
    'One of the two has no room for more. Reject the proposal, or choose another.',
  'problem.requirement-missing.title': 'The mentor lacks something required',
  'problem.requirement-missing.advice':
    'Record it on the mentor’s page, or choose another mentor or an earlier day.',
  'problem.already-exists.title': 'This exists already',
  'problem.already-exists.advice':
    'Something with the same name or address is already there. Use that.',
  'problem.changed-meanwhile.title': 'Somebody else has changed this meanwhile',
  'problem.changed-meanwhile.advice':
    'What you wrote is not saved. Open the profile again to see the latest, and make your change there.',
  'problem.stale.title': 'This has changed since you saw it',
  'problem.stale.advice': 'Nothing is saved. Open the page again to see how it stands now.',
  'problem.precondition-failed.title': 'This has changed since it was read',
  'problem.precondition-failed.advice':
    'Nothing is saved. Read it again, and send the change with the new ETag in If-Match.',
  'problem.precondition-required.title': 'If-Match is missing',
  'problem.precondition-required.advice':
    'Read it first, and send its ETag in If-Match, so that nobody’s change is lost.',
  'problem.not-free.title': 'Not everybody is free at that time',
  'problem.not-free.advice': 'Choose a time when all participants are free.',
  'problem.taken.title': 'Somebody or something is taken at that time',
  'problem.taken.advice': 'Choose another time, another room or another colleague.',
  'problem.too-early.title': 'It is too early',
  'problem.too-early.advice': 'The meeting has not begun. Record it when it has been held.',
  'problem.unsupported-type.title': 'This format cannot be read',
  'problem.unsupported-type.advice': 'Send the content as application/json.',
  'problem.too-large.title': 'Too much was sent at once',
  'problem.too-large.advice': 'Send less at a time.',
  'problem.wrong-address.title': 'This page is not at that address',
  'problem.wrong-address.advice': 'Use the address in your e-mail, or ask the library.',
  'problem.rate-limited.title': 'Too many attempts',
  'problem.rate-limited.advice': 'Wait a little and try again.',
  'problem.unavailable.title': 'The service is busy',
  'problem.unavailable.advice': 'Try again in a moment. Nothing has been lost.',
  'problem.issuer-unavailable.title': 'The municipality’s sign-in does not answer',
  'problem.issuer-unavailable.advice':
    'Try again in a moment. If you have a password for Makker, you can use it.',
} satisfies Record<keyof typeof danish, string>
