import type { MailMedium } from '../../db/types.ts'
import { formatMoment } from '../../locales/format.ts'
import { isMessageKey, type Translate } from '../../locales/translate.ts'
import { canBeSentAgain } from '../../mail/can-be-sent-again.ts'
import { mailKinds, type Message } from '../../mail/message.ts'
import { errorSummary, type FormState, formTitle, selectField } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import type { LastAnswer } from './last-answer.ts'
import { mailStates } from './schema.ts'
import type { MailList } from './see-mails.ts'
import type { ListedMail, ShownMail } from './sql.ts'
import { aboutOf, answerTo } from './view.ts'

export function mailListPage(
  frame: Frame,
  list: MailList | undefined,
  filter: FormState,
  sends: boolean,
): string {
  const { t } = frame
  return page(
    frame,
    formTitle(t, filter, t('mail.title')),
    html`<h1>${t('mail.title')}</h1>
      ${errorSummary(t, filter, { state: 'mail.state', kind: 'mail.kind' })}
      ${
        sends
          ? ''
          : html`<div class="alert alert-warning" role="status">
              <div class="alert-text"><p>${t('mail.unsent')}</p></div>
            </div>`
      }
      ${filterForm(t, filter)} ${list === undefined ? '' : mails(frame, list, filter)}`,
  )
}

/** Those to colleagues are not listed. */
const kindsToPeople = mailKinds.filter(
  (kind) => !['concern', 'digest', 'staff-invitation'].includes(kind),
)

function filterForm(t: Translate, state: FormState): SafeHtml {
  const nothing = t('mail.filter.all')
  const kinds = kindsToPeople
    .map((value) => ({ value, label: kindName(t, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, t.locale))
  const states = mailStates.map((value) => ({ value, label: t(`mail.state.${value}`) }))
  const { person } = state.values
  return html`<form method="get" action="/mail" role="search" class="panel filter" novalidate>
    ${typeof person === 'string' ? html`<input type="hidden" name="person" value="${person}" />` : ''}
    <div class="actions">
      ${selectField(t, state, { name: 'state', label: t('mail.state'), nothing, choices: states })}
      ${selectField(t, state, { name: 'kind', label: t('mail.kind'), nothing, choices: kinds })}
      <button class="button button-primary" type="submit">${t('mail.filter.show')}</button>
      ${
        Object.keys(state.values).length === 0
          ? ''
          : html`<a class="button button-tertiary" href="/mail">${t('mail.filter.clear')}</a>`
      }
    </div>
  </form>`
}

function mails(frame: Frame, { rows, next }: MailList, { values }: FormState): SafeHtml {
  const { t } = frame
  if (rows.length === 0)
    return html`<p role="status">
      ${t(Object.keys(values).length === 0 ? 'mail.empty' : 'mail.none')}
    </p>`
  return html`<ul class="card-list nobullet-list no-max-width">
      ${rows.map((mail) => html`<li class="panel">${card(frame, mail)}</li>`)}
    </ul>
    ${
      next === null
        ? ''
        : html`<p class="actions">
            <a
              class="button button-secondary"
              rel="next"
              href="${`/mail?${new URLSearchParams({ ...(values as Record<string, string>), cursor: next })}`}"
              >${t('mail.more')}</a
            >
          </p>`
    }`
}

function card(frame: Frame, mail: ListedMail): SafeHtml {
  const { t } = frame
  return html`<h2 class="h3"><a href="/mail/${mail.id}">${titleOf(t, mail)}</a></h2>
    <p>${recipient(frame, mail)}<br />${subject(frame, mail)}</p>
    <p>${standing(t, mail)}</p>
    ${resendForm(frame, mail)}`
}

/** Names link where the reader is a coordinator of that municipality; the demo shows mails to everyone. */
function isOwn({ actor }: Frame, { municipality }: ListedMail): boolean {
  return (
    actor.kind === 'staff' && actor.role === 'coordinator' && actor.municipality === municipality
  )
}

function recipient(frame: Frame, mail: ListedMail): SafeHtml {
  const { enrolmentId, name } = mail
  return html`${frame.t('mail.to')}:
  ${
    enrolmentId !== null && isOwn(frame, mail)
      ? html`<a href="/people/${enrolmentId}"><bdi>${name}</bdi></a>`
      : html`<bdi>${name}</bdi>`
  }`
}

/** The thing that the mail is about, with when it takes place. */
function subject(frame: Frame, mail: ListedMail): SafeHtml | string {
  const { t } = frame
  const about = aboutOf(mail)
  if (about === null) return ''
  const at = (time: Temporal.Instant | null) => (time === null ? '' : formatMoment(t.locale, time))
  const text = {
    meeting: () => t('mail.about.meeting', { at: at(mail.meetingStartsAt) }),
    match: () => t('mail.about.match'),
    proposal: () => t('mail.about.proposal'),
    interview: () => t('mail.about.interview', { at: at(mail.interviewStartsAt) }),
  }[about.type]()
  const address = {
    meeting: `/meetings/${about.id}`,
    match: `/matches/${about.id}`,
    proposal: `/proposals/${about.id}`,
    interview: `/people/${mail.enrolmentId}`,
  }[about.type]
  return isOwn(frame, mail) ? html`<a href="${address}">${text}</a>` : text
}

/** How far it has come: its state, what the server answered, how often and when it is tried. */
function standing(t: Translate, mail: ListedMail): SafeHtml {
  const { state, attempts, createdAt, dueAt, handledAt } = mail
  const answer = answerTo(mail)
  const time = (at: Temporal.Instant) => formatMoment(t.locale, at)
  const sentences = [
    t('mail.written', { at: time(createdAt) }),
    ...(attempts === 0 ? [] : [t('mail.tries', { count: attempts })]),
    ...(attempts > 0 && handledAt !== null ? [t('mail.triedAt', { at: time(handledAt) })] : []),
    ...(state === 'pending' && attempts > 0 ? [t('mail.next', { at: time(dueAt) })] : []),
  ]
  return html`<strong>${t(`mail.state.${state}`)}.</strong>
    ${answer === null ? '' : answerText(t, answer, mail.medium)}<br />${sentences.join(' ')}`
}

function answerText(t: Translate, answer: LastAnswer, medium: MailMedium): string {
  const { stage, code, isFinal } = answer
  const keys = ['', isFinal ? '' : '.later']
    .flatMap((later) => [`${stage}${later}`, `${medium}.${stage}${later}`])
    .map((name) => `mail.answer.${name}`)
  // The most telling of those that there are.
  const text = t.dynamic(keys.findLast(isMessageKey) ?? 'mail.answer.other')
  return /^\d+$/.test(code ?? '') ? `${text} (${code}).` : `${text}.`
}

function resendForm(frame: Frame, mail: ListedMail): SafeHtml | string {
  const { t } = frame
  if (!canBeSentAgain(mail) || !isOwn(frame, mail)) return ''
  return html`<form method="post" action="/mail/${mail.id}/resend">
    ${formToken(frame)}
    <button class="button button-secondary" type="submit">
      ${t('mail.resend')}<span class="sr-only">
        – ${kindName(t, mail.kind)}, <bdi>${mail.name}</bdi></span
      >
    </button>
  </form>`
}

export function mailPage(frame: Frame, mail: ShownMail): string {
  const { t } = frame
  const message = contentOf(mail)
  const title = message?.subject || titleOf(t, mail)
  return page(
    frame,
    title,
    html`<h1><bdi>${title}</bdi></h1>
      <p>
        ${recipient(frame, mail)} <bdi>${message?.to.address ?? ''}</bdi
        ><br />${subject(frame, mail)}
      </p>
      <p>${standing(t, mail)}</p>
      ${
        canBeSentAgain(mail) && isOwn(frame, mail)
          ? html`<p>${t('mail.resendHint')}</p>
              ${resendForm(frame, mail)}`
          : ''
      }
      ${
        message === undefined
          ? ''
          : html`${textOf(message)}
            ${message.text.includes('/…') ? html`<p>${t('mail.linkTakenOut')}</p>` : ''}
            ${message.calendars.map(
              (_, at) =>
                html`<p>
                  <a
                    class="button button-secondary"
                    href="${`/mail/${mail.id}/invite.ics?number=${at + 1}`}"
                    >${t('mail.calendar')}</a
                  >
                </p>`,
            )}`
      }`,
  )
}

/** In one piece: its white space is shown. */
function textOf({ locale, text }: Message): SafeHtml {
  return html`<div class="panel mail-text" lang="${locale}" dir="auto">${withLinks(text)}</div>`
}

/** Makes links of the addresses in a mail, except of those removed. */
function withLinks(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece, at) =>
      at % 2 === 1 && !piece.endsWith('…') ? html`<a href="${piece}">${piece}</a>` : piece,
    )
}

export function contentOf({ content }: Pick<ShownMail, 'content'>): Message | undefined {
  return (content as unknown as Message | null) ?? undefined
}

function titleOf(t: Translate, { kind, medium }: ListedMail): string {
  return medium === 'sms' ? t('mail.bySms', { kind: kindName(t, kind) }) : kindName(t, kind)
}

/** A mail of an earlier version may have a kind that is gone. */
function kindName(t: Translate, kind: string): string {
  const key = `mail.kind.${kind}`
  return isMessageKey(key) ? t.dynamic(key) : kind
}
