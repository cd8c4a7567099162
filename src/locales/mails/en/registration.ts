import type { registration as danish } from '../da/registration.ts'

export const registration = {
  'registration.subject': 'The library has received your answers',
  'registration.heading': 'Thank you, we have received your answers',
  'registration.text': 'You will hear from the library within a week.',
  'registration.page':
    'Press the button, and we know that the address is yours. It opens your own page. There you can see and change what we know about you.',
  'registration.shared':
    'Somebody with this e-mail address was already known to us. If that is you as well, tell the library, so that you are there only once.',
  'registration.limit':
    'The button works for 7 days and only once. If you know nothing of this, ignore this mail.',
  'registration.button': 'Yes, this is my e-mail address',
  'email-changed.subject': 'Your e-mail address at the library',
  'email-changed.heading': 'Is this your new e-mail address?',
  'email-changed.text':
    'The library was given a new e-mail address for you: this one. We will use it once you have pressed the button.',
  'email-replaced.subject': 'The library was given a new e-mail address',
  'email-replaced.heading': 'A new e-mail address was given',
  'email-replaced.text':
    'The library was given another e-mail address for you than this one. When it has been confirmed, our mails go there. Until then they come here.',
  'email-replaced.not':
    'If you asked for it, you need not do anything. If not, phone the library, or take it back on your own page.',
  'email-replaced.button': 'Get a link to my own page',
} satisfies Record<keyof typeof danish, string>
