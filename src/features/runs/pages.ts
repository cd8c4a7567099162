import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact, type Work } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { Id } from '../../web/fields.ts'
import { type FormBody, one } from '../../web/form.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordLooks } from '../audit/record.ts'
import { askWhatIf, type WhatIf } from './ask-what-if.ts'
import { cancelRun } from './work/cancel.ts'
import { explainRun, linksByPerson } from './explain.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findPersonPage, pairsPage } from './pairs/views.ts'
import { runMatching } from './run.ts'
import { runPage } from './run-page.ts'
import { AskWhatIf, RunMatching } from './schema.ts'
import { seePairs } from './see-pairs.ts'
import { listNames, readPairNames, readRun, readRunState } from './sql.ts'
import { alternativesPage, progressPage } from './views.ts'
import { formProblems, variantsFromForm } from './what-if/form.ts'
import { whatIfPage } from './what-if/views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function runPages(app: FastifyInstance, ctx: Context): void {
  app.post('/runs', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const id = await runMatching(by, municipalityOf(request.actor), RunMatching.parse({}))
    const { state } = await transact(by, (ctx) => readRunState(ctx.db, id))
    // What was solved at once is waiting in the queue; otherwise the run shows how far it is.
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
    const { weights, wanted } = await transact(by, (ctx) => readWanted(ctx, runId))
    const { variants, numbers } = variantsFromForm(values, weights)
    let compared: WhatIf | undefined
    const problems =
      variants.length === 0
        ? undefined
        : await submit(AskWhatIf, { variants }, async (command) => {
            compared = await askWhatIf(by, runId, command)
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
      const found = await transact(by, (ctx) => findPeople(ctx, runId, one(values, 'name') ?? ''))
      const state = { values, problems: [] }
      return sendPage(reply, findPersonPage(frameOf(request), runId, { state, ...found }))
    }
    const seen = await seePairs(by, runId, person.data)
    const pages = Math.max(1, Math.ceil(seen.pairs.length / pairsAtOnce))
    const asked = Number(one(values, 'page') ?? 1)
    const page = Number.isInteger(asked) ? Math.min(pages, Math.max(1, asked)) : 1
    const shown = seen.pairs.slice((page - 1) * pairsAtOnce, page * pairsAtOnce)
    return sendPage(reply, pairsPage(frameOf(request), { runId, seen, shown, page, pages }))
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

const pairsAtOnce = 30
const peopleAtOnce = 50
const mostWanted = 20

/** The weights of a run, and the mentors whose places are all wanted, the dearest first. */
async function readWanted({ db }: Work, runId: string) {
  const { result, state, pool } = await readRun(db, runId)
  if (result === null) throw new Problem('state-conflict', { state })
  const dearest = result.prices.mentors
    .filter(({ price }) => price > 0)
    .toSorted((a, b) => b.price - a.price)
    .slice(0, mostWanted)
  const people = linksByPerson(
    await listNames(
      db,
      dearest.map(({ id }) => id),
    ),
  )
  const wanted = dearest.flatMap(({ id }) => people.get(`mentor:${id}`) ?? [])
  return { weights: pool.settings.weights, wanted }
}

/** People of a run by a part of their name; without one, the first of all. */
async function findPeople(ctx: Work, runId: string, name: string) {
  const { pool } = await readRun(ctx.db, runId)
  const roles = {
    mentor: new Set(pool.mentors.map(({ id }) => id)),
    mentee: new Set(pool.mentees.map(({ id }) => id)),
  }
  const wanted = name.toLocaleLowerCase('da')
  const people = (await listNames(ctx.db, [...roles.mentor, ...roles.mentee]))
    .filter(({ role, personId }) => roles[role].has(personId))
    .filter((person) => person.name.toLocaleLowerCase('da').includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'))
  const shown = people.slice(0, peopleAtOnce)
  await recordLooks(
    ctx,
    'person-listed',
    shown.map(({ personId }) => personId),
  )
  return { count: people.length, people: shown }
}
