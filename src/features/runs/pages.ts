import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { translate } from '../../locales/translate.ts'
import { type FormBody, numberOrText, one } from '../../web/form.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { askWhatIf } from './ask-what-if.ts'
import { cancelRun } from './cancel.ts'
import { explainRun } from './explain.ts'
import { findAlternatives } from './find-alternatives.ts'
import { runMatching } from './run.ts'
import { AskWhatIf, RunMatching } from './schema.ts'
import { readPairNames, readRun } from './sql.ts'
import { alternativesPage, progressPage, runPage } from './views.ts'
import type { Outcome } from '../../matching/what-if.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function runPages(app: FastifyInstance, ctx: Context): void {
  app.post('/runs', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const id = await runMatching(by, municipalityOf(request.actor), RunMatching.parse({}))
    const { state } = await transact(by, (ctx) => readRun(ctx.db, id))
    // What was solved at once is waiting in the queue; otherwise the run shows how far it is.
    return reply.redirect(state === 'done' ? '/proposals' : `/runs/${id}`, 303)
  })

  app.get('/runs/:id', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const run = await transact(by, (ctx) => readRun(ctx.db, idOf(request)))
    if (run.result === null) return sendPage(reply, progressPage(frameOf(request), run))
    const values = request.query as FormBody
    let outcomes: Outcome[] = []
    const variant = variantFrom(values, run.pool.settings.weights, request.locale)
    const problems =
      variant === undefined
        ? undefined
        : await submit(AskWhatIf, { variants: [variant] }, async (command) => {
            outcomes = await askWhatIf(by, run.id, command)
          })
    const explained = await explainRun(by, run.id)
    const state = { values, problems: problems ?? [] }
    if (problems !== undefined) reply.code(422)
    return sendPage(reply, runPage(frameOf(request), explained, { state, outcomes }))
  })

  app.post('/runs/:id/cancel', forCoordinators, async (request, reply) => {
    await cancelRun(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect(`/runs/${idOf(request)}`, 303)
  })

  app.get('/proposals/:id/alternatives', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const pair = await transact(by, (ctx) => readPairNames(ctx.db, idOf(request)))
    const found = await findAlternatives(by, idOf(request))
    return sendPage(reply, alternativesPage(frameOf(request), pair, found))
  })
}

/** The comparison asked for in the address; nothing when none is. */
function variantFrom(
  values: FormBody,
  weights: Record<string, number>,
  locale: Parameters<typeof translate>[0],
): object | undefined {
  const objective = one(values, 'objective')
  const waiting = numberOrText(values, 'waiting')
  if (objective === undefined && waiting === undefined) return undefined
  const t = translate(locale)
  const percent = typeof waiting === 'number' ? waiting / 100 : waiting
  return {
    name: t('runs.whatIf.other'),
    objective,
    ...(waiting !== undefined && { weights: { ...weights, waiting: percent } }),
  }
}
