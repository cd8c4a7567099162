import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { translate } from '../../locales/translate.ts'
import { Problem } from '../../problems.ts'
import { fieldProblems, type FormBody, one } from '../../web/form.ts'
import type { FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { sendPage, submit } from '../../web/pages.ts'
import { sendCsv } from './api.ts'
import { reportCsv } from './csv.ts'
import { describeReport } from './describe.ts'
import { measureReport, type Report } from './measure.ts'
import { ExportReport, MeasureReport } from './schema.ts'
import { listMunicipalityNames } from './sql.ts'
import { reportPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function reportPages(app: FastifyInstance, ctx: Context): void {
  app.get('/report', forCoordinators, async (request, reply) => {
    const values = { ...thisYear(ctx.now()), ...(request.query as FormBody) }
    let report: Report | undefined
    const problems = await submit(
      MeasureReport,
      wanted(request, values),
      async ({ audience = 'internal', lang: _, ...query }) => {
        report = await measureReport(actingAs(ctx, request.actor), { ...query, audience })
      },
    )
    if (problems === undefined) return show(request, reply, { values, problems: [] }, report)
    return show(request, reply.code(422), { values, problems })
  })

  app.get('/report.csv', forCoordinators, async (request, reply) => {
    const values = request.query as FormBody
    const parsed = ExportReport.safeParse(wanted(request, values))
    if (!parsed.success) throw new Problem('invalid-input', { fields: fieldProblems(parsed.error) })
    const { audience = 'internal', dialect, lang: _, ...query } = parsed.data
    const report = await measureReport(actingAs(ctx, request.actor), { ...query, audience })
    return sendCsv(
      reply,
      reportCsv(describeReport(translate(request.locale), report), dialect),
      query,
    )
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState,
    report?: Report,
  ) {
    const code = municipalityOf(request.actor)
    const names = await transact(actingAs(ctx, request.actor), (ctx) =>
      listMunicipalityNames(ctx.db),
    )
    return sendPage(reply, reportPage(frameOf(request), names.get(code) ?? code, state, report))
  }
}

/** The query, for the reader's own municipality unless it names one; empty fields are left out. */
function wanted(request: FastifyRequest, values: FormBody) {
  const given = Object.keys(values).map((name) => [name, one(values, name)])
  return { municipality: municipalityOf(request.actor), ...Object.fromEntries(given) }
}

/** The query before anything is chosen. */
function thisYear(now: Temporal.Instant) {
  const { year } = now.toZonedDateTimeISO(zone)
  return { from: `${year}-01-01`, to: `${year + 1}-01-01`, audience: 'internal' }
}
