import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Part } from '../../matching/types.ts'
import type { Api } from '../../web/api.ts'
import { recordAccess } from '../audit/record.ts'
import { answerProposal } from './answer.ts'
import { approveProposal } from './approve.ts'
import { rejectProposal } from './reject.ts'
import {
  AnswerForParty,
  AnswerView,
  ListProposals,
  ProposalId,
  ProposalView,
  proposalStates,
  RejectProposal,
} from './schema.ts'
import { listProposals, type ProposalRow, readProposal } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function proposalApi(api: Api, ctx: Context): void {
  api.get(
    '/proposals',
    {
      config: forCoordinators,
      schema: {
        tags: ['Proposals'],
        summary: 'Proposals with their scores and reasons, best first; at most 200',
        querystring: ListProposals,
        response: { 200: z.object({ data: z.array(ProposalView) }) },
      },
    },
    async (request) => {
      const { state } = request.query
      const rows = await transact(actingAs(ctx, request.actor), async (ctx) => {
        const states = state === undefined ? proposalStates : [state]
        const { rows } = await listProposals(ctx.db, states)
        const people = rows.flatMap((row) => [row.mentorPersonId, row.menteePersonId])
        await recordAccess(ctx, 'person-listed', people)
        return rows
      })
      return { data: rows.map(proposalView) }
    },
  )

  api.get(
    '/proposals/:id',
    {
      config: forCoordinators,
      schema: {
        tags: ['Proposals'],
        summary: 'One proposal',
        params: ProposalId,
        response: { 200: ProposalView },
      },
    },
    async (request) =>
      proposalView(
        await transact(actingAs(ctx, request.actor), async (ctx) => {
          const row = await readProposal(ctx.db, request.params.id)
          await recordAccess(ctx, 'person-viewed', [row.mentorPersonId, row.menteePersonId])
          return row
        }),
      ),
  )

  api.post(
    '/proposals/:id/approval',
    {
      config: forCoordinators,
      schema: {
        tags: ['Proposals'],
        summary: 'Approve a draft: both people are asked by mail',
        params: ProposalId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await approveProposal(actingAs(ctx, request.actor), request.params.id)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/proposals/:id/rejection',
    {
      config: forCoordinators,
      schema: {
        tags: ['Proposals'],
        summary: 'Reject a draft with a reason; the pair is not proposed again',
        params: ProposalId,
        body: RejectProposal,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await rejectProposal(actingAs(ctx, request.actor), request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/proposals/:id/answers',
    {
      config: forCoordinators,
      schema: {
        tags: ['Proposals'],
        summary: 'Record an answer that a party gave by phone; the second yes opens the match',
        params: ProposalId,
        body: AnswerForParty,
        response: { 201: AnswerView },
      },
    },
    async (request, reply) => {
      const { party, ...command } = request.body
      const by = actingAs(ctx, request.actor)
      return reply.code(201).send(await answerProposal(by, request.params.id, party, command))
    },
  )
}

function proposalView(row: ProposalRow): z.input<typeof ProposalView> {
  return {
    id: row.id,
    state: row.state,
    score: row.score,
    parts: (row.explanation as unknown as { parts: Part[] }).parts,
    mentor: { enrolmentId: row.mentorId, name: row.mentorName, answer: row.mentorAnswer },
    mentee: { enrolmentId: row.menteeId, name: row.menteeName, answer: row.menteeAnswer },
  }
}
