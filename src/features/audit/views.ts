import { formatDay, formatMoment } from '../../locales/format.ts'
import { isMessageKey, type MessageKey, type Translate } from '../../locales/translate.ts'
import { one } from '../../web/form.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { page } from '../../web/layout.ts'
import { auditActions, dailyViewLimit } from './schema.ts'
import type { EntryRow } from './sql.ts'

interface AuditPage {
  entries: EntryRow[]
  colleagues: { id: string; name: string }[]
  /** Recent flags for viewing unusually many people. */
  flags: EntryRow[]
  hasMore: boolean
  state: FormState
}

const labels = {
  action: 'audit.what',
  colleague: 'audit.who',
  from: 'audit.from',
  through: 'audit.through',
} as const satisfies Record<string, MessageKey>

export function auditPage(frame: Frame, list: AuditPage): string {
  const { t } = frame
  const { entries, state } = list
  return page(
    frame,
    formTitle(t, state, t('audit.title')),
    html`<h1>${t('audit.title')}</h1>
      ${errorSummary(t, state, labels)}
      <p class="font-lead">${t('audit.lead')}</p>
      ${flagList(t, list.flags)} ${filters(t, list)}
      ${entries.length === 0 ? html`<p>${t('audit.empty')}</p>` : entryTable(t, entries)}
      ${
        list.hasMore
          ? html`<p>
              <a class="button button-secondary" href="/audit?${further(list)}"
                >${t('audit.more')}</a
              >
            </p>`
          : ''
      }`,
  )
}

/** Shows flags neutrally: coordinators are to ask each other, not to accuse. */
function flagList(t: Translate, flags: EntryRow[]): SafeHtml | string {
  if (flags.length === 0) return ''
  return html`<section class="alert alert-warning" aria-labelledby="flags">
    <div class="alert-text">
      <h2 class="alert-heading" id="flags">${t('audit.flags', { most: dailyViewLimit })}</h2>
      <ul>
        ${flags.map(
          (flag) =>
            html`<li><bdi>${actorText(t, flag)}</bdi>, ${formatDay(t.locale, flag.at)}</li>`,
        )}
      </ul>
    </div>
  </section>`
}

function filters(t: Translate, { colleagues, state }: AuditPage): SafeHtml {
  const person = one(state.values, 'person')
  return html`<form method="get" action="/audit" novalidate>
    ${person === undefined ? '' : html`<input type="hidden" name="person" value="${person}" />`}
    ${selectField(t, state, {
      name: 'action',
      label: t(labels.action),
      nothing: t('audit.everything'),
      choices: auditActions.map((value) => ({ value, label: t.dynamic(`audit.action.${value}`) })),
    })}
    ${selectField(t, state, {
      name: 'colleague',
      label: t(labels.colleague),
      nothing: t('audit.everybody'),
      choices: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    })}
    <div class="pair">
      ${textField(t, state, { name: 'from', label: t(labels.from), type: 'date' })}
      ${textField(t, state, { name: 'through', label: t(labels.through), type: 'date' })}
    </div>
    <div class="actions">
      <button class="button button-primary" type="submit">${t('audit.show')}</button>
      ${person === undefined ? '' : html`<a href="/audit">${t('audit.allPeople')}</a>`}
    </div>
  </form>`
}

function entryTable(t: Translate, entries: EntryRow[]): SafeHtml {
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <caption class="sr-only">
        ${t('audit.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('audit.when')}</th>
          <th scope="col">${t('audit.who')}</th>
          <th scope="col">${t('audit.what')}</th>
          <th scope="col">${t('audit.whom')}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry) =>
            html`<tr>
              <td>${formatMoment(t.locale, entry.at)}</td>
              <td><bdi>${actorText(t, entry)}</bdi></td>
              <td>${actionText(t, entry.action)}</td>
              <td>
                ${
                  entry.personName === null
                    ? ''
                    : html`<a href="/audit?person=${entry.personId}"
                        ><bdi>${entry.personName}</bdi></a
                      >`
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

const kinds = ['staff', 'person', 'client', 'public', 'system'] as const

function actorText(t: Translate, { actor, actorName, clientName }: EntryRow): string {
  const kind = kinds.find((kind) => actor.startsWith(kind)) ?? 'system'
  return actorName ?? clientName ?? t.dynamic(`audit.actor.${kind}`)
}

/** The address of the next page with the same filter. */
function further({ entries, state }: AuditPage): string {
  const query = new URLSearchParams()
  for (const name of ['person', 'action', 'colleague', 'from', 'through']) {
    const value = one(state.values, name)
    if (value !== undefined) query.set(name, value)
  }
  query.set('before', entries.at(-1)!.id)
  return query.toString()
}

/** An action that this version does not know is shown by its stored name. */
function actionText(t: Translate, action: string): string {
  const key = `audit.action.${action}`
  return isMessageKey(key) ? t.dynamic(key) : action
}
