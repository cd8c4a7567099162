import type { listSites } from '../../db/sites.ts'
import { formatList, formatWeekday } from '../../locales/format.ts'
import { isMessageKey, type Translate, translateMail } from '../../locales/translate.ts'
import { formatWeek } from '../../mail/writing/contact.ts'
import { one } from '../../web/form.ts'
import { fieldGroup, type FormState, selectField, textField } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { page } from '../../web/layout.ts'
import { weekdays } from './contact-form.ts'
import { choices, formPage, link, type MunicipalityForm, table } from './parts.ts'
import { partnerTypes } from './schema.ts'
import type { findOwnProgramme, listPartners } from './sql.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>

/** A coordinator's page: where people meet, and which organisations help. */
export function programmePage(
  frame: Frame,
  lists: {
    programme: Rows<typeof findOwnProgramme>
    sites: Rows<typeof listSites>
    partners: Rows<typeof listPartners>
  },
): string {
  const { t } = frame
  const title = lists.programme?.name ?? t('programme.none.title')
  const area = lists.programme?.area.map((at) => at.name) ?? []
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">
        ${
          lists.programme === undefined
            ? t('programme.none.lead')
            : t('programme.serves', { area: formatList(t.locale, area) })
        }
      </p>
      <h2>${t('programme.sites.title')}</h2>
      ${table(
        [t('programme.site.name'), t('programme.site.address'), t('programme.site.vulnerable')],
        lists.sites.map((site) => [
          site.name,
          site.address,
          site.vulnerableArea ? t('programme.yes') : '',
        ]),
        t('programme.sites.none'),
      )}
      ${link('/programme/places', t('places.change'))} ${contact(frame, lists.programme)}
      <h2>${t('programme.partners.title')}</h2>
      ${table(
        [t('programme.partner.name'), t('programme.partner.type')],
        lists.partners.map((partner) => [partner.name, partnerType(frame, partner.type)]),
        t('programme.partners.none'),
      )}
      ${link('/programme/partners/new', t('programme.partner.add'))}
      <h2>${t('requirements.settings.title')}</h2>
      <p>${t('requirements.settings.lead')}</p>
      ${link('/programme/requirements', t('requirements.settings.change'))}
      <h2>${t('programme.activities.title')}</h2>
      <p><bdi>${lists.programme?.openActivities ?? t('programme.activities.none')}</bdi></p>
      ${link('/programme/activities', t('programme.activities.change'))}
      <h2>${t('followUp.plan.title')}</h2>
      <p>${t('followUp.plan.lead')}</p>
      ${link('/programme/follow-up', t('followUp.plan.change'))}
      <h2>${t('concerns.readers.title')}</h2>
      <p>${t('concerns.readers.lead')}</p>
      ${link('/programme/concerns', t('concerns.readers.link'))}
      <h2>${t('account.tokens.title')}</h2>
      <p>${t('account.tokens.lead')}</p>
      ${link('/tokens', t('programme.tokens'))}`,
  )
}

function contact({ t }: Frame, programme: Rows<typeof findOwnProgramme>): SafeHtml {
  const { contactName, phone, phoneHours = [], mailbox } = programme ?? {}
  const facts = [
    [t('programme.contact.name'), contactName],
    [t('programme.contact.phone'), phone],
    [t('programme.contact.hours'), formatWeek(translateMail(t.locale), phoneHours)],
    [t('programme.contact.mailbox'), mailbox],
  ]
  return html`<h2>${t('programme.contact.title')}</h2>
    <p>${t('programme.contact.lead')}</p>
    <dl>
      ${facts.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd><bdi>${value || t('programme.contact.none')}</bdi></dd>`,
      )}
    </dl>
    ${link('/programme/contact', t('programme.contact.change'))}
    ${link('/programme/mail', t('mailTexts.change'))}`
}

export function activitiesPage(frame: Frame, state: FormState): string {
  const { t } = frame
  return formPage(frame, state, {
    title: 'programme.activities.change',
    lead: 'programme.activities.lead',
    action: '/programme/activities',
    labels: { activities: 'programme.activities.title' },
    fields: html`${textField(t, state, {
      name: 'activities',
      label: t('programme.activities.title'),
      hint: t('programme.activities.hint'),
      maxLength: 300,
    })}`,
  })
}

export function contactPage(frame: Frame, state: FormState): string {
  const { t } = frame
  return formPage(frame, state, {
    title: 'programme.contact.change',
    lead: 'programme.contact.lead',
    action: '/programme/contact',
    labels: {
      contactName: 'programme.contact.name',
      phone: 'programme.contact.phone',
      phoneHours: 'programme.contact.hours',
      mailbox: 'programme.contact.mailbox',
    },
    fields: html`${textField(t, state, {
      name: 'contactName',
      label: t('programme.contact.name'),
      hint: t('programme.contact.name.hint'),
      maxLength: 100,
    })}
    ${textField(t, state, {
      name: 'phone',
      label: t('programme.contact.phone'),
      hint: t('programme.contact.phone.hint'),
      type: 'tel',
      maxLength: 40,
    })}
    ${fieldGroup(
      t,
      state,
      {
        name: 'phoneHours',
        label: t('programme.contact.hours'),
        hint: t('programme.contact.hours.hint'),
      },
      html`${weekdays.map((day) => hoursOf(t, state, day))}`,
    )}
    ${textField(t, state, {
      name: 'mailbox',
      label: t('programme.contact.mailbox'),
      hint: t('programme.contact.mailbox.hint'),
      type: 'email',
      maxLength: 254,
    })}`,
  })
}

function hoursOf(t: Translate, state: FormState, day: number): SafeHtml {
  const weekday = formatWeekday(t.locale, day)
  return html`<div class="line">
    <p>${weekday}</p>
    ${(['from', 'to'] as const).map((end) => {
      const name = `${end}-${day}`
      return html`<div class="form-group">
        <label class="form-label" for="${name}"
          ><span class="sr-only">${weekday} </span>${t(`people.profile.${end}`)}</label
        >
        <input
          class="form-input"
          type="time"
          step="900"
          id="${name}"
          name="${name}"
          value="${one(state.values, name) ?? ''}"
        />
      </div>`
    })}
  </div>`
}

export function addPartnerPage(frame: Frame, form: MunicipalityForm): string {
  const { t } = frame
  const { state } = form
  return formPage(frame, state, {
    title: 'programme.partner.add',
    action: '/programme/partners',
    labels: {
      name: 'programme.partner.name',
      type: 'programme.partner.type',
      residence: 'programme.partner.residence',
    },
    fields: html`${textField(t, state, {
      name: 'name',
      label: t('programme.partner.name'),
      required: true,
      maxLength: 100,
    })}
    ${selectField(t, state, {
      name: 'type',
      label: t('programme.partner.type'),
      choices: partnerTypes.map((type) => ({ value: type, label: partnerType(frame, type) })),
    })}
    ${selectField(t, state, {
      name: 'residence',
      label: t('programme.partner.residence'),
      hint: t('programme.partner.residence.hint'),
      choices: choices(form),
      nothing: t('programme.partner.residence.same'),
    })}`,
  })
}

function partnerType({ t }: Frame, type: string): string {
  const key = `programme.partner.type.${type}`
  return isMessageKey(key) ? t.dynamic(key) : type
}
