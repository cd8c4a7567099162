import { formatList, formatWeekday, languageName } from '../../../../locales/format.ts'
import type { MessageKey, Translate } from '../../../../locales/translate.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { isContact } from '../../transitions/lifecycle.ts'
import type { readEnrolment } from './sql.ts'

/** A person's profile as a colleague reads it, without empty fields. */
export function profileSection(
  t: Translate,
  person: Awaited<ReturnType<typeof readEnrolment>>,
): SafeHtml {
  const facts: [MessageKey, string | null][] = [
    ['people.form.email', person.email],
    ['people.page.newEmail', person.newEmail],
    ['people.form.phone', person.phone],
    ['people.page.channel', t(`people.channel.${person.channel}`)],
    ['people.profile.address', addressText(person)],
    ['people.list.residence', person.residenceName],
    ['people.form.birthYear', person.birthYear === null ? null : String(person.birthYear)],
    ['people.page.partner', person.partnerName],
    [
      'people.form.languages',
      formatList(
        t.locale,
        person.languages.map(
          ({ tag, level }) =>
            `${languageName(t.locale, tag)} (${level === 'native' ? t('people.level.native') : level})`,
        ),
      ),
    ],
    [
      person.role === 'mentor' ? 'people.page.offers' : 'people.page.needs',
      formatList(
        t.locale,
        person.topics.map(({ topic }) => t.dynamic(`topic.${topic}` as MessageKey)),
      ),
    ],
    [
      'people.page.hours',
      formatList(
        t.locale,
        person.hours.map(
          ({ day, starts, ends }) =>
            `${formatWeekday(t.locale, day)} ${starts.slice(0, 5)}–${ends.slice(0, 5)}`,
        ),
      ),
    ],
    [
      'people.page.interests',
      formatList(
        t.locale,
        person.interests.map((interest) => t.dynamic(`interest.${interest}` as MessageKey)),
      ),
    ],
  ]
  return html`<h2>${t('people.page.profile')}</h2>
    ${
      isContact(person.state)
        ? ''
        : html`<p><a href="/people/${person.id}/profile">${t('people.profile.title')}</a></p>`
    }
    <dl>
      ${facts
        .filter(([, value]) => value !== null && value !== '')
        .map(
          ([label, value]) =>
            html`<dt>${t.dynamic(label)}</dt>
              <dd><bdi>${value}</bdi></dd>`,
        )}
    </dl>`
}

function addressText(person: {
  street: string | null
  postcode: string | null
  town: string | null
}): string | null {
  return person.street && `${person.street}, ${person.postcode ?? ''} ${person.town ?? ''}`
}
