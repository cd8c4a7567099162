import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import { translate } from '../../locales/translate.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import {
  alternativeView,
  explanationView,
  outcomeView,
  pairSeenView,
  unmatchedView,
} from './ask/api-views.ts'
import { askWhatIf } from './ask/ask-what-if.ts'
import { cancelRun } from './queue/cancel.ts'
import { explainRun } from './ask/explain.ts'
import { findAlternatives } from './ask/find-alternatives.ts'
import { unmatchedOf } from './ask/run-cache.ts'
import { namedBy, readLinks } from './ask/links.ts'
import { runMatching } from './queue/run.ts'
import {
  AlternativeView,
  AskWhatIf,
  ExplanationView,
  OutcomeView,
  PairSeenView,
  RunId,
  RunMatching,
  RunView,
  PairsQuery,
  UnmatchedQuery,
  WhyNotView,
} from './schema.ts'
import { explainPairs } from './ask/explain-pairs.ts'
import { explainUnmatched } from './ask/explain-unmatched.ts'
import { listProposalIds, readAnswer } from './sql.ts'
import { changedPairsOf, peopleInPairs } from './ask/what-if/changed-pairs.ts'

const forCoordinators = { policy: 'coordinator' } as const
const pairsAtOnce = 200

export function runApi(api: Api, ctx: Context): void {
  api.post(
    '/match-runs',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Propose the best pairs of everyone who is ready, with a proof',
        description: 'A small pool is solved at once, a large one by a worker: poll the run.',
        body: RunMatching,
        response: { 201: RunView },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const by = actingAs(ctx, actor)
      const id = await runMatching(by, municipalityOf(actor), body)
      return reply.code(201).send(await readRunView(by, id))
    },
  )

  api.get(
    '/match-runs/:id',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'A run: its progress, and its result',
        params: RunId,
        response: { 200: RunView },
      },
    },
    async (request) => readRunView(actingAs(ctx, request.actor), request.params.id),
  )

  api.post(
    '/match-runs/:id/cancellation',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Cancel a run that is queued or running',
        params: RunId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await cancelRun(actingAs(ctx, request.actor), request.params.id)
      return reply.code(204).send(null)
    },
  )

  api.get(
    '/match-runs/:id/explanation',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Why people have no proposal, whom to recruit, and the fairness of the run',
        params: RunId,
        response: { 200: ExplanationView },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      return explanationView(translate(request.locale), await explainRun(by, request.params.id))
    },
  )

  api.post(
    '/match-runs/:id/what-if',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'The same pool under other settings, side by side; nothing is written',
        params: RunId,
        body: AskWhatIf,
        response: { 200: z.object({ data: z.array(OutcomeView) }) },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      const outcomes = await askWhatIf(by, request.params.id, request.body)
      const moved = outcomes.flatMap(({ changes }) => peopleInPairs(changedPairsOf(changes)))
      const links = await transact(by, (ctx) => readLinks(ctx, moved))
      return { data: outcomes.map((outcome) => outcomeView(outcome, links)) }
    },
  )

  api.get(
    '/match-runs/:id/unmatched',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Why people have no proposal, and the smallest change that would help each',
        description: 'One page, mentees first; after the last page, the last one.',
        params: RunId,
        querystring: UnmatchedQuery,
        response: {
          200: z.object({
            count: z.int(),
            page: z.int(),
            pages: z.int(),
            data: z.array(WhyNotView),
          }),
        },
      },
    },
    async (request) => {
      const { id } = request.params
      const seen = await explainUnmatched(actingAs(ctx, request.actor), id, request.query.page)
      const { count, page, pages } = seen
      return { count, page, pages, data: unmatchedView(translate(request.locale), seen) }
    },
  )

  api.get(
    '/match-runs/:id/pairs',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Every possible pair of a person: its score in parts, or why it is not possible',
        description: `${pairsAtOnce} per page, the proposed first.`,
        params: RunId,
        querystring: PairsQuery,
        response: { 200: z.object({ count: z.int(), data: z.array(PairSeenView) }) },
      },
    },
    async (request) => {
      const asked = { ...request.query, pairsAtOnce }
      const seen = await explainPairs(actingAs(ctx, request.actor), request.params.id, asked)
      const t = translate(request.locale)
      return { count: seen.count, data: seen.pairs.map((pair) => pairSeenView(t, pair, seen)) }
    },
  )

  api.get(
    '/proposals/:id/alternatives',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Other mentors for the mentee, and the change of the run’s total with each',
        params: RunId,
        response: { 200: z.object({ data: z.array(AlternativeView) }) },
      },
    },
    async (request) => {
      const t = translate(request.locale)
      const found = await findAlternatives(actingAs(ctx, request.actor), request.params.id)
      return { data: found.alternatives.map((one) => alternativeView(t, one, found.nameOf)) }
    },
  )
}

async function readRunView(ctx: Context, id: string): Promise<z.input<typeof RunView>> {
  const { run, proposals, enrolmentOf } = await transact(ctx, async (ctx) => {
    const run = await readAnswer(ctx.db, id)
    const people = [
      ...unmatchedOf(run.result).map(({ id }) => id),
      ...run.leftOut.flatMap(({ mentor, mentee }) => [mentor, mentee]),
    ]
    return {
      run,
      proposals: await listProposalIds(ctx.db, id),
      ...namedBy(await readLinks(ctx, people)),
    }
  })
  const { result } = run
  return {
    id,
    state: run.state,
    phase: run.phase,
    percent: run.percent,
    proposals,
    leftOut: run.leftOut.map(({ mentor, mentee, why }) => ({
      mentor: enrolmentOf('mentor', mentor),
      mentee: enrolmentOf('mentee', mentee),
      why,
    })),
    ...(result && {
      version: result.version,
      matched: result.matched,
      total: result.total,
      bound: result.bound,
      proof: result.proof,
      unmatched: unmatchedOf(result).map((person) => ({
        enrolmentId: enrolmentOf(person.role, person.id),
        role: person.role,
        why: person.why,
        reasons: [...person.reasons],
      })),
    }),
  }
}
