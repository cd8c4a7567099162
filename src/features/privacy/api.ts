import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { recordAccess } from '../audit/record.ts'
import { giveConsent } from '../people/consent/give.ts'
import { erasePerson } from './erase.ts'
import { exportPerson } from './export-person.ts'
import { readPersonalData } from './read-personal-data.ts'
import { ChooseConsent, ConsentView, EnrolmentId, ExportView, WithdrawConsent } from './schema.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const config = { policy: 'coordinator' } as const
const tags = ['Privacy']
const params = EnrolmentId

export function privacyApi(api: Api, ctx: Context): void {
  api.get(
    '/enrolments/:id/consents',
    {
      config,
      schema: {
        tags,
        summary: 'The person’s consents with their exact words, and withdrawals',
        params,
        response: { 200: z.object({ data: z.array(ConsentView) }) },
      },
    },
    async (request) => {
      const { consents } = await dataOf(actingAs(ctx, request.actor), request.params.id)
      return {
        data: consents.map((consent) => ({
          ...consent,
          givenAt: consent.givenAt.toString(),
          withdrawnAt: consent.withdrawnAt?.toString() ?? null,
        })),
      }
    },
  )

  for (const [path, change, body, summary] of [
    ['consents', giveConsent, ChooseConsent, 'Record a consent the person gave in person'],
    [
      'consents/withdrawal',
      withdrawConsent,
      WithdrawConsent,
      'Record that the person takes a consent back',
    ],
  ] as const)
    api.post(
      `/enrolments/:id/${path}`,
      { config, schema: { tags, summary, params, body, response: { 204: z.null() } } },
      async (request, reply) => {
        const by = actingAs(ctx, request.actor)
        const { person } = await dataOf(by, request.params.id)
        await change(by, person.id, { ...request.body, way: 'in-person' })
        return reply.code(204).send(null)
      },
    )

  api.get(
    '/enrolments/:id/export',
    {
      config: { ...config, stepUp: true },
      schema: {
        tags,
        summary: 'Everything held about the person, as rows by table',
        params,
        response: { 200: ExportView },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      const { person } = await dataOf(by, request.params.id)
      return exportPerson(by, person.id)
    },
  )

  api.post(
    '/enrolments/:id/erasure',
    {
      config: { ...config, stepUp: true },
      schema: {
        tags,
        summary: 'Erase the person; only figures in reports remain. Idempotent',
        params,
        body: z.strictObject({}).meta({ examples: [{}] }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await erasePerson(actingAs(ctx, request.actor), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function dataOf(ctx: Context, enrolmentId: string) {
  return transact(ctx, async (ctx) => {
    const data = await readPersonalData(ctx, { enrolmentId })
    await recordAccess(ctx, 'person-viewed', [data.person.id])
    return data
  })
}
