import { firstName } from '../../locales/first-name.ts'
import { formatDay, formatMoment } from '../../locales/format.ts'
import { zone } from '../../locales/zone.ts'
import type { PublicTranslate } from '../../locales/translate.ts'
import { errorSummary, type FormState, formTitle, textField } from '../../web/form-parts.ts'
import type { PublicFrame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { mailChoices } from '../accounts/subscriptions/mail-choices.ts'
import { kindsFor } from '../accounts/subscriptions/schema.ts'
import { questionTitle } from '../follow-up/questions/title.ts'
import type { listOpenQuestions } from '../follow-up/questions/read-question.ts'
import { interviewLine, statusOf } from '../people/profile/page/progress.ts'
import { linkLasts } from '../people/registration/ask-to-confirm.ts'
import { mayMove } from '../people/transitions/lifecycle.ts'
import { pairChoice } from '../people/transitions/pair-choice.ts'
import { isMatchOf, isOfferTo } from './open-parts.ts'
import type { OwnPair } from './pair/sql.ts'
import { meetingList, type OwnMeeting, pairSection } from './pair/views.ts'
import type { AddressRow, InterviewRow, OwnProposalRow, RequirementRow, RoleRow } from './sql.ts'

type AskedQuestions = Awaited<ReturnType<typeof listOpenQuestions>>

export interface OwnPage {
  roles: RoleRow[]
  address: AddressRow
  proposals: OwnProposalRow[]
  questions: AskedQuestions
  pairs: OwnPair[]
  meetings: OwnMeeting[]
  requirements: RequirementRow[]
  interviews: InterviewRow[]
  unsubscribed: string[]
  now: Temporal.Instant
  state: FormState
}

/** What a person sees of themselves, a section for each concern. */
export function ownPage(frame: PublicFrame, own: OwnPage): string {
  const { t } = frame
  const title = t('self.title', { name: firstName(own.roles[0]?.name ?? '') })
  return page(
    frame,
    formTitle(t, own.state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, own.state, { until: 'self.pause.until', pair: 'pair.question' })}
      ${newAddress(frame, own)} ${questions(t, own.questions)} ${offers(t, own)}
      ${pairs(frame, own)}
      <h2>${t('self.roles')}</h2>
      ${own.roles.map((role) => roleSection(frame, role, own))}
      <p><a href="/me/calendar">${t('calendar.link')}</a></p>
      <p><a href="/me/concern">${t('concerns.own.link')}</a></p>
      ${mailChoices(frame, {
        action: '/me/mails',
        kinds: kindsFor({}),
        unsubscribed: own.unsubscribed,
      })}
      <p><a href="/me/privacy">${t('privacy.ownLink')}</a></p>`,
  )
}

/** A new address that waits to be confirmed, until when, and what the person can do about it. */
function newAddress(frame: PublicFrame, { address, now }: OwnPage): SafeHtml | string {
  const { t } = frame
  const { newEmail, newEmailSince, emailInUse } = address
  if (newEmail === null || newEmailSince === null) return ''
  const until = newEmailSince.add(linkLasts)
  const isOver = Temporal.Instant.compare(now, until) >= 0
  return html`<section class="panel" aria-labelledby="new-address">
    <h2 id="new-address">${t('self.address.title')}</h2>
    <p>
      ${
        isOver
          ? t('self.address.over', { address: newEmail })
          : t('self.address.waits', { address: newEmail, until: formatMoment(t.locale, until) })
      }
    </p>
    <p>
      ${emailInUse === null ? t('self.address.none') : t('self.address.old', { address: emailInUse })}
    </p>
    <form method="post" action="/me/address/question">
      ${formToken(frame)}
      <button class="button button-primary" type="submit">${t('self.address.again')}</button>
    </form>
    <form method="post" action="/me/address/withdrawal">
      ${formToken(frame)}
      <button class="button button-secondary" type="submit">${t('self.address.withdraw')}</button>
    </form>
  </section>`
}

/** What the person has been asked, each a link to its page. */
function questions(t: PublicTranslate, asked: AskedQuestions): SafeHtml | string {
  if (asked.length === 0) return ''
  return html`<section class="panel" aria-labelledby="questions">
    <h2 id="questions">${t('self.pair.questions')}</h2>
    <ul>
      ${asked.map(
        (question) =>
          html`<li>
            <a href="/me/questions/${question.id}">${questionTitle(t, question)}</a>
          </li>`,
      )}
    </ul>
  </section>`
}

/** Who has a match and no offer is told nothing of offers. */
function offers(t: PublicTranslate, { proposals, pairs }: OwnPage): SafeHtml | string {
  const open = proposals.filter(({ state }) => state === 'offered')
  if (open.length === 0 && pairs.length > 0) return ''
  return html`<h2>${t('self.offers')}</h2>
    ${
      open.length === 0
        ? html`<p>${t('self.noOffers')}</p>`
        : html`<ul class="card-list nobullet-list no-max-width">
            ${open.map(
              ({ id, otherName }) =>
                html`<li class="panel">
                  <a class="button button-primary" href="/me/proposals/${id}"
                    >${t('self.see', { name: firstName(otherName) })}</a
                  >
                </li>`,
            )}
          </ul>`
    }`
}

/** Each pair with its meetings; a meeting of no open pair stands alone. */
function pairs(frame: PublicFrame, own: OwnPage): SafeHtml {
  const isOf = ({ matches }: OwnMeeting, { id }: OwnPair) =>
    matches.some(({ matchId }) => matchId === id)
  const others = own.meetings.filter((meeting) => !own.pairs.some((pair) => isOf(meeting, pair)))
  return html`${own.pairs.map((pair) =>
    pairSection(
      frame,
      pair,
      meetingList(
        frame,
        own.meetings.filter((meeting) => isOf(meeting, pair)),
      ),
    ),
  )}
  ${
    own.pairs.length > 0 && others.length === 0
      ? ''
      : html`<h2>${frame.t('self.meetings')}</h2>
          ${meetingList(frame, others)}`
  }`
}

function roleSection(frame: PublicFrame, role: RoleRow, own: OwnPage): SafeHtml {
  const { t } = frame
  const hasProfile = !['contacted', 'interested', 'not_interested', 'no_answer'].includes(
    role.state,
  )
  return html`<section class="panel" aria-labelledby="role-${role.id}">
    <h3 id="role-${role.id}">
      ${t.dynamic(`people.role.${role.role}`)}: ${t.dynamic(`people.state.${role.state}`)}
    </h3>
    <p><bdi lang="da">${role.programmeName}</bdi></p>
    ${
      hasProfile
        ? html`<p>
            <a class="button button-secondary" href="/me/roles/${role.id}/profile"
              >${t('self.profile')}</a
            >
          </p>`
        : ''
    }
    ${recordSection(t, role, own)}
    ${mayMove(role.role, role.state, 'paused') ? pauseForm(frame, role, own) : ''}
    ${role.state === 'paused' ? returnForm(frame, role) : ''}
    ${mayMove(role.role, role.state, 'left') ? leaveForm(frame, role, own.proposals) : ''}
  </section>`
}

/** A mentor's interview and requirements as coordinators see them, without coordinators' notes. */
function recordSection(t: PublicTranslate, role: RoleRow, own: OwnPage): SafeHtml | string {
  const requirements = own.requirements.filter(({ enrolmentId }) => enrolmentId === role.id)
  const interview = own.interviews.find(({ enrolmentId }) => enrolmentId === role.id)
  if (requirements.length === 0 && interview === undefined) return ''
  const today = own.now.toZonedDateTimeISO(zone).toPlainDate()
  return html`<h4>${t('requirements.section')}</h4>
    ${interviewLine(t, interview)}
    ${
      requirements.length === 0
        ? ''
        : html`<dl>
            ${requirements.map(
              (requirement) =>
                html`<dt>${t.dynamic(`requirements.kind.${requirement.kind}`)}</dt>
                  <dd>${statusOf(t, requirement, today)}</dd>`,
            )}
          </dl>`
    }`
}

function pauseForm(frame: PublicFrame, role: RoleRow, { proposals, state }: OwnPage): SafeHtml {
  const { t } = frame
  return html`<details ${state.problems.length > 0 ? html`open` : ''}>
    <summary>${t('self.pause.title')}</summary>
    <form method="post" action="/me/roles/${role.id}/pause" novalidate>
      ${formToken(frame)}
      ${textField(t, state, {
        name: 'until',
        id: `until-${role.id}`,
        label: t('self.pause.until'),
        hint: t('self.pause.hint'),
        type: 'date',
      })}
      ${proposals.some(isMatchOf(role.id)) ? pairChoice(t, state, `pair-${role.id}`) : ''}
      <button class="button button-primary" type="submit">${t('self.pause.do')}</button>
    </form>
  </details>`
}

function returnForm(frame: PublicFrame, role: RoleRow): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="/me/roles/${role.id}/return">
    ${formToken(frame)}
    <p>
      ${
        role.pausedUntil === null
          ? t('self.pause.since')
          : t('self.pause.through', { day: formatDay(t.locale, role.pausedUntil) })
      }
    </p>
    <button class="button button-primary" type="submit">${t('self.return')}</button>
  </form>`
}

function leaveForm(frame: PublicFrame, role: RoleRow, proposals: OwnProposalRow[]): SafeHtml {
  const { t } = frame
  const isMatched = proposals.some(isMatchOf(role.id))
  const isAsked = proposals.some(isOfferTo(role.id))
  return html`<details>
    <summary>${t('self.leave.title')}</summary>
    <p>${t(isMatched ? 'self.leave.bound' : isAsked ? 'self.leave.asked' : 'self.leave.text')}</p>
    <form method="post" action="/me/roles/${role.id}/leave">
      ${formToken(frame)}
      <button class="button button-secondary" type="submit">${t('self.leave.do')}</button>
    </form>
  </details>`
}

/** Where somebody asks for a link to their own page. */
export function linkPage(frame: PublicFrame, state: FormState): string {
  const { t } = frame
  const title = t('self.link.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { email: 'people.form.email' })}
      <p class="font-lead">${t('self.link.lead')}</p>
      <form method="post" action="/link" novalidate>
        ${formToken(frame)}
        ${textField(t, state, {
          name: 'email',
          label: t('people.form.email'),
          type: 'email',
          autocomplete: 'email',
          required: true,
          maxLength: 254,
        })}
        <button class="button button-primary" type="submit">${t('self.link.send')}</button>
      </form>
      <p>${t('self.link.noMail')}</p>`,
  )
}

/** The answer to every request, with the word for people who read the mail on another device. */
export function linkSentPage(frame: PublicFrame, word: string | undefined): string {
  const { t } = frame
  const title = t('self.link.title')
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${t('self.link.sent')}</p>
      ${
        word === undefined
          ? ''
          : html`<p>${t('self.link.word')}</p>
              <p><strong class="word" dir="ltr">${word}</strong></p>`
      }
      <p>${t('self.link.noMail')}</p>`,
  )
}
