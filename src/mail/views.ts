import { formatMoment } from '../locales/format.ts'
import { isMessageKey, type Translate } from '../locales/translate.ts'
import type { Frame } from '../web/frame.ts'
import { html } from '../web/html.ts'
import { notShown, page } from '../web/layout.ts'
import type { Message } from './message.ts'
import type { MailRow } from './sql.ts'

export function mailListPage(
  frame: Frame,
  mails: { rows: MailRow[]; count: number },
  sending: boolean,
): string {
  const { t } = frame
  return page(
    frame,
    t('mail.title'),
    html`<h1>${t('mail.title')}</h1>
      ${
        sending
          ? ''
          : html`<div class="alert alert-warning" role="status">
              <div class="alert-text"><p>${t('mail.unsent')}</p></div>
            </div>`
      }
      ${
        mails.count === 0
          ? html`<p>${t('mail.empty')}</p>`
          : html`<div class="table-scroll" tabindex="0">
                <table class="table">
                  <caption class="sr-only">
                    ${t('mail.title')}
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">${t('mail.kind')}</th>
                      <th scope="col">${t('mail.to')}</th>
                      <th scope="col">${t('mail.state')}</th>
                      <th scope="col">${t('mail.at')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${mails.rows.map(
                      (mail) =>
                        html`<tr>
                          <td>
                            ${
                              contentOf(mail) === undefined
                                ? kindName(t, mail.kind)
                                : html`<a href="/mail/${mail.id}">${kindName(t, mail.kind)}</a>`
                            }
                          </td>
                          <td><bdi>${contentOf(mail)?.to.name ?? ''}</bdi></td>
                          <td>${t.dynamic(`mail.state.${mail.state}`)}</td>
                          <td>${formatMoment(t.locale, mail.createdAt)}</td>
                        </tr>`,
                    )}
                  </tbody>
                </table>
              </div>
              ${notShown(t, mails.count - mails.rows.length)}`
      }`,
  )
}

export function mailPage(frame: Frame, mail: MailRow): string {
  const { t } = frame
  const message = contentOf(mail)
  return page(
    frame,
    message?.subject ?? kindName(t, mail.kind),
    html`<h1><bdi>${message?.subject ?? kindName(t, mail.kind)}</bdi></h1>
      <p>${t.dynamic(`mail.state.${mail.state}`)}</p>
      ${
        message === undefined
          ? ''
          : html`<p>
                ${t('mail.to')}: <bdi>${message.to.name}</bdi>
                <bdi>${message.to.address ?? ''}</bdi>
              </p>
              <div class="panel mail-text" lang="${message.locale}" dir="auto">
                ${withLinks(message.text)}
              </div>
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

/** Makes links of the addresses in a mail, except of those removed. */
function withLinks(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece, at) =>
      at % 2 === 1 && !piece.endsWith('…') ? html`<a href="${piece}">${piece}</a>` : piece,
    )
}

export function contentOf(mail: MailRow): Message | undefined {
  return (mail.content as unknown as Message | null) ?? undefined
}

function kindName(t: Translate, kind: string): string {
  const key = `mail.kind.${kind}`
  return isMessageKey(key) ? t.dynamic(key) : kind
}
