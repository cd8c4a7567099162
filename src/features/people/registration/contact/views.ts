import { ofAnother } from '../../../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../../../web/form-parts.ts'
import type { Frame } from '../../../../web/frame.ts'
import { html } from '../../../../web/html.ts'
import { formToken, page } from '../../../../web/layout.ts'

export function contactPage(
  frame: Frame,
  form: {
    state: FormState
    municipalities: { code: string; name: string }[]
    partners: { id: string; name: string }[]
  },
): string {
  const t = ofAnother(frame.t)
  const { state } = form
  return page(
    frame,
    formTitle(t, state, t('people.contact.title')),
    html`<h1>${t('people.contact.title')}</h1>
      ${errorSummary(t, state, {
        name: 'people.form.name',
        residence: 'people.form.residence',
        partnerId: 'people.page.partner',
        phone: 'people.form.phone',
      })}
      <p class="font-lead">${t('people.contact.lead')}</p>
      <form method="post" action="/people/contacts" novalidate>
        ${formToken(frame)}
        ${textField(t, state, { name: 'name', label: t('people.form.name'), required: true, maxLength: 100 })}
        ${selectField(t, state, {
          name: 'partnerId',
          label: t('people.page.partner'),
          nothing: t('people.form.choose'),
          choices: form.partners.map(({ id, name }) => ({ value: id, label: name })),
        })}
        ${selectField(t, state, {
          name: 'residence',
          label: t('people.form.residence'),
          nothing: t('people.form.choose'),
          choices: form.municipalities.map(({ code, name }) => ({ value: code, label: name })),
        })}
        ${selectField(t, state, {
          name: 'sex',
          label: t('people.form.sex'),
          hint: t('people.form.sexHint'),
          choices: (['undisclosed', 'woman', 'man', 'other'] as const).map((value) => ({
            value,
            label: t.dynamic(`people.sex.${value}`),
          })),
        })}
        ${textField(t, state, {
          name: 'phone',
          label: t('people.form.phone'),
          hint: t('people.form.optional'),
          type: 'tel',
          maxLength: 40,
        })}
        <button class="button button-primary" type="submit">${t('people.contact.save')}</button>
      </form>`,
  )
}
