import { z } from 'zod'
import { actingAs, type Context } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { readRecord } from './read-record.ts'
import { AuditView, ListAudit } from './schema.ts'

const entriesPerAnswer = 200

export function auditApi(api: Api, ctx: Context): void {
  api.get(
    '/audit',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['Audit'],
        summary: 'Changes to people and views of their data, newest first',
        querystring: ListAudit,
        response: {
          200: z.object({
            data: z.array(AuditView),
            next: z
              .string()
              .nullable()
              .meta({ description: 'Value of `before` for the next page.' }),
          }),
        },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      const entries = await readRecord(by, request.query, entriesPerAnswer)
      const last = entries.length === entriesPerAnswer ? entries.at(-1) : undefined
      return {
        data: entries.map(({ clientName, actorName, ...entry }) => ({
          ...entry,
          actorName: actorName ?? clientName,
          at: entry.at.toString(),
        })),
        next: last?.id ?? null,
      }
    },
  )
}
