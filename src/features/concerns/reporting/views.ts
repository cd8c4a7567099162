import { formatList } from '../../../locales/format.ts'
import {
  type Choice,
  checkbox,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textArea,
} from '../../../web/form-parts.ts'
import type { Frame, PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

export interface ConcernForm {
  action: string
  /** The pairs it may be about; none when the form belongs to one. */
  pairs: readonly { id: string; name: string }[]
  /** Whether there is a pair whose meetings can be halted. */
  mayHalt: boolean
  /** Who will read it. */
  readers: string[]
  state: FormState
}

/** Where a mentor or mentee writes what worries them. */
export function ownConcernPage(frame: PublicFrame, form: ConcernForm): string {
  const { t } = frame
  const title = t('concerns.form.title')
  return page(
    frame,
    formTitle(t, form.state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, form.state, { text: 'concerns.form.text', matchId: 'concerns.form.about' })}
      <p class="font-lead">${t('concerns.form.lead')}</p>
      <p>${t('concerns.form.danger')}</p>
      <p>
        ${
          form.readers.length === 0
            ? t('concerns.form.readBy.two')
            : t('concerns.form.readBy.names', { names: formatList(t.locale, form.readers) })
        }
      </p>
      ${fields(frame, form, {
        text: t('concerns.form.text'),
        hint: t('concerns.form.hint'),
        halts: t('concerns.form.halts'),
        nameOf: (name) => t('concerns.form.pair', { name }),
      })}`,
  )
}

/** Where a colleague writes down a concern, seen or told. */
export function concernPage(frame: Frame, form: ConcernForm): string {
  const { t } = frame
  const title = t('concerns.desk.title')
  return page(
    frame,
    formTitle(t, form.state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, form.state, { text: 'concerns.desk.text', matchId: 'concerns.form.about' })}
      <p class="font-lead">${t('concerns.desk.lead')}</p>
      <p>
        ${
          form.readers.length === 0
            ? t('concerns.desk.readBy.two')
            : t('concerns.desk.readBy.names', { names: formatList(t.locale, form.readers) })
        }
      </p>
      ${fields(frame, form, {
        text: t('concerns.desk.text'),
        hint: t('concerns.desk.hint'),
        halts: t('concerns.desk.halts'),
        nameOf: (name) => name,
      })}`,
  )
}

function fields(
  frame: PublicFrame,
  { action, pairs, mayHalt, state }: ConcernForm,
  words: { text: string; hint: string; halts: string; nameOf: (name: string) => string },
): SafeHtml {
  const { t } = frame
  const choices: Choice[] = [
    ...pairs.map(({ id, name }) => ({ value: id, label: words.nameOf(name) })),
    { value: 'none', label: t('concerns.form.other') },
  ]
  return html`<form method="post" action="${action}" novalidate>
    ${formToken(frame)}
    ${
      pairs.length === 0
        ? ''
        : selectField(t, state, { name: 'matchId', label: t('concerns.form.about'), choices })
    }
    ${textArea(t, state, { name: 'text', label: words.text, hint: words.hint, maxLength: 4000, required: true })}
    ${
      mayHalt
        ? checkbox(t, state, {
            name: 'halts',
            label: words.halts,
            hint: t('concerns.form.halts.hint'),
          })
        : ''
    }
    <button class="button button-primary" type="submit">${t('concerns.form.send')}</button>
  </form>`
}

/** The answer to everyone who reported a concern. It names nothing: others may see the screen. */
export function concernReceivedPage(frame: PublicFrame): string {
  const { t } = frame
  const title = t('concerns.received.title')
  const back = { person: '/me', staff: '/tasks' } as Readonly<Record<string, string>>
  const home = back[frame.actor.kind]
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${t('concerns.received.text')}</p>
      <p>${t('concerns.form.danger')}</p>
      ${home === undefined ? '' : html`<p><a href="${home}">${t('concerns.received.back')}</a></p>`}`,
  )
}
