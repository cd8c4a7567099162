import type { EnrolmentRole } from '../../../db/types.ts'
import type { PublicKey, PublicTranslate } from '../../../locales/translate.ts'
import { one } from '../../../web/form.ts'
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { PublicFrame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { topics } from '../topics.ts'
import { awayLines, hourLines, languageLines, lineSelect } from './lines.ts'
import { interestFields, place, reach, wishFields } from './parts.ts'
import { sexes } from './schema.ts'

export interface ProfilePage {
  role: EnrolmentRole
  /** The form's target, and the page it was opened from. */
  action: string
  back: string
  municipalities: { code: string; name: string }[]
  /** The address in use, while another may be unconfirmed. */
  emailInUse: string | null
  state: FormState
}

const labels: Record<string, PublicKey> = {
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

/** The profile form; saving replaces the whole profile. */
export function profilePage(frame: PublicFrame, form: ProfilePage): string {
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
        ${reach(t, state, form.emailInUse)}
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

function who(t: PublicTranslate, { state, municipalities }: ProfilePage): SafeHtml {
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

function offers(t: PublicTranslate, state: FormState): SafeHtml {
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

function needs(t: PublicTranslate, state: FormState): SafeHtml {
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
