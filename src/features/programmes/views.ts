import type { listSites } from '../../db/sites.ts'
import { formatList } from '../../locales/format.ts'
import { isMessageKey } from '../../locales/translate.ts'
import { checkbox, selectField, textField } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html } from '../../web/html.ts'
import { page } from '../../web/layout.ts'
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
      ${link('/programme/sites/new', t('programme.site.add'))}
      <h2>${t('programme.phone')}</h2>
      <p><bdi>${lists.programme?.phone ?? t('programme.phoneNone')}</bdi></p>
      ${link('/programme/phone', t('programme.phoneSave'))}
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
      <h2>${t('followUp.plan.title')}</h2>
      <p>${t('followUp.plan.lead')}</p>
      ${link('/programme/follow-up', t('followUp.plan.change'))}
      <h2>${t('account.tokens.title')}</h2>
      <p>${t('account.tokens.lead')}</p>
      ${link('/tokens', t('programme.tokens'))}`,
  )
}

export function phonePage(frame: Frame, { state }: MunicipalityForm): string {
  const { t } = frame
  return formPage(frame, state, {
    title: 'programme.phoneSave',
    action: '/programme/phone',
    labels: { phone: 'programme.phone' },
    fields: html`${textField(t, state, {
      name: 'phone',
      label: t('programme.phone'),
      hint: t('programme.phoneHint'),
      type: 'tel',
      maxLength: 40,
    })}`,
  })
}

export function addSitePage(frame: Frame, { state }: MunicipalityForm): string {
  const { t } = frame
  return formPage(frame, state, {
    title: 'programme.site.add',
    action: '/programme/sites',
    labels: { name: 'programme.site.name', address: 'programme.site.address' },
    fields: html`${textField(t, state, {
      name: 'name',
      label: t('programme.site.name'),
      required: true,
      maxLength: 100,
    })}
    ${textField(t, state, {
      name: 'address',
      label: t('programme.site.address'),
      hint: t('programme.site.address.hint'),
      required: true,
      maxLength: 200,
    })}
    ${checkbox(t, state, {
      name: 'vulnerableArea',
      label: t('programme.site.vulnerable'),
      hint: t('programme.site.vulnerable.hint'),
    })}`,
  })
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
