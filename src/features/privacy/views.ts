import { formatDay, formatMoment } from '../../locales/format.ts'
import { directionOf, isLocale } from '../../locales/locale.ts'
import type { PublicTranslate, Translate } from '../../locales/translate.ts'
import type { Frame, PublicFrame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { emptyForm } from '../../web/form-parts.ts'
import { pairChoice } from '../people/transitions/pair-choice.ts'
import type { PersonalData } from './read-personal-data.ts'
import type { Expired } from './apply-retention.ts'
import { purposes } from './schema.ts'
import type { listErasureRequests } from './sql.ts'

/** Requests to be erased, and how much has passed its retention period. */
export function privacyPage(
  frame: Frame,
  requests: Awaited<ReturnType<typeof listErasureRequests>>,
  expired: Expired[],
): string {
  const { t } = frame
  return page(
    frame,
    t('privacy.title'),
    html`<h1>${t('privacy.title')}</h1>
      <h2>${t('privacy.requests')}</h2>
      ${
        requests.length === 0
          ? html`<p>${t('privacy.noRequests')}</p>`
          : html`<ul>
              ${requests.map(
                ({ id, name, askedAt }) =>
                  html`<li>
                    <a href="/people/${id}/privacy"><bdi>${name}</bdi></a
                    >, ${t('privacy.askedOn', { day: formatDay(t.locale, askedAt) })}
                  </li>`,
              )}
            </ul>`
      }
      <h2>${t('privacy.retention')}</h2>
      <p>${t('privacy.retentionLead')}</p>
      <div class="table-scroll" tabindex="0">
        <table class="table">
          <caption class="sr-only">
            ${t('privacy.retention')}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('privacy.what')}</th>
              <th scope="col">${t('privacy.kept')}</th>
              <th scope="col">${t('privacy.due')}</th>
            </tr>
          </thead>
          <tbody>
            ${expired.map(
              ({ rule, count }) =>
                html`<tr>
                  <td>${t.dynamic(`privacy.rule.${rule.name}`)}</td>
                  <td>
                    ${
                      'months' in rule.keeps
                        ? t('privacy.months', { months: rule.keeps.months })
                        : t('privacy.days', { days: rule.keeps.days })
                    }
                  </td>
                  <td>${count}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p><a href="/audit">${t('audit.title')}</a></p>`,
  )
}

export function personDataPage(frame: Frame, enrolmentId: string, data: PersonalData): string {
  const { t } = frame
  const base = `/people/${enrolmentId}`
  return page(
    frame,
    t('privacy.of', { name: data.person.name }),
    html`<h1><bdi>${t('privacy.of', { name: data.person.name })}</bdi></h1>
      ${
        data.askedAt === undefined
          ? ''
          : html`<div class="alert alert-warning">
              <div class="alert-text">
                <p>${t('privacy.hasAsked', { day: formatDay(t.locale, data.askedAt) })}</p>
              </div>
            </div>`
      }
      <h2>${t('privacy.consents')}</h2>
      <p>${t('privacy.consentsLead')}</p>
      ${consentList(frame, `${base}/consents`, data)}
      <h2>${t('privacy.rights')}</h2>
      <ul>
        <li><a href="${base}/export">${t('privacy.exportFor')}</a></li>
        <li><a href="/audit?person=${data.person.id}">${t('audit.ofPerson')}</a></li>
        <li><a href="${base}/erasure">${t('privacy.erase')}</a></li>
      </ul>
      <p><a href="${base}">${t('privacy.back')}</a></p>`,
  )
}

export function ownDataPage(frame: PublicFrame, data: PersonalData): string {
  const { t } = frame
  return page(
    frame,
    t('privacy.own'),
    html`<h1>${t('privacy.own')}</h1>
      <h2>${t('privacy.ownConsents')}</h2>
      ${consentList(frame, '/me/consents', data)}
      <h2>${t('privacy.ownData')}</h2>
      <p>${t('privacy.ownDataLead')}</p>
      <p><a class="button button-secondary" href="/me/export">${t('privacy.export')}</a></p>
      <h2>${t('privacy.ownErasure')}</h2>
      ${
        data.askedAt === undefined
          ? html`<p>${t('privacy.ownErasureLead')}</p>
              <form method="post" action="/me/erasure-request">
                ${formToken(frame)}
                <button class="button button-secondary" type="submit">
                  ${t('privacy.askErasure')}
                </button>
              </form>`
          : html`<p>${t('privacy.ownAsked', { day: formatDay(t.locale, data.askedAt) })}</p>`
      }
      <p><a href="/me">${t('self.back')}</a></p>`,
  )
}

/** One button per purpose: withdrawing is as easy as consenting. */
function consentList(frame: PublicFrame, action: string, data: PersonalData): SafeHtml {
  const { t } = frame
  const hasPair = data.ahead.some(({ kind }) => kind === 'match')
  return html`<ul class="card-list nobullet-list no-max-width">
    ${purposes.map((purpose) => {
      const [latest] = data.consents.filter((consent) => consent.purpose === purpose)
      const given = latest?.withdrawnAt === null ? latest : undefined
      const path = given === undefined ? action : `${action}/withdrawal`
      return html`<li class="panel">
        <h3>${t.dynamic(`privacy.purpose.${purpose}`)}</h3>
        <p>${consentStatus(t, latest)}</p>
        ${given === undefined ? askedText(t, purpose, data) : givenText(given)}
        <form method="post" action="${path}">
          ${formToken(frame)}<input type="hidden" name="purpose" value="${purpose}" />
          ${given !== undefined && purpose === 'matching' && hasPair ? pairChoice(t, emptyForm) : ''}
          <button
            class="button button-secondary"
            type="submit"
            aria-label="${t(given === undefined ? 'privacy.give' : 'privacy.withdraw')}: ${t.dynamic(`privacy.purpose.${purpose}`)}"
          >
            ${t(given === undefined ? 'privacy.give' : 'privacy.withdraw')}
          </button>
        </form>
      </li>`
    })}
  </ul>`
}

function consentStatus(
  t: PublicTranslate,
  latest: PersonalData['consents'][number] | undefined,
): string {
  if (latest === undefined) return t('privacy.notGiven')
  if (latest.withdrawnAt !== null)
    return t('privacy.withdrawnOn', { day: formatDay(t.locale, latest.withdrawnAt) })
  return t('privacy.givenOn', { day: formatDay(t.locale, latest.givenAt) })
}

function givenText({ text, locale }: PersonalData['consents'][number]): SafeHtml {
  const direction = isLocale(locale) ? directionOf(locale) : 'ltr'
  return html`<blockquote lang="${locale}" dir="${direction}">${text}</blockquote>`
}

function askedText(
  t: PublicTranslate,
  purpose: (typeof purposes)[number],
  data: PersonalData,
): SafeHtml {
  return html`<blockquote>
    ${t.dynamic(`people.consent.${purpose === 'matching' ? data.person.role : purpose}`)}
  </blockquote>`
}

/** Lists the consequences first, because an erasure cannot be undone. */
export function erasurePage(frame: Frame, enrolmentId: string, data: PersonalData): string {
  const { t } = frame
  const { name } = data.person
  return page(
    frame,
    t('privacy.eraseOf', { name }),
    html`<h1><bdi>${t('privacy.eraseOf', { name })}</bdi></h1>
      <p class="font-lead">${t('privacy.eraseLead')}</p>
      <ul>
        <li>${t('privacy.eraseGone')}</li>
        <li>${t('privacy.eraseKept')}</li>
        ${data.ahead.map((open) => html`<li><bdi>${aheadText(t, open)}</bdi></li>`)}
      </ul>
      <form method="post" action="/people/${enrolmentId}/erasure">
        ${formToken(frame)}
        <div class="actions">
          <button class="button button-primary" type="submit">${t('privacy.eraseNow')}</button>
          <a class="button button-secondary" href="/people/${enrolmentId}/privacy"
            >${t('privacy.eraseNot')}</a
          >
        </div>
      </form>`,
  )
}

function aheadText(t: Translate, open: PersonalData['ahead'][number]): string {
  if (open.startsAt !== null)
    return t('privacy.aheadMeeting', { at: formatMoment(t.locale, open.startsAt) })
  const name = open.name ?? ''
  return open.kind === 'match'
    ? t('privacy.aheadMatch', { name })
    : t('privacy.aheadProposal', { name })
}
