import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { Id } from '../../web/fields.ts'
import { type FormBody, one } from '../../web/form.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { askWhatIf } from './ask/ask-what-if.ts'
import { cancelRun } from './queue/cancel.ts'
import { explainRun } from './ask/explain.ts'
import { findAlternatives } from './ask/find-alternatives.ts'
import { askThread } from './thread/in-thread.ts'
import { showPeople } from './ask/links.ts'
import { findPersonPage, pairsPage } from './ask/pairs/views.ts'
import { readFinishedRun } from './ask/read-finished-run.ts'
import { runMatching } from './queue/run.ts'
import { runPage } from './ask/run-page.ts'
import { AskWhatIf, RunMatching } from './schema.ts'
import { explainPairs } from './ask/explain-pairs.ts'
import { explainUnmatched } from './ask/explain-unmatched.ts'
import { findByName, readFinished, readPairNames, readRunState } from './sql.ts'
import { unmatchedPage } from './ask/unmatched-page.ts'
import { alternativesPage, progressPage } from './views.ts'
import { formProblems, variantsFromForm } from './ask/what-if/form.ts'
import { mostChangedPairs, changedPairsOf, peopleInPairs } from './ask/what-if/changed-pairs.ts'
import type { Compared } from './ask/what-if/side-by-side.ts'
import { whatIfPage } from './ask/what-if/views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function runPages(app: FastifyInstance, ctx: Context): void {
  app.post('/runs', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const id = await runMatching(by, municipalityOf(request.actor), RunMatching.parse({}))
    const { state } = await transact(by, (ctx) => readRunState(ctx.db, id))
    // A run that was solved at once has its drafts; otherwise the page shows its progress.
    return reply.redirect(state === 'done' ? '/proposals' : `/runs/${id}`, 303)
  })

  app.get('/runs/:id', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const run = await transact(by, (ctx) => readRunState(ctx.db, idOf(request)))
    if (run.state !== 'done') return sendPage(reply, progressPage(frameOf(request), run))
    return sendPage(reply, runPage(frameOf(request), await explainRun(by, run.id)))
  })

  app.get('/runs/:id/what-if', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const runId = idOf(request)
    const values = request.query as FormBody
    const { weights, wanted } = await readWanted(by, runId)
    const { variants, numbers } = variantsFromForm(values, weights)
    let compared: Compared | undefined
    const problems =
      variants.length === 0
        ? undefined
        : await submit(AskWhatIf, { variants }, async (command) => {
            const outcomes = await askWhatIf(by, runId, command)
            const moved = outcomes.flatMap(({ changes }) =>
              peopleInPairs(changedPairsOf(changes).slice(0, mostChangedPairs)),
            )
            const links = await transact(by, (ctx) => showPeople(ctx, moved))
            compared = { outcomes, ...links }
          })
    if (problems !== undefined) reply.code(422)
    const state = { values, problems: formProblems(problems ?? [], numbers) }
    return sendPage(
      reply,
      whatIfPage(frameOf(request), { runId, state, numbers, compared, wanted }),
    )
  })

  app.get('/runs/:id/pairs', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const runId = idOf(request)
    const values = request.query as FormBody
    const person = Id.safeParse(one(values, 'person'))
    if (!person.success) {
      const found = await findPeople(by, runId, one(values, 'name') ?? '')
      const state = { values, problems: [] }
      return sendPage(reply, findPersonPage(frameOf(request), runId, { state, ...found }))
    }
    const page = pageAsked(values)
    const seen = await explainPairs(by, runId, { enrolment: person.data, page, pairsAtOnce })
    return sendPage(reply, pairsPage(frameOf(request), { runId, seen, pairsAtOnce }))
  })

  app.get('/runs/:id/unmatched', forCoordinators, async (request, reply) => {
    const runId = idOf(request)
    const page = pageAsked(request.query as FormBody)
    const seen = await explainUnmatched(actingAs(ctx, request.actor), runId, page)
    return sendPage(reply, unmatchedPage(frameOf(request), runId, seen))
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

/** The requested page, by default the first. */
function pageAsked(values: FormBody): number {
  const asked = Number(one(values, 'page') ?? 1)
  return Number.isSafeInteger(asked) ? Math.max(1, asked) : 1
}

const pairsAtOnce = 30
const peopleAtOnce = 50
const mostWanted = 20

async function runRefOf(ctx: Context, runId: string) {
  const { key } = await transact(ctx, (ctx) => readFinished(ctx.db, runId))
  return { key, read: () => readFinishedRun(ctx, runId) }
}

/** The weights of a run, and the mentors whose places are all in demand, the most wanted first. */
async function readWanted(ctx: Context, runId: string) {
  const runRef = await runRefOf(ctx, runId)
  const { weights, dearest } = await askThread('wanted', runRef, { most: mostWanted })
  const { linkOf } = await transact(ctx, (ctx) => showPeople(ctx, dearest))
  return { weights, wanted: dearest.flatMap((id) => linkOf('mentor', id) ?? []) }
}

/** People of a run by a part of their name; without a name, the first ones. */
async function findPeople(ctx: Context, runId: string, name: string) {
  const ids = await askThread('people', await runRefOf(ctx, runId), {})
  return transact(ctx, async (ctx) => {
    const found = await findByName(ctx.db, ids, { name: name.trim(), most: peopleAtOnce })
    await recordAccess(
      ctx,
      'person-listed',
      found.people.map(({ personId }) => personId),
    )
    return found
  })
}
