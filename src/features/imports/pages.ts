import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { translate } from '../../locales/translate.ts'
import { type FormBody, many, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { cancelImport } from './cancel-import.ts'
import { confirmImport } from './confirm-import.ts'
import { exportPeople } from './export/export-people.ts'
import { exportWrongRows } from './preview/export-wrong-rows.ts'
import { limits } from './reading/limits.ts'
import { writeCsv, writeXlsx } from './export/write.ts'
import { mapColumns } from './preview/map-columns.ts'
import { BrowseRows, ConfirmImport, MapColumns, Upload } from './schema.ts'
import { countAllRows, countRows, listOpenSpreadsheets, listRows, readSpreadsheet } from './sql.ts'
import { uploadSpreadsheet } from './upload.ts'
import { previewPage } from './preview/views.ts'
import { progressPage, uploadPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const withStepUp = { config: { policy: 'coordinator', stepUp: true } } as const
const forms = {
  file: formFields(forCoordinators, 'role', 'sheet', 'file'),
  columns: formFields(forCoordinators, 'column[]'),
  confirmation: formFields(forCoordinators, 'known', 'consent'),
}
const rowsPerPage = 50

export async function spreadsheetPages(app: FastifyInstance, ctx: Context): Promise<void> {
  await app.register(async (files) => {
    // Only this scope accepts files.
    files.removeContentTypeParser('application/x-www-form-urlencoded')
    await files.register(multipart, {
      attachFieldsToBody: 'keyValues',
      limits: { fileSize: limits.bytes, files: 1, fields: 5, fieldSize: 1_000, headerPairs: 20 },
    })
    files.post('/people/import', { ...forms.file, bodyLimit: limits.bytes }, upload)
  })

  async function upload(request: FastifyRequest, reply: FastifyReply) {
    const by = actingAs(ctx, request.actor)
    const body = request.body as Record<string, unknown>
    const texts = Object.entries(body).filter(([, value]) => typeof value === 'string')
    const values: FormBody = Object.fromEntries(texts as [string, string][])
    const given = { role: one(values, 'role'), sheet: one(values, 'sheet'), file: body.file }
    let id = ''
    const problems = await submit(Upload, given, async (command) => {
      id = await uploadSpreadsheet(by, municipalityOf(request.actor), command)
    })
    if (problems === undefined) return reply.redirect(`/people/import/${id}`, 303)
    return showUpload(request, reply.code(422), { values, problems })
  }

  app.get('/people/import', forCoordinators, (request, reply) =>
    showUpload(request, reply, emptyForm),
  )

  async function showUpload(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const open = await transact(actingAs(ctx, request.actor), (ctx) => listOpenSpreadsheets(ctx.db))
    return sendPage(reply, uploadPage(frameOf(request), state, open))
  }

  app.get('/people/import/:id', forCoordinators, (request, reply) =>
    showPreview(request, reply, emptyForm),
  )

  async function showPreview(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const browse = BrowseRows.parse({
      after: one(request.query as FormBody, 'after'),
      only: one(request.query as FormBody, 'only'),
    })
    const id = idOf(request)
    const by = actingAs(ctx, request.actor)
    const frame = frameOf(request)
    const page = await transact(by, async (ctx) => {
      const sheet = await readSpreadsheet(ctx.db, id)
      // Requested every second during an import, so without the counts of problems.
      if (sheet.state !== 'ready' && sheet.state !== 'failed')
        return progressPage(frame, sheet, await countAllRows(ctx.db, id))
      const counts = await countRows(ctx.db, id)
      const rows = await listRows(ctx.db, id, browse, rowsPerPage)
      return previewPage(frame, { sheet, counts, rows, browse }, state)
    })
    return sendPage(reply, page)
  }

  app.post('/people/import/:id/columns', forms.columns, async (request, reply) => {
    const body = request.body as FormBody
    const given = { mapping: many(body, 'column').map((column) => column.trim()) }
    const problems = await submit(MapColumns, given, ({ mapping }) =>
      mapColumns(actingAs(ctx, request.actor), idOf(request), mapping),
    )
    if (problems === undefined) return reply.redirect(`/people/import/${idOf(request)}`, 303)
    return showPreview(request, reply.code(422), { values: body, problems })
  })

  app.post('/people/import/:id/confirmation', forms.confirmation, async (request, reply) => {
    const body = request.body as FormBody
    const given = { known: one(body, 'known'), consent: one(body, 'consent') }
    const problems = await submit(ConfirmImport, given, (command) =>
      confirmImport(actingAs(ctx, request.actor), idOf(request), command, request.locale),
    )
    if (problems === undefined) return reply.redirect(`/people/import/${idOf(request)}`, 303)
    return showPreview(request, reply.code(422), { values: body, problems })
  })

  app.post('/people/import/:id/cancel', forCoordinators, async (request, reply) => {
    await cancelImport(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/people/import', 303)
  })

  app.get('/people/import/:id/wrong.csv', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const rows = await exportWrongRows(by, idOf(request), translate(request.locale))
    return sendFile(reply, 'text/csv; charset=utf-8', 'fejl.csv', writeCsv(rows))
  })

  app.post('/people/export.csv', withStepUp, async (request, reply) => {
    const people = await exportPeople(actingAs(ctx, request.actor), municipalityOf(request.actor))
    return sendFile(reply, 'text/csv; charset=utf-8', 'personer.csv', writeCsv(people))
  })

  app.post('/people/export.xlsx', withStepUp, async (request, reply) => {
    const people = await exportPeople(actingAs(ctx, request.actor), municipalityOf(request.actor))
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return sendFile(reply, type, 'personer.xlsx', writeXlsx(people))
  })
}

/** Streams with backpressure. */
function sendFile(
  reply: FastifyReply,
  type: string,
  name: string,
  content: AsyncGenerator<string | Uint8Array>,
): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(content, { objectMode: false, highWaterMark: 65_536 }))
}
