import type { EnrolmentRole } from '../../../db/types.ts'
import { endonym, formatWeekday, languageName } from '../../../locales/format.ts'
import type { MessageKey, Translate } from '../../../locales/translate.ts'
import { one } from '../../../web/form.ts'
import {
  type Choice,
  checkbox,
  checkboxGroup,
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  options,
  radioGroup,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { commonLanguages, interests, otherLanguages, topics } from '../topics.ts'
import { addressOf, countLines, type Lines } from './form.ts'
import { channels, levels, sexes } from './schema.ts'

export interface ProfilePage {
  role: EnrolmentRole
  /** Where the form goes, and where it came from. */
  action: string
  back: string
  municipalities: { code: string; name: string }[]
  state: FormState
}

const labels: Record<string, MessageKey> = {
  name: 'people.form.name',
  channel: 'people.profile.channel',
  email: 'people.form.email',
  phone: 'people.form.phone',
  address: 'people.profile.address',
  residence: 'people.form.residence',
  birthYear: 'people.form.birthYear',
  languages: 'people.form.languages',
  hours: 'people.form.hours',
  away: 'people.profile.away',
  furthestDistanceKm: 'people.profile.distance',
  ageWish: 'people.profile.ageWish',
  offers: 'people.form.offers',
  needs: 'people.form.needs',
  capacity: 'people.form.capacity',
}

/** Everything that is known of a person in one role, to be changed; what is sent replaces all of it. */
export function profilePage(frame: Frame, form: ProfilePage): string {
  const { t } = frame
  const { role, state } = form
  const title = t('people.profile.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, labels)}
      <form method="post" action="${form.action}" novalidate>
        ${formToken(frame)}
        <input type="hidden" name="version" value="${one(state.values, 'version') ?? ''}" />
        <h2>${t('people.profile.who')}</h2>
        ${who(t, form)}
        <h2>${t('people.profile.reach')}</h2>
        ${reach(t, state)}
        <h2>${t('people.form.languages')}</h2>
        ${languageLines(t, state)}
        <h2>${t('people.form.when')}</h2>
        ${hourLines(t, state)} ${awayLines(t, state)} ${place(t, state)}
        <h2>${t.dynamic(`people.register.${role}.topics`)}</h2>
        ${role === 'mentor' ? offers(t, state) : needs(t, state)} ${interestFields(t, state)}
        <h2>${t('people.form.wishes')}</h2>
        ${wishFields(t, role, state)}
        <div class="actions">
          <button class="button button-primary" type="submit">${t('people.profile.save')}</button>
          <a class="button button-secondary" href="${form.back}">${t('people.profile.cancel')}</a>
        </div>
      </form>`,
  )
}

function who(t: Translate, { state, municipalities }: ProfilePage): SafeHtml {
  return html`${textField(t, state, {
    name: 'name',
    label: t('people.form.name'),
    autocomplete: 'name',
    required: true,
    maxLength: 100,
  })}
  ${selectField(t, state, {
    name: 'residence',
    label: t('people.form.residence'),
    choices: municipalities.map(({ code, name }) => ({ value: code, label: name, lang: 'da' })),
  })}
  ${textField(t, state, { name: 'birthYear', label: t('people.form.birthYear'), type: 'number' })}
  ${selectField(t, state, {
    name: 'sex',
    label: t('people.form.sex'),
    hint: t('people.form.sexHint'),
    choices: sexes.map((value) => ({ value, label: t(`people.sex.${value}`) })),
  })}`
}

/** How somebody is reached; nobody is left out for want of an e-mail address. */
export function reach(t: Translate, state: FormState): SafeHtml {
  const hasMore =
    one(state.values, 'channel') !== undefined || addressOf(state.values) !== undefined
  return html`${textField(t, state, {
      name: 'email',
      label: t('people.form.email'),
      hint: t('people.form.contactHint'),
      type: 'email',
      autocomplete: 'email',
      maxLength: 254,
    })}
    ${textField(t, state, {
      name: 'phone',
      label: t('people.form.phone'),
      type: 'tel',
      autocomplete: 'tel',
      maxLength: 40,
    })}
    <details ${hasMore || state.problems.length > 0 ? html`open` : ''}>
      <summary>${t('people.profile.otherWays')}</summary>
      ${selectField(t, state, {
        name: 'channel',
        label: t('people.profile.channel'),
        nothing: t('people.channel.any'),
        choices: channels.map((value) => ({ value, label: t(`people.channel.${value}`) })),
      })}
      ${fieldGroup(
        t,
        state,
        {
          name: 'address',
          label: t('people.profile.address'),
          hint: t('people.profile.addressHint'),
        },
        html`${textField(t, state, {
            name: 'street',
            label: t('people.profile.street'),
            autocomplete: 'address-line1',
            maxLength: 120,
          })}
          <div class="pair">
            ${textField(t, state, {
              name: 'postcode',
              label: t('people.profile.postcode'),
              autocomplete: 'postal-code',
              maxLength: 4,
            })}
            ${textField(t, state, {
              name: 'town',
              label: t('people.profile.town'),
              autocomplete: 'address-level2',
              maxLength: 60,
            })}
          </div>`,
      )}
    </details>`
}

function languageLines(t: Translate, state: FormState): SafeHtml {
  const languages = [...commonLanguages, ...otherLanguages]
  const known = lineNumbers(state, 'languages')
    .map((line) => one(state.values, `languages-tag-${line}`))
    .filter((tag) => tag !== undefined)
  const choices = [...new Set<string>([...languages, ...known])].map((value) => ({
    value,
    label: `${endonym(value)} (${languageName(t.locale, value)})`,
  }))
  const levelChoices = levels.map((value) => ({
    value,
    label: value === 'native' ? t('people.level.native') : value,
  }))
  return fieldGroup(
    t,
    state,
    {
      name: 'languages',
      label: t('people.form.languagesQuestion'),
      hint: t('people.profile.languagesHint'),
    },
    html`${lineNumbers(state, 'languages').map(
      (line) =>
        html`<div class="line">
          ${lineSelect(state, `languages-tag-${line}`, t('people.profile.language'), choices, t('people.form.choose'))}
          ${lineSelect(state, `languages-level-${line}`, t('people.profile.level'), levelChoices, t('people.form.choose'))}
          ${(['reads', 'writes', 'interprets'] as const).map((skill) =>
            checkbox(t, state, {
              name: `languages-${skill}-${line}`,
              label: t(`people.profile.${skill}`),
            }),
          )}
        </div>`,
    )}`,
  )
}

function hourLines(t: Translate, state: FormState): SafeHtml {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: formatWeekday(t.locale, day),
  }))
  return fieldGroup(
    t,
    state,
    { name: 'hours', label: t('people.form.hours'), hint: t('people.profile.hoursHint') },
    html`${lineNumbers(state, 'hours').map(
      (line) =>
        html`<div class="line">
          ${lineSelect(state, `hours-day-${line}`, t('people.profile.day'), days, t('people.form.choose'))}
          ${lineInput(state, `hours-from-${line}`, t('people.profile.from'), 'time')}
          ${lineInput(state, `hours-to-${line}`, t('people.profile.to'), 'time')}
        </div>`,
    )}`,
  )
}

function awayLines(t: Translate, state: FormState): SafeHtml {
  return fieldGroup(
    t,
    state,
    { name: 'away', label: t('people.profile.away'), hint: t('people.profile.awayHint') },
    html`${lineNumbers(state, 'away').map(
      (line) =>
        html`<div class="line">
          ${lineInput(state, `away-from-${line}`, t('people.profile.firstDay'), 'date')}
          ${lineInput(state, `away-to-${line}`, t('people.profile.lastDay'), 'date')}
        </div>`,
    )}`,
  )
}

function lineNumbers(state: FormState, list: Lines): number[] {
  return Array.from({ length: countLines(state.values, list) }, (_, line) => line)
}

function lineSelect(
  state: FormState,
  name: string,
  label: string,
  choices: readonly Choice[],
  nothing: string,
): SafeHtml {
  return html`<div class="form-group">
    <label class="form-label" for="field-${name}">${label}</label>
    <select class="form-select" id="field-${name}" name="${name}">
      ${options({ choices, nothing }, one(state.values, name))}
    </select>
  </div>`
}

function lineInput(state: FormState, name: string, label: string, type: 'time' | 'date'): SafeHtml {
  return html`<div class="form-group">
    <label class="form-label" for="field-${name}">${label}</label>
    <input
      class="form-input"
      id="field-${name}"
      name="${name}"
      type="${type}"
      ${type === 'time' ? html`step="900"` : ''}
      value="${one(state.values, name) ?? ''}"
    />
  </div>`
}

/** Where, how far, and in person or not. */
export function place(t: Translate, state: FormState): SafeHtml {
  return html`${radioGroup(t, state, {
    name: 'meets',
    label: t('people.form.meets'),
    choices: (['either', 'in-person', 'online'] as const).map((value) => ({
      value,
      label: t(`people.meets.${value}`),
    })),
  })}
  ${textField(t, state, {
    name: 'furthestDistanceKm',
    label: t('people.profile.distance'),
    hint: t('people.form.optional'),
    type: 'number',
  })}
  ${checkbox(t, state, { name: 'onlyAtLibrary', label: t('people.profile.onlyAtLibrary') })}`
}

function offers(t: Translate, state: FormState): SafeHtml {
  return html`${checkboxGroup(t, state, {
    name: 'offers',
    label: t('people.form.offers'),
    choices: topics.map((value) => ({ value, label: t(`topic.${value}`) })),
  })}
  ${selectField(t, state, {
    name: 'capacity',
    label: t('people.form.capacity'),
    choices: ['1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, label: value })),
  })}`
}

function needs(t: Translate, state: FormState): SafeHtml {
  const importance = (['1', '2', '3'] as const).map((value) => ({
    value,
    label: t(`people.importance.${value}`),
  }))
  return html`${fieldGroup(
    t,
    state,
    { name: 'needs', label: t('people.form.needs') },
    html`<div class="choices">
      ${topics.map((topic) =>
        lineSelect(
          state,
          `need-${topic}`,
          t(`topic.${topic}`),
          importance,
          t('people.importance.none'),
        ),
      )}
    </div>`,
  )}
  ${checkbox(t, state, { name: 'wantsDanishPractice', label: t('people.form.danishPractice') })}`
}

export function interestFields(t: Translate, state: FormState): SafeHtml {
  return checkboxGroup(t, state, {
    name: 'interests',
    label: t('people.profile.interests'),
    hint: t('people.form.optional'),
    choices: interests.map((value) => ({ value, label: t(`interest.${value}`) })),
  })
}

/** Wishes about the other: whom somebody would rather meet, or needs to. */
export function wishFields(t: Translate, role: EnrolmentRole, state: FormState): SafeHtml {
  return html`${selectField(t, state, {
    name: 'wish',
    label: t('people.form.wish'),
    nothing: t('people.form.noWish'),
    choices: (['woman', 'man'] as const).map((value) => ({
      value,
      label: t(`people.sex.${value}`),
    })),
  })}
  ${checkbox(t, state, { name: 'wishIsMust', label: t('people.form.wishIsMust') })}
  ${fieldGroup(
    t,
    state,
    { name: 'ageWish', label: t('people.profile.ageWish'), hint: t('people.form.optional') },
    html`<div class="pair">
      ${textField(t, state, { name: 'ageFrom', label: t('people.profile.ageFrom'), type: 'number' })}
      ${textField(t, state, { name: 'ageTo', label: t('people.profile.ageTo'), type: 'number' })}
    </div>`,
  )}
  ${checkbox(t, state, { name: 'ageIsMust', label: t('people.profile.ageIsMust') })}
  ${
    role === 'mentor'
      ? checkbox(t, state, { name: 'acceptsChildren', label: t('people.form.acceptsChildren') })
      : html`${checkbox(t, state, { name: 'childrenAlong', label: t('people.form.childrenAlong') })}
        ${checkbox(t, state, { name: 'interpreterAcceptable', label: t('people.form.interpreter') })}`
  }`
}
