import { formatDay, formatMoment } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { page } from '../../../web/layout.ts'
import { type MatchFilter, matchFilters } from '../schema.ts'
import { riskList, stateText, topicList } from '../state-text.ts'
import { lastContact } from '../view.ts'
import type { ListedMatch } from './list-matches.ts'

export interface MatchList {
  show: MatchFilter
  atRisk: ListedMatch[]
  others: ListedMatch[]
  next: string | null
}

export function matchesPage(frame: Frame, list: MatchList): string {
  const { t } = frame
  const { show, atRisk, others, next } = list
  const isEmpty = atRisk.length + others.length === 0
  return page(
    frame,
    t('matches.title'),
    html`<h1>${t('matches.title')}</h1>
      ${filters(t, show)}
      ${isEmpty ? html`<p>${t(show === 'open' ? 'matches.empty' : 'matches.none')}</p>` : ''}
      ${
        atRisk.length === 0
          ? ''
          : html`<h2>${t('matches.filter.at-risk')}</h2>
              ${cards(t, atRisk)}`
      }
      ${
        others.length === 0
          ? ''
          : html`<h2>${atRisk.length === 0 ? filterName(t, show) : t('matches.others')}</h2>
              ${cards(t, others)}`
      }
      ${
        next === null
          ? ''
          : html`<p class="actions">
              <a
                class="button button-secondary"
                rel="next"
                href="/matches?show=${show}&cursor=${next}"
                >${t('matches.nextPage')}</a
              >
            </p>`
      }`,
  )
}

function filters(t: Translate, shown: MatchFilter): SafeHtml {
  return html`<nav aria-label="${t('matches.filter.title')}">
    <ul class="actions nobullet-list no-max-width state-links">
      ${matchFilters.map(
        (filter) =>
          html`<li>
            <a href="/matches?show=${filter}" ${filter === shown ? html`aria-current="true"` : ''}
              >${filterName(t, filter)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

function filterName(t: Translate, filter: MatchFilter): string {
  return filter === 'open' || filter === 'at-risk'
    ? t(`matches.filter.${filter}`)
    : t(`matches.state.${filter}`)
}

function cards(t: Translate, matches: readonly ListedMatch[]): SafeHtml {
  return html`<ul class="card-list nobullet-list no-max-width">
    ${matches.map((match) => html`<li class="panel">${card(t, match)}</li>`)}
  </ul>`
}

function card(t: Translate, match: ListedMatch): SafeHtml {
  const contact = lastContact(match)
  return html`<h3>
      <a href="/matches/${match.id}"
        ><bdi>${match.mentorName}</bdi> + <bdi>${match.menteeName}</bdi></a
      >
    </h3>
    <p>
      ${stateText(t, match)}. ${t('matches.since', { day: formatDay(t.locale, match.acceptedAt) })}.
    </p>
    ${riskList(t, match.risks)}
    <ul>
      ${
        match.state === 'closed'
          ? ''
          : html`<li>
              ${
                match.meetsAt === null
                  ? t('matches.noMeeting')
                  : t('matches.nextMeeting', { at: formatMoment(t.locale, match.meetsAt) })
              }
            </li>`
      }
      <li>
        ${
          contact === null
            ? t('matches.noContact')
            : t('matches.lastContact', { day: formatDay(t.locale, contact) })
        }
      </li>
      ${
        match.agreements.length === 0
          ? ''
          : html`<li>${t('matches.agreed', { topics: topicList(t, match.agreements) })}</li>`
      }
    </ul>`
}
