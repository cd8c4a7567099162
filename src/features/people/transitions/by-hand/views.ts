import type { MessageKey, Translate } from '../../../../locales/translate.ts'
import type { FormBody } from '../../../../web/form.ts'
import type { Frame } from '../../../../web/frame.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { page } from '../../../../web/layout.ts'
import { mostAtOnce } from '../../list/selection/schema.ts'
import { addressOf } from '../../list/filter.ts'
import type { Outcome } from './move-people.ts'

export function movedPage(
  frame: Frame,
  moved: {
    to: string
    outcomes: Outcome[]
    names: { id: string; name: string }[]
    filter: FormBody
  },
): string {
  const { t } = frame
  const names = new Map(moved.names.map(({ id, name }) => [id, name]))
  const refused = moved.outcomes.filter(({ outcome }) => outcome === 'refused')
  const done = moved.outcomes.filter(({ outcome }) => outcome === 'moved')
  return page(
    frame,
    t('people.bulk.doneTitle'),
    html`<h1>${t('people.bulk.doneTitle')}</h1>
      <p class="font-lead" role="status">
        ${t('people.bulk.done', {
          count: done.length,
          state: t.dynamic(`people.state.${moved.to}` as MessageKey),
        })}
      </p>
      ${
        refused.length === 0
          ? ''
          : html`<h2>${t('people.bulk.refused', { count: refused.length })}</h2>
              <ul>
                ${refused.map((one) => html`<li>${refusal(t, one, names.get(one.enrolmentId))}</li>`)}
              </ul>`
      }
      ${
        done.length === 0
          ? ''
          : html`<h2>${t('people.bulk.moved')}</h2>
              <ul>
                ${done.map(
                  ({ enrolmentId }) =>
                    html`<li>
                      <a href="/people/${enrolmentId}"><bdi>${names.get(enrolmentId)}</bdi></a>
                    </li>`,
                )}
              </ul>`
      }
      ${moved.outcomes.length < mostAtOnce ? '' : html`<p>${t('people.bulk.rest', { mostAtOnce })}</p>`}
      <p>
        <a class="button button-primary" href="${addressOf(moved.filter)}"
          >${t('people.bulk.back')}</a
        >
      </p>`,
  )
}

function refusal(t: Translate, { enrolmentId, problem, state }: Outcome, name?: string): SafeHtml {
  const reason =
    problem === 'state-conflict' && state !== null
      ? t('people.bulk.wrongState', { state: t.dynamic(`people.state.${state}`) })
      : // The step itself is in order; what is missing is what becomes of a pair.
        problem === 'invalid-input'
        ? t('people.bulk.pairMissing')
        : t.dynamic(`problem.${problem}.title` as MessageKey)
  if (name === undefined) return html`${reason}`
  return html`<a href="/people/${enrolmentId}"><bdi>${name}</bdi></a
    >: ${reason}`
}
