import { checkboxGroup, errorSummary, type FormState, formTitle } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

/** Who reads a programme's concerns, and for those who may, a form to name others. */
export function readersPage(
  frame: Frame,
  form: {
    action: string
    programme: string
    colleagues: readonly { id: string; name: string }[]
    readers: readonly { id: string; name: string }[]
    mayName: boolean
    state: FormState
  },
): string {
  const { t } = frame
  const title = t('concerns.readers.title')
  const { readers, state } = form
  const values = { accountIds: readers.map(({ id }) => id), ...state.values }
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { accountIds: 'concerns.readers.who' })}
      <p class="font-lead"><bdi lang="da">${form.programme}</bdi></p>
      <p>${t('concerns.readers.lead')}</p>
      ${
        readers.length === 0
          ? html`<p>${t('concerns.readers.none')}</p>`
          : html`<ul>
              ${readers.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
            </ul>`
      }
      ${
        form.mayName
          ? html`<form method="post" action="${form.action}" novalidate>
              ${formToken(frame)}
              ${checkboxGroup(
                t,
                { ...state, values },
                {
                  name: 'accountIds',
                  label: t('concerns.readers.who'),
                  hint: t('concerns.readers.hint'),
                  choices: form.colleagues.map(({ id, name }) => ({ value: id, label: name })),
                },
              )}
              <button class="button button-primary" type="submit">
                ${t('concerns.readers.save')}
              </button>
            </form>`
          : html`<p>${t('concerns.readers.notYours')}</p>`
      }`,
  )
}
