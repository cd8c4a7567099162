import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { printLetters } from './print-letters.ts'
import { LettersView, PrintedView, PrintLetters } from './schema.ts'
import { listDue } from './sql.ts'

export function letterApi(api: Api, ctx: Context): void {
  api.get(
    '/letters',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['Letters'],
        summary: 'The first 1,000 letters due to people without e-mail',
        response: { 200: LettersView },
      },
    },
    async (request) => {
      const due = await transact(actingAs(ctx, request.actor), (ctx) =>
        listDue(ctx.db, municipalityOf(ctx.actor), ctx.now()),
      )
      return {
        data: due.map(({ startsAt: _, ...letter }) => ({
          ...letter,
          printedAt: letter.printedAt?.toString() ?? null,
        })),
      }
    },
  )

  api.post(
    '/letters',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['Letters'],
        summary: 'Print the letters of several people; the sheets are at /letters/{printId}',
        body: PrintLetters,
        response: { 201: PrintedView },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await printLetters(actingAs(ctx, request.actor), request.body)),
  )
}
