import type { EnrolmentRole } from '../../../db/types.ts'
import { endonym, formatWeekday, languageName } from '../../../locales/format.ts'
import { directionOf } from '../../../locales/locale.ts'
import type { PublicKey, PublicTranslate } from '../../../locales/translate.ts'
import { type FormBody, many, one } from '../../../web/form.ts'
import {
  type Choice,
  checkbox,
  checkboxGroup,
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  options,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { interestFields, place, reach, wishFields } from '../profile/parts.ts'
import { commonLanguages, otherLanguages, topics } from '../topics.ts'
import { dayParts, extraLanguages } from './form.ts'
import { honeypot } from './bot-check.ts'

export interface RegistrationPage {
  role: EnrolmentRole
  action: string
  municipalities: { code: string; name: string }[]
  state: FormState
}

const labels: Record<EnrolmentRole, Record<string, PublicKey>> = {
  mentor: { ...commonLabels(), offers: 'people.form.offers', capacity: 'people.form.capacity' },
  mentee: { ...commonLabels(), needs: 'people.form.needs' },
}

function commonLabels() {
  return {
    name: 'people.form.name',
    email: 'people.form.email',
    phone: 'people.form.phone',
    residence: 'people.form.residence',
    birthYear: 'people.form.birthYear',
    sex: 'people.form.sex',
    languages: 'people.form.languages',
    hours: 'people.form.hours',
    meets: 'people.form.meets',
    wish: 'people.form.wish',
    channel: 'people.profile.channel',
    address: 'people.profile.address',
    furthestDistanceKm: 'people.profile.distance',
    ageWish: 'people.profile.ageWish',
    consent: 'people.form.consent',
  } as const
}

export function registrationPage(frame: PublicFrame, form: RegistrationPage): string {
  const { t } = frame
  const { role, state } = form
  const title = t.dynamic(`people.register.${role}.title`)
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, labels[role])}
      <p class="font-lead">${t.dynamic(`people.register.${role}.lead`)}</p>
      <form method="post" action="${form.action}" novalidate>
        ${formToken(frame)}
        <input
          type="hidden"
          name="submissionId"
          value="${one(state.values, 'submissionId') ?? ''}"
        />
        <input type="hidden" name="shownAt" value="${one(state.values, 'shownAt') ?? ''}" />
        ${honeypotField(t)}
        <h2>${t('people.form.about')}</h2>
        ${about(t, form)}
        <h2>${t('people.form.languages')}</h2>
        ${languageFields(t, state)}
        <h2>${t.dynamic(`people.register.${role}.topics`)}</h2>
        ${topicFields(t, form)} ${interestFields(t, state)}
        <h2>${t('people.form.when')}</h2>
        ${weekGrid(t, state)} ${place(t, state)}
        <h2>${t('people.form.wishes')}</h2>
        ${wishFields(t, role, state)}
        <h2>${t('people.form.consent')}</h2>
        <p>${t('people.form.whoSees')}</p>
        ${checkbox(t, state, {
          name: 'consent',
          label: t.dynamic(`people.consent.${role}`),
          required: true,
        })}
        <button class="button button-primary" type="submit">${t('people.form.send')}</button>
      </form>`,
  )
}

/** Hidden from sight, screen readers and keyboard; the label says to leave it empty. */
function honeypotField(t: PublicTranslate): SafeHtml {
  return html`<div class="sr-only" aria-hidden="true">
    <label for="field-${honeypot}">${t('people.form.trap')}</label>
    <input id="field-${honeypot}" name="${honeypot}" type="text" tabindex="-1" autocomplete="off" />
  </div>`
}

function about(t: PublicTranslate, { state, municipalities }: RegistrationPage): SafeHtml {
  return html`${textField(t, state, {
    name: 'name',
    label: t('people.form.name'),
    autocomplete: 'name',
    required: true,
    maxLength: 100,
  })}
  ${reach(t, state)}
  ${selectField(t, state, {
    name: 'residence',
    label: t('people.form.residence'),
    nothing: t('people.form.choose'),
    choices: municipalities.map(({ code, name }) => ({ value: code, label: name, lang: 'da' })),
  })}
  ${textField(t, state, {
    name: 'birthYear',
    label: t('people.form.birthYear'),
    hint: t('people.form.optional'),
    type: 'number',
    autocomplete: 'bday-year',
  })}
  ${selectField(t, state, {
    name: 'sex',
    label: t('people.form.sex'),
    hint: t('people.form.sexHint'),
    choices: (['undisclosed', 'woman', 'man', 'other'] as const).map((value) => ({
      value,
      label: t.dynamic(`people.sex.${value}`),
    })),
  })}`
}

const formLevels = ['A2', 'B2', 'native'] as const

function levelChoices(t: PublicTranslate): Choice[] {
  return formLevels.map((value) => ({ value, label: t.dynamic(`people.level.${value}`) }))
}

function languageFields(t: PublicTranslate, state: FormState): SafeHtml {
  const choices = levelChoices(t)
  const nothing = t('people.level.none')
  return fieldGroup(
    t,
    state,
    {
      name: 'languages',
      label: t('people.form.languagesQuestion'),
      hint: t('people.form.languagesHint'),
    },
    html`<div class="choices">
        ${commonLanguages.map(
          (tag) =>
            html`<div class="form-group">
              <label class="form-label" for="level-${tag}"
                ><span lang="${tag}" dir="${directionOf(tag)}">${endonym(tag)}</span>
                (${languageName(t.locale, tag)})</label
              >
              <select class="form-select" id="level-${tag}" name="level-${tag}">
                ${options({ choices, nothing }, one(state.values, `level-${tag}`))}
              </select>
            </div>`,
        )}
      </div>
      ${extraLanguages.map((line) => extraLanguage(t, state.values, line, choices))}`,
  )
}

function extraLanguage(
  t: PublicTranslate,
  values: FormBody,
  line: string,
  levels: readonly Choice[],
): SafeHtml {
  const languages = otherLanguages.map((tag) => ({
    value: tag,
    label: `${endonym(tag)} (${languageName(t.locale, tag)})`,
  }))
  return html`<div class="pair">
    <div class="form-group">
      <label class="form-label" for="extra-language-${line}"
        >${t('people.form.extraLanguage', { line })}</label
      >
      <select class="form-select" id="extra-language-${line}" name="extra-language-${line}">
        ${options(
          { choices: languages, nothing: t('people.form.choose') },
          one(values, `extra-language-${line}`),
        )}
      </select>
    </div>
    <div class="form-group">
      <label class="form-label" for="extra-level-${line}"
        >${t('people.form.extraLevel', { line })}</label
      >
      <select class="form-select" id="extra-level-${line}" name="extra-level-${line}">
        ${options({ choices: levels, nothing: t('people.level.none') }, one(values, `extra-level-${line}`))}
      </select>
    </div>
  </div>`
}

function topicChoices(t: PublicTranslate): Choice[] {
  return topics.map((value) => ({ value, label: t.dynamic(`topic.${value}`) }))
}

function topicFields(t: PublicTranslate, { role, state }: RegistrationPage): SafeHtml {
  const choices = topicChoices(t)
  if (role === 'mentor')
    return html`${checkboxGroup(t, state, {
      name: 'offers',
      label: t('people.form.offers'),
      choices,
    })}
    ${selectField(t, state, {
      name: 'capacity',
      label: t('people.form.capacity'),
      choices: ['1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, label: value })),
    })}`
  return html`${checkboxGroup(t, state, { name: 'needs', label: t('people.form.needs'), choices })}
  ${selectField(t, state, {
    name: 'most',
    label: t('people.form.most'),
    nothing: t('people.form.allTheSame'),
    choices,
  })}
  ${checkbox(t, state, { name: 'wantsDanishPractice', label: t('people.form.danishPractice') })}`
}

/** Seven days by three parts: 21 large boxes, enough to find common time. */
function weekGrid(t: PublicTranslate, state: FormState): SafeHtml {
  const ticked = new Set(many(state.values, 'hours'))
  const parts = Object.keys(dayParts) as (keyof typeof dayParts)[]
  return fieldGroup(
    t,
    state,
    { name: 'hours', label: t('people.form.hours'), hint: t('people.form.hoursHint') },
    html`<table class="week">
      <thead>
        <tr>
          <td></td>
          ${parts.map((part) => html`<th scope="col">${t.dynamic(`people.part.${part}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[1, 2, 3, 4, 5, 6, 7].map((day) => {
          const name = formatWeekday(t.locale, day)
          return html`<tr>
            <th scope="row">${name}</th>
            ${parts.map((part) => {
              const value = `${day}-${part}`
              return html`<td>
                <div class="form-group-checkbox">
                  <input
                    class="form-checkbox"
                    type="checkbox"
                    id="hours-${value}"
                    name="hours"
                    value="${value}"
                    ${ticked.has(value) ? html`checked` : ''}
                  />
                  <label class="form-label" for="hours-${value}"
                    ><span class="sr-only"
                      >${name}, ${t.dynamic(`people.part.${part}`)}</span
                    ></label
                  >
                </div>
              </td>`
            })}
          </tr>`
        })}
      </tbody>
    </table>`,
  )
}

export function thanksPage(frame: PublicFrame, role: EnrolmentRole): string {
  const { t } = frame
  return page(
    frame,
    t('people.thanks.title'),
    html`<h1>${t('people.thanks.title')}</h1>
      <p class="font-lead">${t.dynamic(`people.thanks.${role}`)}</p>
      <p>${t('people.thanks.next')}</p>
      <p>${t('people.thanks.mail')}</p>`,
  )
}

/** One button, because mail scanners open links but press no buttons. */
export function welcomePage(frame: PublicFrame): string {
  const { t } = frame
  return page(
    frame,
    t('people.welcome.title'),
    html`<h1>${t('people.welcome.title')}</h1>
      <p class="font-lead">${t('people.welcome.lead')}</p>
      <form method="post" action="${frame.path}">
        ${formToken(frame)}
        <button class="button button-primary" type="submit">${t('people.welcome.button')}</button>
      </form>`,
  )
}
