import { formatMoment } from '../locales/format.ts'
import type { Frame } from '../web/frame.ts'
import { html } from '../web/html.ts'
import { formToken, page } from '../web/layout.ts'
import type { DemoRole } from './find.ts'

export const steps = [1, 30] as const

export function demoPage(
  frame: Frame,
  demo: {
    now: Temporal.Instant
    meeting: { startsAt: Temporal.Instant } | undefined
    roles: readonly DemoRole[]
  },
): string {
  const { t } = frame
  return page(
    frame,
    t('demo.title'),
    html`<h1>${t('demo.title')}</h1>
      <p class="font-lead">${t('demo.lead')}</p>
      <h2>${t('demo.who')}</h2>
      <div class="actions">
        ${demo.roles.map(
          (role) =>
            html`<form method="post" action="/demo/sign-in/${role}">
              ${formToken(frame)}
              <button class="button button-primary" type="submit">
                ${t.dynamic(`demo.be.${role}`)}
              </button>
            </form>`,
        )}
        <a class="button button-secondary" href="/mail">${t('demo.mail')}</a>
      </div>
      <h2>${t('demo.clock')}</h2>
      <p>${t('demo.now', { at: formatMoment(t.locale, demo.now) })}</p>
      ${
        demo.meeting === undefined
          ? html`<p>${t('demo.noMeeting')}</p>`
          : html`<form method="post" action="/demo/clock">
              ${formToken(frame)}
              <p>${t('demo.next', { at: formatMoment(t.locale, demo.meeting.startsAt) })}</p>
              <button class="button button-secondary" type="submit">${t('demo.move')}</button>
            </form>`
      }
      <form method="post" action="/demo/clock" class="actions">
        ${formToken(frame)}
        ${steps.map(
          (days) =>
            html`<button class="button button-secondary" type="submit" name="days" value="${days}">
              ${t('demo.days', { days })}
            </button>`,
        )}
      </form>
      <p>${t('demo.again')}</p>`,
  )
}
