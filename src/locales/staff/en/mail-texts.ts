import type { mailTexts as danish } from '../da/mail-texts.ts'

export const mailTexts = {
  'mailTexts.title': 'Own texts in mails',
  'mailTexts.lead':
    'Add a paragraph to a kind of mail, in the languages you want. Makker’s own words stay.',
  'mailTexts.fallback': 'Where a language is missing, the Danish text stands instead.',
  'mailTexts.languages': 'Languages',
  'mailTexts.written': '(written)',
  'mailTexts.one': '{$kind} – {$language}',
  'mailTexts.back': 'All texts',
  'mailTexts.text': 'Your paragraph',
  'mailTexts.hint':
    'At most 500 characters. No links, CPR numbers or words that show who is a refugee. Empty: no paragraph.',
  'mailTexts.preview': 'See the mail',
  'mailTexts.save': 'Save',
  'mailTexts.looks': 'How the mail looks',
  'mailTexts.invented': 'Names and times are invented.',
  'mailTexts.subject': 'Subject',
  'mailTexts.change': 'Write own texts in mails',
} satisfies Record<keyof typeof danish, string>
