import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { type FormBody, one } from '../../web/form.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { sendPage, submit } from '../../web/pages.ts'
import { ListAudit } from './schema.ts'
import { readRecord } from './read-record.ts'
import { type EntryRow, listColleagues, listEntries } from './sql.ts'
import { auditPage } from './views.ts'

const entriesPerPage = 100

export function auditPages(app: FastifyInstance, ctx: Context): void {
  app.get('/audit', { config: { policy: 'coordinator' } }, async (request, reply) => {
    const values = request.query as FormBody
    const by = actingAs(ctx, request.actor)
    let entries: EntryRow[] = []
    const problems = await submit(ListAudit, wantedFrom(values), async (wanted) => {
      entries = await readRecord(by, wanted, entriesPerPage + 1)
    })
    const from = ctx.now().toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 30 })
    const { colleagues, flags } = await transact(by, async (ctx) => ({
      colleagues: await listColleagues(ctx.db, municipalityOf(request.actor)),
      flags: await listEntries(ctx.db, { action: 'many-viewed', from }, 20),
    }))
    if (problems !== undefined) reply.code(422)
    const state = { values, problems: problems ?? [] }
    const hasMore = entries.length > entriesPerPage
    const shown = entries.slice(0, entriesPerPage)
    return sendPage(
      reply,
      auditPage(frameOf(request), { entries: shown, colleagues, flags, hasMore, state }),
    )
  })
}

/** The form also sends its empty fields. */
function wantedFrom(values: FormBody): object {
  const names = ['person', 'action', 'colleague', 'from', 'through', 'before']
  return Object.fromEntries(names.map((name) => [name, one(values, name)]))
}
