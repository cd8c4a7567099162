import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { choosePeople, selectionFields } from '../people/list/selection/choose-people.ts'
import { writeLetter } from './compose.ts'
import { type Printed, printLetters } from './print-letters.ts'
import { PrintLetters } from './schema.ts'
import { listDue, readPerson, readPrint } from './sql.ts'
import { lettersPage, personLettersPage, printPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  chosen: formFields(forCoordinators, ...selectionFields),
  person: formFields(forCoordinators, 'locale'),
}

export function letterPages(app: FastifyInstance, ctx: Context): void {
  app.get('/letters', forCoordinators, async (request, reply) => showDue(request, reply, emptyForm))

  // The list of letters and the list of people send the same selection fields.
  app.post('/letters', forms.chosen, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const values = request.body as FormBody
    const given = { enrolmentIds: await choosePeople(by, values) }
    let printed: Printed | undefined
    const problems = await submit(PrintLetters, given, async (command) => {
      printed = await printLetters(by, command)
    })
    if (problems !== undefined) return showDue(request, reply.code(422), { values, problems })
    const { printId, skipped } = printed!
    return reply.redirect(`/letters/${printId ?? 'none'}?skipped=${skipped.length}`, 303)
  })

  app.get('/letters/none', forCoordinators, async (request, reply) =>
    showDue(request, reply, emptyForm, skippedOf(request)),
  )

  app.get('/letters/:id', forCoordinators, async (request, reply) => {
    const letters = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const letters = await readPrint(ctx.db, idOf(request))
      await recordAccess(ctx, 'person-listed', letters.map(whose))
      return letters
    })
    return sendPage(
      reply,
      printPage(frameOf(request), letters.map(writeLetter), skippedOf(request)),
    )
  })

  app.get('/people/:id/letters', forCoordinators, async (request, reply) =>
    showPerson(request, reply, emptyForm),
  )

  app.post('/people/:id/letters', forms.person, async (request, reply) => {
    const id = idOf(request)
    const by = actingAs(ctx, request.actor)
    await transact(by, (ctx) => readPerson(ctx.db, id))
    const values = request.body as FormBody
    const given = { enrolmentIds: [id], again: true, locale: one(values, 'locale') }
    let printId: string | null = null
    const problems = await submit(PrintLetters, given, async (command) => {
      printId = (await printLetters(by, command)).printId
    })
    if (problems !== undefined) return showPerson(request, reply.code(422), { values, problems })
    return reply.redirect(printId === null ? `/people/${id}/letters` : `/letters/${printId}`, 303)
  })

  async function showPerson(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const id = idOf(request)
    const found = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const person = await readPerson(ctx.db, id)
      await recordAccess(ctx, 'person-viewed', [person.personId])
      return { person, letters: await listDue(ctx.db, municipalityOf(ctx.actor), ctx.now(), [id]) }
    })
    return sendPage(reply, personLettersPage(frameOf(request), found, state))
  }

  async function showDue(
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState,
    skipped = 0,
  ) {
    const due = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const due = await listDue(ctx.db, municipalityOf(ctx.actor), ctx.now())
      await recordAccess(ctx, 'person-listed', due.map(whose))
      return due
    })
    return sendPage(reply, lettersPage(frameOf(request), { due, skipped }, state))
  }
}

function skippedOf(request: FastifyRequest): number {
  const { skipped } = request.query as { skipped?: unknown }
  return typeof skipped === 'string' && /^\d{1,4}$/.test(skipped) ? Number(skipped) : 0
}

function whose({ personId }: { personId: string }): string {
  return personId
}
