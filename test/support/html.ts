import { type ConfigData, HtmlValidate } from 'html-validate'

/** Rules of structure and accessibility; the layout of the source does not matter. */
const rules: ConfigData['rules'] = {
  // Templates leave spaces and empty lines.
  'no-trailing-whitespace': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  // Rules about search engines and line breaks; translations need their length.
  'long-title': 'off',
  'tel-non-breaking': 'off',
  // The rows of a form repeat names, which arrive as a list.
  'form-dup-name': 'off',
  // Only resources of other servers need integrity, and there are none.
  'require-sri': ['error', { target: 'crossorigin' }],
}

const part = ['html-validate:recommended', 'html-validate:a11y']
const forPart = new HtmlValidate({ root: true, extends: part, rules })
const forPage = new HtmlValidate({
  root: true,
  extends: [...part, 'html-validate:document'],
  rules,
})
// Mail programs support inline styles and table layouts only.
const forMail = new HtmlValidate({
  root: true,
  extends: [...part, 'html-validate:document'],
  rules: { ...rules, 'no-inline-style': 'off', 'presentation-role-style': 'off' },
})

/** The faults of a page or of a part of one, a line each. */
export async function validateHtml(html: string): Promise<string[]> {
  return faults(/^\s*<!doctype/i.test(html) ? forPage : forPart, html)
}

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
