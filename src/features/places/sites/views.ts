import { formatDay, formatList, formatMoment, formatWeekday } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import {
  checkbox,
  checkboxGroup,
  errorSummary,
  fieldGroup,
  type FormState,
  formTitle,
  textField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { formPage, link, type MunicipalityForm, table } from '../../programmes/parts.ts'
import { newRooms, weekdays } from './form.ts'
import { hoursShort } from './hours-text.ts'
import type { SiteWithHours } from './read-site-with-hours.ts'

/** A site, and the planned meetings that its hours do not cover. */
type ListedSite = SiteWithHours & {
  outside: { id: string; startsAt: Temporal.Instant }[]
}

/** Where a programme's pairs meet: its sites with their hours, days and rooms, online and elsewhere. */
export function placesPage(
  frame: Frame,
  { sites, state }: { sites: ListedSite[]; state: FormState },
): string {
  const { t } = frame
  const title = t('places.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { meetingLink: 'places.link' })}
      <p class="font-lead">${t('places.lead')}</p>
      ${sites.length === 0 ? html`<p>${t('programme.sites.none')}</p>` : ''}
      ${sites.map((site) => siteSection(t, site))}
      ${link('/programme/sites/new', t('programme.site.add'))}
      <h2>${t('places.elsewhere.title')}</h2>
      <form method="post" action="/programme/places" novalidate>
        ${formToken(frame)}
        ${textField(t, state, {
          name: 'meetingLink',
          label: t('places.link'),
          hint: t('places.linkHint'),
          type: 'url',
          maxLength: 500,
        })}
        ${checkbox(t, state, { name: 'meetsElsewhere', label: t('places.meetsElsewhere') })}
        <button class="button button-primary" type="submit">${t('places.saveElsewhere')}</button>
      </form>`,
  )
}

function siteSection(t: Translate, site: ListedSite): SafeHtml {
  const closed = site.days.filter(({ opens }) => !opens)
  const open = site.days.filter(({ opens }) => opens)
  const dayList = (days: SiteWithHours['days']) =>
    formatList(
      t.locale,
      days.map(({ day }) => formatDay(t.locale, day)),
    )
  return html`<section aria-labelledby="site-${site.id}">
    <h2 id="site-${site.id}"><bdi lang="da">${site.name}</bdi></h2>
    <p><bdi lang="da">${site.address}</bdi></p>
    ${
      site.hoursConfirmed
        ? ''
        : html`<div class="alert alert-warning">
            <div class="alert-body"><p class="alert-text">${t('places.notConfirmed')}</p></div>
          </div>`
    }
    ${
      site.outside.length === 0
        ? ''
        : html`<div class="alert alert-warning">
            <div class="alert-body">
              <p class="alert-text">${t('places.outside')}</p>
              <ul>
                ${site.outside.map(
                  ({ id, startsAt }) =>
                    html`<li>
                      <a href="/meetings/${id}">${formatMoment(t.locale, startsAt)}</a>
                    </li>`,
                )}
              </ul>
            </div>
          </div>`
    }
    ${table(
      [t('places.weekday'), t('places.staffed'), t('places.open')],
      weekdays.map((day) => [
        formatWeekday(t.locale, day),
        hoursOn(site, day, true) || t('places.closed'),
        hoursOn(site, day, false),
      ]),
      '',
    )}
    <p>
      ${closed.length === 0 ? t('places.daysNone') : html`${t('places.days')}: ${dayList(closed)}`}
      ${open.length === 0 ? '' : t('places.opensOn', { days: dayList(open) })}
    </p>
    <p>
      ${
        site.rooms.length === 0
          ? t('places.roomsNone')
          : html`${t('places.rooms')}:
              <bdi lang="da"
                >${formatList(
                  t.locale,
                  site.rooms.map(({ name }) => name),
                )}</bdi
              >`
      }
    </p>
    ${link(`/programme/places/${site.id}`, t('places.edit', { name: site.name }))}
  </section>`
}

/** Each stretch on one line, however narrow the table. */
function hoursOn({ weekly }: SiteWithHours, day: number, staffed: boolean): SafeHtml | string {
  const hours = weekly.filter((one) => one.day === day && one.staffed === staffed)
  if (hours.length === 0) return ''
  return html`${hours.map(
    (one, at) => html`${at === 0 ? '' : ', '}<span class="whole">${hoursShort(one)}</span>`,
  )}`
}

interface SitePage {
  site: SiteWithHours
  holidays: { day: Temporal.PlainDate; name: string }[]
  state: FormState
}

/** A form of a site's hours and one of its rooms. */
export function sitePage(frame: Frame, { site, holidays, state }: SitePage): string {
  const { t } = frame
  const at = `/programme/places/${site.id}`
  return page(
    frame,
    formTitle(t, state, site.name),
    html`<h1><bdi lang="da">${site.name}</bdi></h1>
      ${errorSummary(t, state, labels(site))}
      <p><a href="/programme/places">${t('places.back')}</a></p>
      <h2>${t('places.hours')}</h2>
      <p class="form-hint">${t('places.hoursHint')}</p>
      <form method="post" action="${at}/hours" novalidate>
        ${formToken(frame)} <input type="hidden" name="version" value="${site.version}" />
        ${weekdays.map((day) => dayFields(t, state, day))} ${closedDays(t, state, site)}
        ${fieldGroup(
          t,
          state,
          { name: 'closing', label: t('places.closing'), hint: t('places.closeHint') },
          html`<div class="line">
            ${textField(t, state, { name: 'closeFrom', label: t('places.closeFrom'), type: 'date' })}
            ${textField(t, state, { name: 'closeTo', label: t('places.closeTo'), type: 'date' })}
          </div>`,
        )}
        <details>
          <summary>${t('places.holidays')}</summary>
          ${checkboxGroup(t, state, {
            name: 'opens',
            label: t('places.holidays'),
            hint: t('places.holidaysHint'),
            choices: holidays.map(({ day, name }) => ({
              value: day.toString(),
              label: `${formatDay(t.locale, day)}: ${name}`,
            })),
          })}
        </details>
        <button class="button button-primary" type="submit">${t('places.save')}</button>
      </form>
      <h2>${t('places.rooms')}</h2>
      <form method="post" action="${at}/rooms" novalidate id="field-rooms">
        ${formToken(frame)} <input type="hidden" name="version" value="${site.version}" />
        <p class="form-hint">${t('places.roomsHint')}</p>
        ${site.rooms.map(({ id }, at) =>
          textField(t, state, {
            name: `room-${id}`,
            label: t('places.roomNumber', { number: at + 1 }),
            maxLength: 60,
          }),
        )}
        ${newRooms.map((number) =>
          textField(t, state, {
            name: `newRoom-${number}`,
            label: t('places.newRoom', { number }),
            maxLength: 60,
          }),
        )}
        <button class="button button-primary" type="submit">${t('places.saveRooms')}</button>
      </form>`,
  )
}

function labels({ rooms }: SiteWithHours) {
  return {
    ...Object.fromEntries(
      weekdays.flatMap((day) => [
        [`staffed-${day}`, 'places.staffed'] as const,
        [`open-${day}`, 'places.open'] as const,
      ]),
    ),
    ...Object.fromEntries(rooms.map(({ id }) => [`room-${id}`, 'places.roomName'] as const)),
    closing: 'places.closing' as const,
    rooms: 'places.rooms' as const,
  }
}

function dayFields(t: Translate, state: FormState, day: number): SafeHtml {
  const weekday = formatWeekday(t.locale, day)
  return html`<div class="line">
    ${textField(t, state, {
      name: `staffed-${day}`,
      label: t('places.dayStaffed', { weekday }),
      maxLength: 60,
    })}
    ${textField(t, state, {
      name: `open-${day}`,
      label: t('places.dayOpen', { weekday }),
      maxLength: 60,
    })}
  </div>`
}

function closedDays(t: Translate, state: FormState, site: SiteWithHours): SafeHtml | string {
  const closed = site.days.filter(({ opens }) => !opens)
  if (closed.length === 0) return ''
  return checkboxGroup(t, state, {
    name: 'closed',
    label: t('places.closedDays'),
    hint: t('places.closedDaysHint'),
    choices: closed.map(({ day }) => ({ value: day.toString(), label: formatDay(t.locale, day) })),
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
