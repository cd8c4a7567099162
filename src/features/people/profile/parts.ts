import type { EnrolmentRole } from '../../../db/types.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import { one } from '../../../web/form.ts'
import {
  checkbox,
  checkboxGroup,
  type FormState,
  fieldGroup,
  radioGroup,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { interests } from '../topics.ts'
import { addressOf } from './form.ts'
import { channels } from './schema.ts'

// Parts shared by the profile form and the registration form.

/** How a person is reached; shows the address in use while another is unconfirmed. */
export function reach(t: PublicTranslate, state: FormState, emailInUse?: string | null): SafeHtml {
  const hasMore =
    one(state.values, 'channel') !== undefined || addressOf(state.values) !== undefined
  return html`${textField(t, state, {
      name: 'email',
      label: t('people.form.email'),
      hint: emailHint(t, state, emailInUse),
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

export function place(t: PublicTranslate, state: FormState): SafeHtml {
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

export function interestFields(t: PublicTranslate, state: FormState): SafeHtml {
  return checkboxGroup(t, state, {
    name: 'interests',
    label: t('people.profile.interests'),
    hint: t('people.form.optional'),
    choices: interests.map((value) => ({ value, label: t(`interest.${value}`) })),
  })
}

/** Wishes about the other party, as preferences or requirements. */
export function wishFields(t: PublicTranslate, role: EnrolmentRole, state: FormState): SafeHtml {
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

function emailHint(t: PublicTranslate, { values }: FormState, inUse?: string | null): string {
  return inUse == null || inUse === one(values, 'email')
    ? t('people.form.contactHint')
    : t('people.profile.emailWaits', { address: inUse })
}
