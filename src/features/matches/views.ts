import { formatDay, formatList } from '../../locales/format.ts'
import type { MessageKey } from '../../locales/translate.ts'
import type { Frame } from '../../web/frame.ts'
import { html } from '../../web/html.ts'
import { notShown, page } from '../../web/layout.ts'
import type { listMatches } from './sql.ts'

export function matchesPage(
  frame: Frame,
  matches: Awaited<ReturnType<typeof listMatches>>,
): string {
  const { t } = frame
  return page(
    frame,
    t('matches.title'),
    html`<h1>${t('matches.title')}</h1>
      ${
        matches.count === 0
          ? html`<p>${t('matches.empty')}</p>`
          : html`<p class="actions">
                <a class="button button-primary" href="/meetings/new"
                  >${t('meetings.plan.title')}</a
                >
              </p>
              <ul class="card-list nobullet-list no-max-width">
                ${matches.rows.map(
                  (match) =>
                    html`<li class="panel">
                      <h2 class="h3">
                        <bdi>${match.mentorName}</bdi> + <bdi>${match.menteeName}</bdi>
                      </h2>
                      <p>
                        ${t.dynamic(`matches.state.${match.state}`)}
                        (${t('people.page.since', { day: formatDay(t.locale, match.acceptedAt) })})
                      </p>
                      ${
                        match.agreements.length === 0
                          ? ''
                          : html`<p>
                              ${t('matches.agreed', {
                                topics: formatList(
                                  t.locale,
                                  match.agreements.map(({ topic }) =>
                                    t.dynamic(`topic.${topic}` as MessageKey),
                                  ),
                                ),
                              })}
                            </p>`
                      }
                      ${
                        match.meetings.length === 0
                          ? html`<a
                              class="button button-secondary"
                              href="/meetings/new?match=${match.id}"
                              >${t('matches.plan')}</a
                            >`
                          : html`<ul>
                              ${match.meetings.map(
                                (meeting) =>
                                  html`<li>
                                    <a href="/meetings/${meeting.id}"
                                      >${t.dynamic(`meetings.type.${meeting.type}`)}:
                                      ${t.dynamic(`meetings.state.${meeting.state}`)}</a
                                    >
                                  </li>`,
                              )}
                            </ul>`
                      }
                    </li>`,
                )}
              </ul>
              ${notShown(t, matches.count - matches.rows.length)}`
      }`,
  )
}
