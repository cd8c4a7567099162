import { endonym, formatDay } from '../../locales/format.ts'
import { directionOf, languageFor, letterLocales } from '../../locales/locale.ts'
import type { Translate } from '../../locales/translate.ts'
import {
  emptyForm,
  errorSummary,
  type FormState,
  formTitle,
  selectField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { document, html, type SafeHtml } from '../../web/html.ts'
import { formToken, notShown, page } from '../../web/layout.ts'
import type { LetterText } from './compose.ts'
import type { DueLetter } from './sql.ts'

/** The letters due; a printed letter stays on the list until it no longer applies. */
export function lettersPage(
  frame: Frame,
  { due, skipped }: { due: DueLetter[]; skipped: number },
  state: FormState,
): string {
  const { t } = frame
  return page(
    frame,
    formTitle(t, state, t('letters.title')),
    html`<h1>${t('letters.title')}</h1>
      ${errorSummary(t, state, { enrolmentIds: 'people.bulk.whom' })} ${skippedNote(t, skipped)}
      <p class="font-lead">${t('letters.lead')}</p>
      <p><a href="/programme">${t('letters.phoneWhere')}</a></p>
      ${
        due.length === 0
          ? html`<p>${t('letters.empty')}</p>`
          : html`<form method="post" action="/letters">
              ${formToken(frame)} <input type="hidden" name="enrolmentIds" value="ticked" />
              ${dueTable(t, due)} ${notShown(t, due[0]!.total - due.length)}
              <button class="button button-primary" type="submit">${t('letters.print')}</button>
            </form>`
      }`,
  )
}

function dueTable(t: Translate, due: DueLetter[]): SafeHtml {
  const people = Map.groupBy(due, (letter) => letter.enrolmentId)
  return html`<div class="table-scroll" tabindex="0">
    <table class="table" id="field-enrolmentIds">
      <caption class="sr-only">
        ${t('letters.title')}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="sr-only">${t('people.bulk.chosen')}</span></th>
          <th scope="col">${t('people.form.name')}</th>
          <th scope="col">${t('letters.language')}</th>
          <th scope="col">${t('letters.what')}</th>
        </tr>
      </thead>
      <tbody>
        ${[...people].map(([id, letters]) => dueRow(t, id, letters))}
      </tbody>
    </table>
  </div>`
}

function dueRow(t: Translate, id: string, letters: DueLetter[]): SafeHtml {
  const { name } = letters[0]!
  const isWaiting = letters.some(({ printedAt }) => printedAt === null)
  const language = languageFor(letters[0]!)
  return html`<tr>
    <td>
      ${
        isWaiting
          ? html`<div class="form-group-checkbox">
              <input
                class="form-checkbox"
                type="checkbox"
                name="ids"
                value="${id}"
                id="row-${id}"
                checked
              />
              <label class="form-label" for="row-${id}"
                ><span class="sr-only">${t('people.bulk.choose', { name })}</span></label
              >
            </div>`
          : ''
      }
    </td>
    <td>
      <a href="/people/${id}/letters"><bdi>${name}</bdi></a>
    </td>
    <td lang="${language}">${endonym(language)}</td>
    <td>${letters.map((letter) => html`<p>${whatAndWhen(t, letter)}</p>`)}</td>
  </tr>`
}

function whatAndWhen(t: Translate, { kind, printedAt }: DueLetter): string {
  const what = t.dynamic(`letters.kind.${kind}`)
  return printedAt === null
    ? t('letters.waiting', { what })
    : t('letters.printed', { what, day: formatDay(t.locale, printedAt) })
}

/** All letters of one person, to print in a chosen language, any number of times. */
export function personLettersPage(
  frame: Frame,
  found: {
    person: { id: string; name: string }
    letters: DueLetter[]
  },
  state: FormState = emptyForm,
): string {
  const { t } = frame
  const { person, letters } = found
  const locale = letters[0] === undefined ? 'da' : languageFor(letters[0])
  return page(
    frame,
    formTitle(t, state, t('letters.of', { name: person.name })),
    html`<h1>${t('letters.of', { name: person.name })}</h1>
      ${errorSummary(t, state, { locale: 'letters.language' })}
      <p><a href="/people/${person.id}">${t('letters.toPerson')}</a></p>
      ${
        letters.length === 0
          ? html`<p>${t('letters.none')}</p>`
          : html`<ul>
                ${letters.map((letter) => html`<li>${whatAndWhen(t, letter)}</li>`)}
              </ul>
              <form method="post" action="/people/${person.id}/letters">
                ${formToken(frame)}
                ${selectField(
                  t,
                  { ...state, values: { locale, ...state.values } },
                  {
                    name: 'locale',
                    label: t('letters.language'),
                    choices: letterLocales.map((value) => ({
                      value,
                      label: endonym(value),
                      lang: value,
                    })),
                  },
                )}
                <button class="button button-primary" type="submit">${t('letters.print')}</button>
              </form>
              ${answers(frame, person, letters)}`
      }`,
  )
}

/** Links to the proposals, where an answer by letter or telephone is recorded. */
function answers(
  { t }: Frame,
  person: { name: string },
  letters: DueLetter[],
): (SafeHtml | string)[] {
  return letters
    .filter(({ kind }) => kind === 'offer')
    .map(
      ({ subjectId }) =>
        html`<h2>${t('letters.answer')}</h2>
          <p>
            <a class="button button-secondary" href="/proposals/${subjectId}"
              >${t('letters.recordAnswer', { name: person.name })}</a
            >
          </p>`,
    )
}

function skippedNote(t: Translate, skipped: number): SafeHtml | string {
  return skipped === 0 ? '' : html`<p role="status">${t('letters.skipped', { count: skipped })}</p>`
}

/** The letters, each on its own sheet; the instructions above them are not printed. */
export function printPage(frame: Frame, letters: LetterText[][], skipped: number): string {
  const { t } = frame
  return document(
    html`<html lang="${t.locale}" dir="${t.direction}">
      <head>
        <meta charset="utf-8" />
        <title>${t('letters.title')} – Makker</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/assets/${t.direction}.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="container no-print">
          <h1>${t('letters.ready', { count: letters.length })}</h1>
          ${skippedNote(t, skipped)}
          <p class="font-lead">${t('letters.howToPrint')}</p>
          <p><a class="button button-secondary" href="/letters">${t('letters.back')}</a></p>
        </header>
        <main id="content">
          ${letters.map((texts) => texts.map((text, at) => sheet(t, text, at)))}
        </main>
      </body>
    </html>`,
  )
}

function sheet(t: Translate, text: LetterText, at: number): SafeHtml {
  return html`<article class="letter" lang="${text.locale}" dir="${directionOf(text.locale)}">
    ${
      at === 0
        ? html`<address class="letter-addressee" dir="auto">
            ${text.addressee.map((line) => html`<bdi>${line}</bdi><br />`)}
          </address>`
        : html`<p class="small-text" lang="${t.locale}" dir="${t.direction}">
            ${t('letters.inDanish')}
          </p>`
    }
    <h2>${text.heading}</h2>
    <p>${text.greeting}</p>
    ${text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    ${
      text.facts.length === 0
        ? ''
        : html`<dl>
            ${text.facts.map(
              ({ label, value }) =>
                html`<dt>${label}</dt>
                  <dd><bdi>${value}</bdi></dd>`,
            )}
          </dl>`
    }
    ${
      text.choices.length === 0
        ? ''
        : text.choices.map(
            (choice) => html`<p><span class="letter-box" aria-hidden="true"></span> ${choice}</p>`,
          )
    }
    ${text.closing.map((line) => html`<p class="letter-closing"><bdi>${line}</bdi></p>`)}
  </article>`
}
