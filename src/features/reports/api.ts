import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Actor, actingAs, type Context } from '../../context.ts'
import { translate } from '../../locales/translate.ts'
import { Problem } from '../../problems.ts'
import type { Api } from '../../web/api.ts'
import { hasContent } from '../../web/etag.ts'
import { policies } from '../../web/guard.ts'
import { reportCsv } from './csv.ts'
import { describeReport } from './describe.ts'
import { measureReport } from './measure.ts'
import { type Audience, ExportReport, MeasureReport, StatisticsView } from './schema.ts'

const NotModified = z.undefined().meta({ description: 'The copy of the client is current.' })

export function reportApi(api: Api, ctx: Context): void {
  api.get(
    '/statistics',
    {
      config: { policy: 'statistics' },
      schema: {
        tags: ['Reports'],
        summary: "A municipality's numbers for a period",
        description:
          'Counts of people, pairs and meetings with their definitions. For the public, periods are whole months and small numbers are hidden.',
        querystring: MeasureReport,
        response: { 200: StatisticsView, 304: NotModified },
      },
    },
    async (request, reply) => {
      const view = await readStatistics(ctx, request, request.query)
      if (isKnown(request, reply, JSON.stringify(view))) return reply.code(304).send(undefined)
      return view
    },
  )

  api.get(
    '/statistics.csv',
    {
      config: { policy: 'statistics' },
      schema: {
        tags: ['Reports'],
        summary: 'The same numbers as a table, one line each',
        querystring: ExportReport,
        produces: ['text/csv'],
        response: { 200: z.string(), 304: NotModified },
      },
    },
    async (request, reply) => {
      const { dialect, ...query } = request.query
      const csv = reportCsv(await readStatistics(ctx, request, query), dialect)
      if (isKnown(request, reply, csv)) return reply.code(304).send(undefined)
      return sendCsv(reply, csv, query)
    },
  )
}

/** Sends a file named from validated values: no text that a user wrote gets into a header. */
export function sendCsv(
  reply: FastifyReply,
  csv: string,
  { municipality, from, to }: Pick<MeasureReport, 'municipality' | 'from' | 'to'>,
): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header(
      'content-disposition',
      `attachment; filename="makker-${municipality}-${from}-${to}.csv"`,
    )
    .send(csv)
}

async function readStatistics(
  ctx: Context,
  request: FastifyRequest,
  { lang: _, ...query }: MeasureReport,
): Promise<StatisticsView> {
  const report = await measureReport(actingAs(ctx, request.actor), {
    ...query,
    audience: audienceFor(request.actor, query.audience),
  })
  return describeReport(translate(request.locale), report)
}

/** The public's numbers by default; only coordinators may ask for internal ones. */
function audienceFor(actor: Actor, wanted: Audience = 'public'): Audience {
  if (wanted === 'internal' && !policies.coordinator(actor)) throw new Problem('not-allowed')
  return wanted
}

/** The report depends on the reader and their language; returns whether the client has it. */
function isKnown(request: FastifyRequest, reply: FastifyReply, content: string): boolean {
  reply.header('vary', 'Accept-Language, Authorization, Cookie')
  return hasContent(request, reply, content)
}
