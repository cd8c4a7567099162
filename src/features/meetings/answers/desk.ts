import type { MessageKey } from '../../../locales/translate.ts'
import { type FormState, radioGroup, selectField } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken } from '../../../web/layout.ts'
import type { MeetingRow } from '../sql.ts'
import { channels } from './schema.ts'

/** What the error summary calls the fields of an answer. */
export const answerLabels = {
  personId: 'meetings.answers.who',
  answer: 'meetings.answers.what',
  channel: 'meetings.answers.channel',
} as const satisfies Record<string, MessageKey>

/** Where a colleague records what somebody answered by telephone or otherwise. */
export function answering(frame: Frame, meeting: MeetingRow, state: FormState): SafeHtml {
  const { t } = frame
  const isOpen = state.problems.some(({ pointer }) => /^\/(personId|answer|channel)/.test(pointer))
  return html`<details ${isOpen ? html`open` : ''}>
    <summary>${t('meetings.answers.title')}</summary>
    <form method="post" action="/meetings/${meeting.id}/answers" novalidate>
      ${formToken(frame)} <input type="hidden" name="version" value="${meeting.version}" />
      ${selectField(t, state, {
        name: 'personId',
        label: t('meetings.answers.who'),
        choices: meeting.participants.map(({ id, name }) => ({ value: id, label: name })),
      })}
      ${radioGroup(t, state, {
        name: 'answer',
        label: t('meetings.answers.what'),
        choices: (['yes', 'no', 'another_time'] as const).map((value) => ({
          value,
          label: t(`meetings.answers.${value}`),
        })),
      })}
      ${selectField(t, state, {
        name: 'channel',
        label: t('meetings.answers.channel'),
        choices: channels.map((value) => ({ value, label: t.dynamic(`people.channel.${value}`) })),
      })}
      <button class="button button-primary" type="submit">${t('meetings.record.save')}</button>
    </form>
  </details>`
}
