import { formatList } from '../../locales/format.ts'
import { isMessageKey, type MessageKey } from '../../locales/translate.ts'
import { many } from '../../web/form.ts'
import {
  type Choice,
  checkbox,
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  selectField,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { partnerTypes } from './schema.ts'
import type {
  findOwnProgramme,
  listCoordinators,
  listMunicipalities,
  listPartners,
  listProgrammes,
  listSites,
} from './sql.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>

export interface MunicipalityForm {
  municipalities: Rows<typeof listMunicipalities>
  state: FormState
}

/** An administrator's page: which municipalities take part, and who works for them. */
export function administrationPage(
  frame: Frame,
  lists: {
    programmes: Rows<typeof listProgrammes>
    coordinators: Rows<typeof listCoordinators>
  },
): string {
  const { t } = frame
  const title = t('programme.administration.title')
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <h2>${t('programme.list.title')}</h2>
      ${table(
        [t('programme.municipality'), t('programme.name'), t('programme.alsoServes')],
        lists.programmes.map((programme) => [
          programme.municipalityName,
          programme.name,
          formatList(
            t.locale,
            programme.area.filter((at) => at.code !== programme.municipality).map((at) => at.name),
          ),
        ]),
        t('programme.list.none'),
      )}
      ${link('/administration/programmes/new', t('programme.start.title'))}
      <h2>${t('programme.coordinators.title')}</h2>
      ${table(
        [
          t('account.name'),
          t('account.email'),
          t('programme.municipality'),
          t('programme.coordinators.state'),
          t('programme.coordinators.act'),
        ],
        lists.coordinators.map((coordinator) => [
          coordinator.name,
          coordinator.email,
          coordinator.municipalityName,
          t(stateOf(coordinator)),
          accountActions(frame, coordinator),
        ]),
        t('programme.coordinators.none'),
      )}
      ${link('/administration/coordinators/new', t('programme.invite.title'))}`,
  )
}

function stateOf(coordinator: Rows<typeof listCoordinators>[number]) {
  if (coordinator.disabledAt !== null) return 'programme.coordinators.disabled'
  return coordinator.hasPassword
    ? 'programme.coordinators.active'
    : 'programme.coordinators.invited'
}

export function startProgrammePage(frame: Frame, form: MunicipalityForm): string {
  const { t } = frame
  const { state } = form
  return formPage(frame, state, {
    title: 'programme.start.title',
    action: '/administration/programmes',
    labels: {
      municipality: 'programme.municipality',
      name: 'programme.name',
      alsoServes: 'programme.alsoServes',
    },
    fields: html`${selectField(t, state, {
      name: 'municipality',
      label: t('programme.municipality'),
      choices: choices(form),
      nothing: t('programme.choose'),
    })}
    ${textField(t, state, {
      name: 'name',
      label: t('programme.name'),
      hint: t('programme.name.hint'),
      required: true,
      maxLength: 100,
    })}
    ${alsoServes(frame, form)}`,
  })
}

/** Folded, since most programmes serve only their own municipality and the list is long. */
function alsoServes({ t }: Frame, form: MunicipalityForm): SafeHtml {
  const chosen = new Set(many(form.state.values, 'alsoServes'))
  const label = t('programme.alsoServes')
  return fieldGroup(
    t,
    form.state,
    { name: 'alsoServes', label, hint: t('programme.alsoServes.hint') },
    html`<details ${chosen.size > 0 ? html`open` : ''}>
      <summary>${t('programme.alsoServes.show')}</summary>
      <div class="choices">
        ${form.municipalities.map(
          ({ code, name }) =>
            html`<div class="form-group-checkbox">
              <input
                class="form-checkbox"
                type="checkbox"
                id="choice-${code}"
                name="alsoServes"
                value="${code}"
                ${chosen.has(code) ? html`checked` : ''}
              />
              <label class="form-label" for="choice-${code}">${name}</label>
            </div>`,
        )}
      </div>
    </details>`,
  )
}

export function inviteCoordinatorPage(frame: Frame, form: MunicipalityForm): string {
  const { t } = frame
  const { state } = form
  return formPage(frame, state, {
    title: 'programme.invite.title',
    lead: 'programme.invite.lead',
    action: '/administration/coordinators',
    labels: {
      name: 'account.name',
      email: 'account.email',
      municipality: 'programme.municipality',
    },
    fields: html`${textField(t, state, {
      name: 'name',
      label: t('account.name'),
      required: true,
      maxLength: 100,
    })}
    ${textField(t, state, {
      name: 'email',
      label: t('account.email'),
      type: 'email',
      required: true,
      maxLength: 254,
    })}
    ${selectField(t, state, {
      name: 'municipality',
      label: t('programme.municipality'),
      choices: choices(form),
      nothing: t('programme.choose'),
    })}`,
  })
}

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

function formPage(
  frame: Frame,
  state: FormState,
  form: {
    title: MessageKey
    lead?: MessageKey
    action: string
    labels: Record<string, MessageKey>
    fields: SafeHtml
  },
): string {
  const { t } = frame
  const title = t.dynamic(form.title)
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, form.labels)}
      ${form.lead === undefined ? '' : html`<p class="font-lead">${t.dynamic(form.lead)}</p>`}
      <form method="post" action="${form.action}" novalidate>
        ${formToken(frame)} ${form.fields}
        <button class="button button-primary" type="submit">${title}</button>
      </form>`,
  )
}

/** Who lost the password or the phone begins again by a new invitation; who leaves is shut out. */
function accountActions(
  frame: Frame,
  { id, name, disabledAt }: Rows<typeof listCoordinators>[number],
): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="/administration/accounts/${id}/invite">
      ${formToken(frame)}
      <button class="button button-tertiary" type="submit">
        ${t('programme.coordinators.reinvite', { name })}
      </button>
    </form>
    ${
      disabledAt === null
        ? html`<form method="post" action="/administration/accounts/${id}/disable">
            ${formToken(frame)}
            <button class="button button-tertiary" type="submit">
              ${t('programme.coordinators.disable', { name })}
            </button>
          </form>`
        : ''
    }`
}

function table(headings: string[], rows: (string | SafeHtml)[][], none: string): SafeHtml {
  if (rows.length === 0) return html`<p>${none}</p>`
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td dir="auto">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function link(href: string, label: string): SafeHtml {
  return html`<p><a class="button button-secondary" href="${href}">${label}</a></p>`
}

function choices(form: MunicipalityForm): Choice[] {
  return form.municipalities.map(({ code, name }) => ({ value: code, label: name }))
}
