import { formatDay, formatList, formatMoment } from '../../locales/format.ts'
import { zone } from '../../locales/zone.ts'
import type { Translate } from '../../locales/translate.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, notShown, page } from '../../web/layout.ts'
import type { TaskList } from './sql.ts'

type TaskRow = TaskList['rows'][number]

export function tasksPage(frame: Frame, tasks: TaskList, now: Temporal.Instant): string {
  const { t } = frame
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return page(
    frame,
    t('tasks.title'),
    html`<h1>${t('tasks.title')}</h1>
      ${
        tasks.count === 0
          ? html`<p class="font-lead">${t('tasks.empty')}</p>`
          : html`<p class="font-lead">${t('tasks.lead')}</p>
              <ul class="card-list nobullet-list no-max-width">
                ${tasks.rows.map((task) => html`<li class="panel">${card(frame, task, today)}</li>`)}
              </ul>
              ${notShown(t, tasks.count - tasks.rows.length)}`
      }`,
  )
}

function card(frame: Frame, task: TaskRow, today: Temporal.PlainDate): SafeHtml {
  const { t } = frame
  const names = task.people.map(({ name }) => name)
  const about = html`<span class="sr-only"> <bdi>${formatList(t.locale, names)}</bdi></span>`
  return html`<h2 class="h3">${sentence(t, task)}</h2>
    <p>
      ${task.people.map(
        ({ enrolmentId, name, role }) =>
          html`<a href="/people/${enrolmentId}"><bdi>${name}</bdi></a> –
            ${t.dynamic(`people.role.${role}`)}. `,
      )}
      ${
        task.meetingStartsAt === null
          ? ''
          : t('tasks.meeting', { at: formatMoment(t.locale, task.meetingStartsAt) })
      }
      ${due(t, task.dueOn, today)}
    </p>
    <div class="actions">
      <a class="button button-primary" href="${addressOf(task)}"
        >${t(`tasks.show.${subjectOf(task)}`)}${about}</a
      >
      <form method="post" action="/tasks/${task.id}/done">
        ${formToken(frame)}
        <button class="button button-secondary" type="submit">${t('tasks.done')}${about}</button>
      </form>
    </div>`
}

/** What a coordinator opens to deal with the task. */
function subjectOf(task: TaskRow): 'concern' | 'meeting' | 'match' | 'mail' | 'person' {
  if (task.concernId !== null) return 'concern'
  if (task.meetingId !== null) return 'meeting'
  if (task.matchId !== null) return 'match'
  return task.mailId === null ? 'person' : 'mail'
}

function addressOf(task: TaskRow): string {
  return {
    concern: `/concerns/${task.concernId}`,
    meeting: `/meetings/${task.meetingId}`,
    match: `/matches/${task.matchId}`,
    mail: `/mail/${task.mailId}`,
    person: `/people/${task.enrolmentId}`,
  }[subjectOf(task)]
}

function sentence(t: Translate, task: TaskRow): string {
  const requirement =
    task.requirement === null ? '' : t.dynamic(`requirements.kind.${task.requirement}`)
  return t.dynamic(`tasks.kind.${task.kind}`, { requirement })
}

function due(t: Translate, day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const isOver = Temporal.PlainDate.compare(day, today) < 0
  return t(isOver ? 'tasks.since' : 'tasks.by', { day: formatDay(t.locale, day) })
}
