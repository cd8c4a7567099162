import { type ConfigData, HtmlValidate } from 'html-validate'

/** Structure and accessibility hold. How the text is laid out is no reader's concern. */
const rules: ConfigData['rules'] = {
  // Templates leave spaces and line ends where a value was empty, and close what they like.
  'no-trailing-whitespace': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  // Written for search engines and for line breaks; translations need their length.
  'long-title': 'off',
  'tel-non-breaking': 'off',
  // The rows of a form repeat a name and arrive as a list.
  'form-dup-name': 'off',
  // Only what comes from another server needs a fingerprint, and nothing does.
  'require-sri': ['error', { target: 'crossorigin' }],
}

const part = ['html-validate:recommended', 'html-validate:a11y']
const forPart = new HtmlValidate({ root: true, extends: part, rules })
const forPage = new HtmlValidate({
  root: true,
  extends: [...part, 'html-validate:document'],
  rules,
})
// Mail programs read styles only on the element and layouts only from tables.
const forMail = new HtmlValidate({
  root: true,
  extends: [...part, 'html-validate:document'],
  rules: { ...rules, 'no-inline-style': 'off', 'presentation-role-style': 'off' },
})

/** What is wrong with a page, or with a part of one: a line per fault, and none is what we want. */
export async function validateHtml(html: string): Promise<string[]> {
  return faults(/^\s*<!doctype/i.test(html) ? forPage : forPart, html)
}

/** What is wrong with the HTML of a mail. */
export async function validateMailHtml(html: string): Promise<string[]> {
  return faults(forMail, html)
}

async function faults(validator: HtmlValidate, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  const lines = html.split('\n')
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, ruleId, message }) => `${ruleId}: ${message} — ${lines[line - 1]?.trim()}`,
    ),
  )
}
