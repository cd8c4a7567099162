import type { FastifyInstance } from 'fastify'
import { Problem, type ProblemType, problems } from '../problems.ts'
import { type PublicFrame, publicFrameOf } from './frame.ts'
import { html, type SafeHtml } from './html.ts'
import { page } from './layout.ts'
import { sendPage } from './pages.ts'

/** A refusal as a page: what happened, what to do, and the request id to quote. */
export function problemPage(
  frame: PublicFrame,
  problem: Problem | undefined,
  requestId: string,
): string {
  const { t } = frame
  const type = problem?.type ?? 'internal'
  const title = t.dynamic(`problem.${type}.title`)
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${advice(frame, type)}</p>
      ${
        problem?.type === 'requirement-missing'
          ? html`<ul>
              ${problem.fields.map(({ code }) => html`<li>${t.dynamic(`form.error.${code}`)}</li>`)}
            </ul>`
          : ''
      }
      ${type === 'step-up-required' ? confirmLink(frame) : ''}
      ${
        type === 'sign-in-refused' || type === 'issuer-unavailable'
          ? html`<p><a href="/sign-in">${t('account.signIn.title')}</a></p>`
          : ''
      }
      ${
        type === 'link-expired' && frame.path.startsWith('/sign-in/')
          ? html`<p><a href="/link">${t('account.link.again')}</a></p>`
          : ''
      }
      <p><a href="/">${t('problem.page.home')}</a></p>
      <p class="small-text">${t('problem.page.number', { id: requestId })}</p>`,
  )
}

/** What to do about it; of a question that is over there is nothing to ask the library for. */
function advice({ t, path }: PublicFrame, type: ProblemType | 'internal'): string {
  const isQuestion = path.startsWith('/m/') || path.startsWith('/me/')
  return type === 'link-expired' && isQuestion
    ? t('problem.link-expired.question')
    : t.dynamic(`problem.${type}.advice`)
}

/** Leads to the confirmation, and back to the section of the form. */
function confirmLink({ t, path }: PublicFrame): SafeHtml {
  const next = encodeURIComponent(`/${path.split('/')[1] ?? ''}`)
  return html`<p>
    <a class="button button-primary" href="/confirm?next=${next}">${t('account.confirm.submit')}</a>
  </p>`
}

/** The page of each problem, where the `type` of an API refusal leads. */
export function problemPages(app: FastifyInstance): void {
  app.get('/problems/:type', { config: { policy: 'public' } }, async (request, reply) => {
    const { type } = request.params as { type: string }
    if (!isProblemType(type)) throw new Problem('not-found')
    return sendPage(reply, explanationPage(publicFrameOf(request), type))
  })
}

function isProblemType(type: string): type is ProblemType | 'internal' {
  return type === 'internal' || Object.hasOwn(problems, type)
}

function explanationPage(frame: PublicFrame, type: ProblemType | 'internal'): string {
  const { t } = frame
  const title = t.dynamic(`problem.${type}.title`)
  const status = type === 'internal' ? 500 : problems[type]
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${advice(frame, type)}</p>
      <p class="small-text">${status} ${type}</p>`,
  )
}
