import type { Channel } from '../../db/types.ts'
import { firstName } from '../../locales/first-name.ts'
import { formatDay, formatMoment } from '../../locales/format.ts'
import type { Translate } from '../../locales/translate.ts'
import { partSentence } from '../../locales/public/remarks.ts'
import type { Part } from '../../matching/types.ts'
import {
  errorSummary,
  type FormState,
  radioGroup,
  selectField,
  textField,
} from '../../web/form-parts.ts'
import type { Frame, PublicFrame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, notShown, page } from '../../web/layout.ts'
import { answerChannels, declineCodes } from './schema.ts'
import type { Away, findLatestRun, listProposals, ProposalRow } from './sql.ts'

type ProposalList = Awaited<ReturnType<typeof listProposals>>

export interface Queue {
  drafts: ProposalList
  offered: ProposalList
  run: Awaited<ReturnType<typeof findLatestRun>>
}

/** Parts per million as the 0–100 that pages show. */
function points(ppm: number): string {
  return String(Math.round(ppm / 10_000))
}

export function queuePage(frame: Frame, queue: Queue): string {
  const { t } = frame
  return page(
    frame,
    t('proposals.queue.title'),
    html`<h1>${t('proposals.queue.title')}</h1>
      <form method="post" action="/runs">
        ${formToken(frame)}
        <button class="button button-primary" type="submit">${t('proposals.run.button')}</button>
      </form>
      ${queue.run === undefined ? html`<p>${t('proposals.run.never')}</p>` : runSummary(t, queue.run)}
      <h2>${t('proposals.queue.drafts', { count: queue.drafts.count })}</h2>
      ${
        queue.drafts.count === 0
          ? html`<p>${t('proposals.queue.empty')}</p>`
          : html`<ul class="card-list nobullet-list no-max-width">
                ${queue.drafts.rows.map((row) => html`<li class="panel">${draft(frame, row)}</li>`)}
              </ul>
              ${notShown(t, queue.drafts.count - queue.drafts.rows.length)}`
      }
      <h2>${t('proposals.queue.offered', { count: queue.offered.count })}</h2>
      <ul class="card-list nobullet-list no-max-width">
        ${queue.offered.rows.map((row) => html`<li class="panel">${offer(t, row)}</li>`)}
      </ul>
      ${notShown(t, queue.offered.count - queue.offered.rows.length)}`,
  )
}

function runSummary(t: Translate, run: NonNullable<Queue['run']>): SafeHtml {
  const matched = run.matched ?? 0
  return html`<section class="panel" aria-labelledby="run">
    <h2 id="run">${t('proposals.run.title')}</h2>
    ${
      run.matched === null
        ? html`<p>${t.dynamic(`runs.state.${run.state}`)}</p>`
        : html`<p>
              ${t('proposals.run.summary', {
                at: formatMoment(t.locale, run.startedAt),
                matched,
                average: matched === 0 ? 0 : Number(points((run.total ?? 0) / matched)),
              })}
            </p>
            <p>${t('proposals.run.proof', { pairs: run.feasible ?? 0 })}</p>`
    }
    <p>
      <a href="/runs/${run.id}">${t('proposals.run.unmatched', { count: run.menteesLeft ?? 0 })}</a>
    </p>
  </section>`
}

/** One draft: the pair, the score with its parts, and the two decisions. */
function draft(frame: Frame, row: ProposalRow): SafeHtml {
  const { t } = frame
  return html`<h3>
      <a href="/proposals/${row.id}"><bdi>${row.mentorName}</bdi> + <bdi>${row.menteeName}</bdi></a>
    </h3>
    <p>${t('proposals.card.score', { points: points(row.score) })} ${waiting(t, row)}</p>
    ${scoreParts(t, row)} ${decisions(frame, row)}`
}

function waiting(t: Translate, row: ProposalRow): string {
  return row.readySince === null
    ? ''
    : t('proposals.card.since', { day: formatDay(t.locale, row.readySince) })
}

function decisions(frame: Frame, row: ProposalRow, state?: FormState): SafeHtml {
  const { t } = frame
  const values = state ?? { values: {}, problems: [] }
  return html`<div class="actions">
    <form method="post" action="/proposals/${row.id}/approve">
      ${formToken(frame)}
      <button class="button button-primary" type="submit">${t('proposals.approve')}</button>
    </form>
    <details ${state === undefined ? '' : html`open`}>
      <summary>${t('proposals.reject.open')}</summary>
      <form method="post" action="/proposals/${row.id}/reject" novalidate>
        ${formToken(frame)}
        ${textField(t, values, {
          name: 'reason',
          // The queue has this form once per draft, and ids must be unique.
          ...(state === undefined && { id: `reason-${row.id}` }),
          label: t('proposals.reject.reason'),
          hint: t('people.freeText'),
          required: true,
          maxLength: 280,
        })}
        <button class="button button-secondary" type="submit">
          ${t('proposals.reject.button')}
        </button>
      </form>
    </details>
  </div>`
}

/** Each part of the score as a bar out of its weight, with a sentence. */
function scoreParts(t: Translate, row: ProposalRow): SafeHtml {
  const names = { mentor: firstName(row.mentorName), mentee: firstName(row.menteeName) }
  const { parts } = row.explanation as unknown as { parts: Part[] }
  return html`<dl class="score-parts">
    ${parts.map((part) => {
      const label = t.dynamic(`proposals.term.${part.term}`)
      const reason = partSentence(t, part, names)
      // Neither has a wish that this part scores.
      if (part.points === 0 && reason === '') return ''
      return html`<dt>${label}</dt>
        <dd>
          <meter aria-label="${label}" min="0" max="${part.outOf}" value="${part.points}"></meter>
        </dd>
        <dd>
          ${t('proposals.card.part', { points: points(part.points), outOf: points(part.outOf) })}
        </dd>
        <dd class="reason">${reason}</dd>`
    })}
  </dl>`
}

function offer(t: Translate, row: ProposalRow): SafeHtml {
  return html`<h3>
      <a href="/proposals/${row.id}"><bdi>${row.mentorName}</bdi> + <bdi>${row.menteeName}</bdi></a>
    </h3>
    <p>${answers(t, row)}</p>
    ${age(t, row)}`
}

/** When the two were asked, how long they have, and whether they were reminded. */
function age(t: Translate, { offeredAt, expiresAt, remindedAt }: ProposalRow): SafeHtml | string {
  if (offeredAt === null || expiresAt === null) return ''
  const days = { asked: formatDay(t.locale, offeredAt), until: formatDay(t.locale, expiresAt) }
  return html`<p>
    ${t('proposals.offer.asked', days)}
    ${
      remindedAt === null
        ? ''
        : t('proposals.offer.reminded', { day: formatDay(t.locale, remindedAt) })
    }
  </p>`
}

function answers(t: Translate, row: ProposalRow): string {
  return t('proposals.offer.answers', {
    mentor: row.mentorName,
    mentorAnswer: answerName(t, row.mentorAnswer, row.mentorAnswerChannel),
    mentee: row.menteeName,
    menteeAnswer: answerName(t, row.menteeAnswer, row.menteeAnswerChannel),
  })
}

/** The answer, and how it was given if a coordinator recorded it. */
function answerName(t: Translate, answer: 'yes' | 'no' | null, channel: Channel | null): string {
  const said = t.dynamic(`proposals.answer.${answer ?? 'none'}`)
  if (channel === null || channel === 'email') return said
  return t('proposals.answer.how', { said, how: t.dynamic(`proposals.answer.by.${channel}`) })
}

export function proposalPage(
  frame: Frame,
  { row, away }: { row: ProposalRow; away: Away },
  state?: FormState,
): string {
  const { t } = frame
  return page(
    frame,
    `${row.mentorName} + ${row.menteeName}`,
    html`<h1><bdi>${row.mentorName}</bdi> + <bdi>${row.menteeName}</bdi></h1>
      ${
        state === undefined
          ? ''
          : errorSummary(t, state, {
              reason: 'proposals.reject.reason',
              answer: 'proposals.answer.title',
            })
      }
      <p class="font-lead">
        ${t.dynamic(`proposals.state.${row.state}`)} –
        ${t('proposals.card.score', { points: points(row.score) })} ${waiting(t, row)}
      </p>
      <p>
        <a href="/people/${row.mentorId}">${t('proposals.page.mentor')}</a>
        <a href="/people/${row.menteeId}">${t('proposals.page.mentee')}</a>
        ${
          row.runId === null
            ? ''
            : html`<a href="/proposals/${row.id}/alternatives"
                >${t('proposals.page.alternatives')}</a
              >`
        }
      </p>
      ${scoreParts(t, row)} ${isToMeet(row) ? daysAway(t, row, away) : ''}
      ${row.state === 'draft' ? decisions(frame, row, state) : ''}
      ${row.state === 'offered' ? phoneAnswers(frame, row) : ''}
      ${row.state === 'accepted' || row.state === 'declined' ? html`<p>${answers(t, row)}</p>` : ''}
      ${row.rejectionReason === null ? '' : html`<p><bdi>${row.rejectionReason}</bdi></p>`}
      ${
        row.matchId === null
          ? ''
          : html`<p>
              <a class="button button-primary" href="/matches">${t('proposals.page.match')}</a>
            </p>`
      }`,
  )
}

/** Whether the first meeting is still to be planned. */
function isToMeet({ state }: ProposalRow): boolean {
  return state === 'draft' || state === 'offered' || state === 'accepted'
}

/** Short absences do not rule a pair out, but matter when the first meeting is planned. */
function daysAway(t: Translate, row: ProposalRow, away: Away): SafeHtml | string {
  if (away.length === 0) return ''
  return html`<section aria-labelledby="away">
    <h2 id="away">${t('proposals.away.title')}</h2>
    <ul>
      ${away.map(({ personId, startsOn, endsBefore }) => {
        const name = personId === row.mentorPersonId ? row.mentorName : row.menteeName
        const last = endsBefore.subtract({ days: 1 })
        const days = { name, from: formatDay(t.locale, startsOn), to: formatDay(t.locale, last) }
        return html`<li>
          ${t(startsOn.equals(last) ? 'proposals.away.day' : 'proposals.away.days', days)}
        </li>`
      })}
    </ul>
  </section>`
}

/** For people without e-mail: the coordinator records the answer that they gave. */
function phoneAnswers(frame: Frame, row: ProposalRow): SafeHtml {
  const { t } = frame
  return html`<section class="panel" aria-labelledby="answers">
    <h2 id="answers">${t('proposals.answer.title')}</h2>
    <p>${answers(t, row)}</p>
    ${age(t, row)}
    <form method="post" action="/proposals/${row.id}/answers">
      ${formToken(frame)}
      ${selectField(
        t,
        { values: {}, problems: [] },
        {
          name: 'party',
          label: t('proposals.answer.who'),
          choices: [
            { value: 'mentor', label: row.mentorName },
            { value: 'mentee', label: row.menteeName },
          ],
        },
      )}
      ${selectField(
        t,
        { values: {}, problems: [] },
        {
          name: 'channel',
          label: t('proposals.answer.channel'),
          choices: answerChannels.map((value) => ({
            value,
            label: t.dynamic(`proposals.answer.by.${value}`),
          })),
        },
      )}
      <div class="actions">
        <button class="button button-primary" type="submit" name="answer" value="yes">
          ${t('proposals.answer.recordYes')}
        </button>
        <button class="button button-secondary" type="submit" name="answer" value="no">
          ${t('proposals.answer.recordNo')}
        </button>
      </div>
    </form>
  </section>`
}

/** What a party sees of a proposal: first name, common language and topics, nothing else. */
export interface PartyView {
  action: string
  /** Whether the reader can go back to their own page; the reader of a mailed link cannot. */
  isSignedIn: boolean
  role: 'mentor' | 'mentee'
  otherFirstName: string
  parts: Part[]
  names: { mentor: string; mentee: string }
  state: ProposalRow['state']
  ownAnswer: 'yes' | 'no' | null
  expiresAt: Temporal.Instant | null
}

export function answerPage(frame: PublicFrame, view: PartyView, state: FormState): string {
  const { t } = frame
  return page(
    frame,
    t('proposals.answerPage.title', { name: view.otherFirstName }),
    html`<h1>${t('proposals.answerPage.title', { name: view.otherFirstName })}</h1>
      ${errorSummary(t, state, { answer: 'proposals.answerPage.question' })}
      ${answerBody(frame, view, state)}
      ${view.isSignedIn ? html`<p><a href="/me">${t('self.back')}</a></p>` : ''}`,
  )
}

function answerBody(frame: PublicFrame, view: PartyView, state: FormState): SafeHtml {
  const { t } = frame
  const status = statusOf(view)
  if (status !== 'open')
    return html`<p class="font-lead" role="status">
      ${t.dynamic(`proposals.answerPage.${status}`, { name: view.otherFirstName })}
    </p>`
  const told = view.parts.filter(
    ({ term }) => term === 'topics' || term === 'language' || term === 'time',
  )
  return html`<p class="font-lead">
      ${t.dynamic(`proposals.answerPage.${view.role}`, { name: view.otherFirstName })}
    </p>
    ${
      view.ownAnswer === 'yes'
        ? html`<p role="status">
            <strong>${t('proposals.answerPage.waiting', { name: view.otherFirstName })}</strong>
          </p>`
        : ''
    }
    <ul>
      ${told.map((part) => html`<li>${partSentence(t, part, view.names)}</li>`)}
    </ul>
    <form method="post" action="${view.action}" novalidate>
      ${formToken(frame)}
      ${radioGroup(
        t,
        { ...state, values: { answer: view.ownAnswer ?? undefined, ...state.values } },
        {
          name: 'answer',
          label: t('proposals.answerPage.question'),
          choices: [
            { value: 'yes', label: t('proposals.answerPage.yes') },
            { value: 'no', label: t('proposals.answerPage.no') },
          ],
        },
      )}
      ${selectField(t, state, {
        name: 'declineCode',
        label: t('proposals.answerPage.why'),
        hint: t('proposals.answerPage.whyHint'),
        nothing: t('people.form.choose'),
        choices: declineCodes.map((value) => ({
          value,
          label: t.dynamic(`proposals.decline.${value}`),
        })),
      })}
      <button class="button button-primary" type="submit">${t('proposals.answerPage.send')}</button>
    </form>
    ${
      view.expiresAt === null
        ? ''
        : html`<p>
            ${t('proposals.answerPage.until', { day: formatDay(t.locale, view.expiresAt) })}
          </p>`
    }`
}

function statusOf(view: PartyView): 'open' | 'accepted' | 'declined' | 'over' {
  if (view.state === 'offered') return 'open'
  return view.state === 'accepted' || view.state === 'declined' ? view.state : 'over'
}
