import { formatList } from '../../../locales/format.ts'
import { many } from '../../../web/form.ts'
import { fieldGroup, selectField, textField } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { choices, formPage, link, type MunicipalityForm, table } from '../parts.ts'
import type { listCoordinators, listProgrammes } from '../sql.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>

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

/** A coordinator who lost password or phone is invited again; one who leaves is disabled. */
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
