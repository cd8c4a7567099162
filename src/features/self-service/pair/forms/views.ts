import { firstName } from '../../../../locales/first-name.ts'
import type { PublicTranslate } from '../../../../locales/translate.ts'
import {
  checkboxGroup,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../../../web/form-parts.ts'
import { one } from '../../../../web/form.ts'
import type { PublicFrame } from '../../../../web/frame.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { formToken, page } from '../../../../web/layout.ts'
import { lengths } from '../../../follow-up/own-meetings/schema.ts'
import type { MeetingPlaces } from '../../../places/list-meeting-places.ts'
import { ownReasons } from '../schema.ts'
import type { OwnPair } from '../sql.ts'

interface PairForm {
  pair: OwnPair
  state: FormState
}

/** Where one of the two proposes a meeting to the other. */
export function proposePage(
  frame: PublicFrame,
  { pair, state, places }: PairForm & { places: MeetingPlaces },
): string {
  const { t } = frame
  const title = t('self.pair.propose')
  const name = firstName(pair.otherName)
  const isTwice =
    state.problems.some(({ code }) => code === 'twice') ||
    one(state.values, 'occurrence') !== undefined
  return pairPage(frame, state, title, {
    lead: t('self.pair.propose.lead', { name }),
    labels: {
      day: 'self.pair.day',
      time: 'self.pair.time',
      minutes: 'self.pair.minutes',
      where: 'self.pair.where',
      placeText: 'self.pair.placeText',
    },
    action: `/me/pairs/${pair.id}/meeting`,
    fields: html`${textField(t, state, { name: 'day', label: t('self.pair.day'), type: 'date' })}
    ${textField(t, state, { name: 'time', label: t('self.pair.time'), type: 'time' })}
    ${
      isTwice
        ? selectField(t, state, {
            name: 'occurrence',
            label: t('self.pair.occurrence'),
            choices: (['first', 'second'] as const).map((value) => ({
              value,
              label: t(`self.pair.occurrence.${value}`),
            })),
          })
        : ''
    }
    ${minutesField(t, state)}
    ${selectField(t, state, {
      name: 'where',
      label: t('self.pair.where'),
      choices: [
        ...places.sites.map(({ id, name }) => ({ value: id, label: name, lang: 'da' })),
        ...(places.isOnline ? [{ value: 'online', label: t('self.pair.online') }] : []),
        ...(places.meetsElsewhere ? [{ value: 'elsewhere', label: t('self.pair.elsewhere') }] : []),
      ],
    })}
    ${
      places.meetsElsewhere
        ? textField(t, state, {
            name: 'placeText',
            label: t('self.pair.placeText'),
            hint: t('self.pair.placeTextHint', { name }),
            maxLength: 100,
          })
        : ''
    }`,
    button: t('self.pair.propose.send'),
  })
}

/** Where one of the two says that they have met. */
export function metPage(frame: PublicFrame, { pair, state }: PairForm): string {
  const { t } = frame
  return pairPage(frame, state, t('self.pair.met'), {
    lead: t('self.pair.met.lead', { name: firstName(pair.otherName) }),
    labels: { day: 'self.pair.day', minutes: 'self.pair.minutes' },
    action: `/me/pairs/${pair.id}/met`,
    fields: html`${textField(t, state, { name: 'day', label: t('self.pair.day'), type: 'date' })}
    ${minutesField(t, state)}`,
    button: t('self.pair.met.save'),
  })
}

/** Where one of the two asks that the pair ends. The other learns neither that nor why. */
export function endPage(frame: PublicFrame, { pair, state }: PairForm): string {
  const { t } = frame
  return pairPage(frame, state, t('self.pair.end'), {
    lead: t('self.pair.end.lead', { name: firstName(pair.otherName) }),
    labels: { reasons: 'self.pair.reasons' },
    action: `/me/pairs/${pair.id}/end`,
    fields: html`<input type="hidden" name="version" value="${pair.version}" /> ${checkboxGroup(
        t,
        state,
        {
          name: 'reasons',
          label: t('self.pair.reasons'),
          hint: t('self.pair.reasonsHint'),
          choices: ownReasons.map((value) => ({ value, label: t(`self.pair.reason.${value}`) })),
        },
      )}`,
    button: t('self.pair.end.send'),
  })
}

function minutesField(t: PublicTranslate, state: FormState): SafeHtml {
  const values = { minutes: '60', ...state.values }
  return selectField(
    t,
    { ...state, values },
    {
      name: 'minutes',
      label: t('self.pair.minutes'),
      choices: lengths.map((minutes) => ({
        value: String(minutes),
        label: t('self.pair.minutes.count', { minutes }),
      })),
    },
  )
}

function pairPage<Label extends Parameters<PublicTranslate>[0]>(
  frame: PublicFrame,
  state: FormState,
  title: string,
  form: {
    lead: string
    labels: Record<string, Label>
    action: string
    fields: SafeHtml
    button: string
  },
): string {
  const { t } = frame
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, form.labels)}
      <p class="font-lead">${form.lead}</p>
      <form method="post" action="${form.action}" novalidate>
        ${formToken(frame)} ${form.fields}
        <button class="button button-primary" type="submit">${form.button}</button>
      </form>
      <p><a href="/me">${t('self.back')}</a></p>`,
  )
}
