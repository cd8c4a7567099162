import { firstName } from '../../../locales/first-name.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  radioGroup,
  textField,
} from '../../../web/form-parts.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { questionTitle } from './title.ts'
import { ProposedMeeting } from '../own-meetings/schema.ts'
import { fits, outcomes } from './schema.ts'
import type { AskedQuestion } from './sql.ts'

/** One question, and the answer when there is one. Nothing is chosen beforehand. */
export function questionPage(
  frame: PublicFrame,
  question: AskedQuestion & { action: string },
  state: FormState,
): string {
  const { t } = frame
  const title = questionTitle(t, question)
  const isFinal = isSettled(question)
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        outcome: 'question.who',
        goOn: 'question.answer',
        fit: 'question.answer',
        meetings: 'question.month.meetings',
        hours: 'question.month.hours',
        well: 'question.month.well',
        meet: 'question.answer',
      })}
      ${
        question.answer === null
          ? html`<p class="font-lead">${lead(t, question)}</p>`
          : html`<div class="alert alert-success" role="status">
              <div class="alert-text">
                <p>${t('question.thanks')} ${isFinal ? '' : t('question.change')}</p>
              </div>
            </div>`
      }
      ${
        isFinal
          ? html`<p>${t('question.wrong')}</p>`
          : html`<form method="post" action="${question.action}" novalidate>
              ${formToken(frame)} ${fieldsOf(t, question, withAnswer(question, state))}
              <button class="button button-primary" type="submit">${t('question.send')}</button>
            </form>`
      }`,
  )
}

/** What followed from the answer is done, so that it cannot be changed here any more. */
function isSettled({ kind, answer, matchState }: AskedQuestion): boolean {
  if (answer === null) return false
  if (kind === 'meet') return answer.meet === 'yes'
  return kind === 'outcome' || (kind === 'go-on' && matchState !== 'accepted')
}

function lead(t: PublicTranslate, question: AskedQuestion): string {
  const name = firstName(question.otherName)
  if (question.kind !== 'meet') return t(`question.${question.kind}.lead`, { name })
  return t('question.meet.lead', { place: placeOf(t, question) })
}

function placeOf(t: PublicTranslate, { about, siteName }: AskedQuestion): string {
  const { place, placeText } = ProposedMeeting.parse(about)
  return place === 'online' ? t('question.meet.online') : (placeText ?? siteName ?? '')
}

/** The form of an answered question holds the answer. */
function withAnswer({ answer }: AskedQuestion, state: FormState): FormState {
  if (answer === null || state.problems.length > 0) return state
  const given = Object.entries(answer).map(([name, value]) => [name, String(value)])
  return { ...state, values: Object.fromEntries(given) }
}

function fieldsOf(t: PublicTranslate, question: AskedQuestion, state: FormState): SafeHtml {
  const name = firstName(question.otherName)
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: t(`question.${value}`) }))
  switch (question.kind) {
    case 'outcome':
      return radioGroup(t, state, {
        name: 'outcome',
        label: t('question.who'),
        choices: outcomes.map((value) => ({
          value,
          label: t(`question.outcome.${value}`, { name }),
        })),
      })
    case 'go-on':
      return radioGroup(t, state, { name: 'goOn', label: t('question.answer'), choices: yesNo })
    case 'meet':
      return radioGroup(t, state, { name: 'meet', label: t('question.answer'), choices: yesNo })
    case 'fit':
      return radioGroup(t, state, {
        name: 'fit',
        label: t('question.answer'),
        choices: fits.map((value) => ({ value, label: t(`question.fit.${value}`) })),
      })
    case 'month':
      return html`${textField(t, state, {
        name: 'meetings',
        label: t('question.month.meetings'),
        type: 'number',
      })}
      ${textField(t, state, {
        name: 'hours',
        label: t('question.month.hours'),
        hint: t('question.month.hoursHint'),
        type: 'number',
      })}
      ${radioGroup(t, state, { name: 'well', label: t('question.month.well'), choices: yesNo })}`
  }
}
