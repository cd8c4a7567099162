import { formatList, formatMoment, formatTime } from '../../locales/format.ts'
import type { Translate } from '../../locales/translate.ts'
import { errorSummary, type FormState, formTitle } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { page } from '../../web/layout.ts'
import { answering, answerLabels } from './answers/desk.ts'
import { cancelForm, changeLabels, changing, removeForm } from './changes/views.ts'
import type { RecordRow } from './records/sql.ts'
import { recording, recordLabels } from './records/views.ts'
import type { MeetingRow } from './sql.ts'
import { shownState } from './state.ts'

export interface MeetingPage {
  meeting: MeetingRow
  records: readonly RecordRow[]
  /** The names of colleagues, by which they are known in records. */
  colleagues: ReadonlyMap<string, string>
  now: Temporal.Instant
  state: FormState
}

export function meetingPage(frame: Frame, shown: MeetingPage): string {
  const { t } = frame
  const { meeting, now, state } = shown
  const title = t.dynamic(`meetings.type.${meeting.type}`)
  const isAhead =
    meeting.state === 'scheduled' && Temporal.Instant.compare(meeting.startsAt, now) > 0
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { ...recordLabels, ...changeLabels, ...answerLabels })}
      <p class="font-lead">
        ${t('meetings.fromTo', {
          from: formatMoment(t.locale, meeting.startsAt),
          to: formatTime(t.locale, meeting.endsAt),
        })}
      </p>
      <p><bdi lang="da">${meeting.venue}</bdi></p>
      <p>
        ${t('meetings.page.state', {
          state: t.dynamic(`meetings.state.${shownState(meeting, now)}`),
        })}
        ${cancellation(t, meeting)}
      </p>
      ${needs(t, meeting)}
      <h2>${t('meetings.page.participants')}</h2>
      <ul class="card-list nobullet-list no-max-width">
        ${meeting.matches.map((match) => pair(frame, meeting, match, isAhead))}
      </ul>
      ${recording(frame, meeting, now, state)}
      ${isAhead ? html`${answering(frame, meeting, state)} ${changing(frame, meeting, state)}` : ''}
      ${
        meeting.state === 'scheduled' && !isAhead
          ? cancelForm(frame, meeting, state, { hasBegun: true })
          : ''
      }
      ${history(t, shown)}
      <p><a href="/meetings/${meeting.id}/concern">${t('concerns.desk.title')}</a></p>`,
  )
}

/** Who belongs to whom, and what each answered or whether they were there. */
function pair(
  frame: Frame,
  meeting: MeetingRow,
  match: MeetingRow['matches'][number],
  isAhead: boolean,
): SafeHtml {
  const { t } = frame
  const people = [match.mentorPersonId, match.menteePersonId].flatMap(
    (id) => meeting.participants.find((participant) => participant.id === id) ?? [],
  )
  return html`<li class="panel">
    <h3>
      <a href="/matches/${match.id}"
        ><bdi>${match.mentorName}</bdi> + <bdi>${match.menteeName}</bdi></a
      >
    </h3>
    <ul>
      ${people.map((person) => html`<li><bdi>${person.name}</bdi>: ${status(t, meeting, person)}</li>`)}
    </ul>
    ${isAhead && meeting.matches.length > 1 ? removeForm(frame, meeting, match.id) : ''}
  </li>`
}

type Person = MeetingRow['participants'][number]

function status(t: Translate, meeting: MeetingRow, person: Person): string {
  if (person.attendance !== 'unknown') return t.dynamic(`meetings.attendance.${person.attendance}`)
  const wishes = person.wishes.map((wish) => formatMoment(t.locale, Temporal.Instant.from(wish)))
  const said = [
    t(`meetings.answers.${person.answer}`),
    ...(wishes.length > 0
      ? [t('meetings.answers.wishes', { times: formatList(t.locale, wishes) })]
      : []),
    ...(person.answerChannel === null
      ? []
      : [
          t('meetings.answers.by', {
            channel: t.dynamic(`people.channel.${person.answerChannel}`),
          }),
        ]),
    ...(person.fastAnswer ? [t('meetings.answers.fast')] : []),
    ...(person.hasNoMail && meeting.state === 'scheduled' ? [t('meetings.answers.noMail')] : []),
  ]
  return said.join(' ')
}

function cancellation(t: Translate, meeting: MeetingRow): string {
  const { cancelledReason, cancelledSide, noticeHours } = meeting
  if (cancelledReason === null) return ''
  return [
    `${t.dynamic(`meetings.cancelled.${cancelledReason}` as 'meetings.cancelled.other')}.`,
    ...(cancelledSide === null
      ? []
      : [t('meetings.cancelled.by', { side: t(`meetings.side.${cancelledSide}`) })]),
    ...(noticeHours === null ? [] : [t('meetings.cancelled.notice', { hours: noticeHours })]),
  ].join(' ')
}

function needs(t: Translate, { interpreter, childCare }: MeetingRow): SafeHtml | string {
  const needed = [
    ...(interpreter ? [t('meetings.plan.interpreter')] : []),
    ...(childCare ? [t('meetings.plan.childCare')] : []),
  ]
  return needed.length === 0 ? '' : html`<p>${needed.join('. ')}.</p>`
}

/** What happened, the newest first: records and corrections, cancellation, move, plan. */
function history(t: Translate, { meeting, records, colleagues }: MeetingPage): SafeHtml {
  const by = (actor: string | null) =>
    actor === null ? '' : (colleagues.get(actor) ?? t.dynamic(`meetings.actor.${kindOf(actor)}`))
  const events = [
    ...records.map(({ outcome, recordedAt, recordedBy }, place) => ({
      at: recordedAt,
      text: t(
        place < records.length - 1 ? 'meetings.history.corrected' : 'meetings.history.recorded',
        {
          state: t(`meetings.state.${outcome as 'held' | 'no_show'}`),
          by: by(recordedBy),
        },
      ),
    })),
    ...(meeting.cancelledAt === null
      ? []
      : [
          {
            at: meeting.cancelledAt,
            text: t('meetings.history.cancelled', { by: by(meeting.cancelledBy) }),
          },
        ]),
    ...(meeting.movedAt === null
      ? []
      : [{ at: meeting.movedAt, text: t('meetings.history.moved') }]),
    { at: meeting.createdAt, text: t('meetings.history.planned', { by: by(meeting.createdBy) }) },
  ]
  return html`<h2>${t('meetings.history.title')}</h2>
    <ul>
      ${events.map(({ at, text }) => html`<li>${formatMoment(t.locale, at)}: ${text}</li>`)}
    </ul>`
}

function kindOf(actor: string): 'staff' | 'person' | 'client' | 'system' {
  const kind = actor.split(':')[0]
  return kind === 'staff' || kind === 'person' || kind === 'client' ? kind : 'system'
}
