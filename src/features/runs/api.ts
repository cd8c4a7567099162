import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import { costSentence, recruitSentences, whyNotSentences } from '../../locales/matching.ts'
import { type Translate, translate } from '../../locales/translate.ts'
import type { Alternative } from '../../matching/alternatives.ts'
import type { Role } from '../../matching/types.ts'
import type { Outcome } from '../../matching/what-if.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { askWhatIf } from './ask-what-if.ts'
import { cancelRun } from './cancel.ts'
import { explainRun, linksByPerson, type RunExplanation, unmatchedOf } from './explain.ts'
import { findAlternatives } from './find-alternatives.ts'
import { runMatching } from './run.ts'
import {
  AlternativeView,
  AskWhatIf,
  ExplanationView,
  OutcomeView,
  RunId,
  RunMatching,
  RunView,
} from './schema.ts'
import { listNames, listProposalIds, readRun } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function runApi(api: Api, ctx: Context): void {
  api.post(
    '/match-runs',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Propose the best pairs for everyone who is ready, proved best',
        description:
          'A small pool is answered at once, a large one by a worker: ask for the run again.',
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
        summary: 'A run: how far it is, and what it answered',
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
        summary: 'Stop a run that is queued or under way',
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
        summary:
          'Why people are without a proposal, whom to recruit, and how the run fell out for whom',
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
        summary: 'The same frozen pool under other terms, side by side; nothing is written',
        params: RunId,
        body: AskWhatIf,
        response: { 200: z.object({ data: z.array(OutcomeView) }) },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      const outcomes = await askWhatIf(by, request.params.id, request.body)
      return { data: outcomes.map(outcomeView) }
    },
  )

  api.get(
    '/proposals/:id/alternatives',
    {
      config: forCoordinators,
      schema: {
        tags: ['Runs'],
        summary: 'Other mentors for the mentee, and what each would cost everyone together',
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
  const { run, proposals, names } = await transact(ctx, async (ctx) => {
    const run = await readRun(ctx.db, id)
    const people = unmatchedOf(run.result).map((person) => person.id)
    return {
      run,
      proposals: await listProposalIds(ctx.db, id),
      names: linksByPerson(await listNames(ctx.db, people)),
    }
  })
  const { result } = run
  return {
    id,
    state: run.state,
    phase: run.phase,
    proposals,
    ...(result && {
      matched: result.matched,
      total: result.total,
      bound: result.bound,
      proof: result.proof,
      unmatched: unmatchedOf(result).map((person) => ({
        enrolmentId: names.get(`${person.role}:${person.id}`)?.enrolmentId ?? null,
        role: person.role,
        why: person.why,
        reasons: [...person.reasons],
      })),
    }),
  }
}

function explanationView(t: Translate, explained: RunExplanation): z.input<typeof ExplanationView> {
  return {
    whyNot: explained.whyNot.map((found) => ({
      role: found.role,
      enrolmentId: explained.enrolmentOf(found.role, found.id),
      text: whyNotSentences(t, found, explained.nameOf),
    })),
    recruit: explained.recruits.map((recruit) => ({
      text: recruitSentences(t, recruit),
      matched: recruit.gain.matched,
      total: recruit.gain.total,
    })),
    fairness: explained.fairness,
  }
}

function outcomeView(outcome: Outcome): z.input<typeof OutcomeView> {
  const { name, figures, changes } = outcome
  return {
    name,
    ...figures,
    same: changes.same,
    gone: changes.gone.length,
    come: changes.come.length,
  }
}

function alternativeView(
  t: Translate,
  alternative: Alternative,
  nameOf: (role: Role, id: string) => string,
): z.input<typeof AlternativeView> {
  return {
    mentor: nameOf('mentor', alternative.mentor),
    score: alternative.score.total,
    cost: { matched: alternative.cost.matched, total: alternative.cost.total },
    text: costSentence(t, alternative, nameOf),
  }
}
