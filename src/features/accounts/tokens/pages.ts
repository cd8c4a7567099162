import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { type FormBody, numberOrText, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { CreateToken } from '../schema.ts'
import { createToken } from './create-token.ts'
import { revokeToken } from './revoke-token.ts'
import { listApiTokens } from './sql.ts'
import { type MadeToken, tokensPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

/** The API tokens of the municipality: created, shown once, revoked. */
export function tokenPages(app: FastifyInstance, ctx: Context, site: { baseUrl: string }): void {
  app.get('/tokens', forCoordinators, async (request, reply) =>
    showTokens(request, reply, { state: emptyForm }),
  )

  // Answers with the page, not a redirect: the token is shown once and not stored.
  app.post(
    '/tokens',
    formFields({ config: { policy: 'coordinator', stepUp: true } }, 'name', 'scope', 'months'),
    async (request, reply) => {
      const values = request.body as FormBody
      const given = {
        name: one(values, 'name'),
        scope: one(values, 'scope'),
        months: numberOrText(values, 'months'),
      }
      let made: MadeToken | undefined
      const problems = await submit(CreateToken, given, async (command) => {
        const by = actingAs(ctx, request.actor)
        const { token } = await createToken(by, command, (claims) => app.jwt.sign(claims))
        const municipality = municipalityOf(by.actor)
        const { year } = ctx.now().toZonedDateTimeISO('UTC')
        made = { token, scope: command.scope, municipality, year, baseUrl: site.baseUrl }
      })
      if (problems !== undefined)
        return showTokens(request, reply.code(422), { state: { values, problems } })
      return showTokens(request, reply.code(201), { state: emptyForm, ...(made && { made }) })
    },
  )

  app.post('/tokens/:id/revocation', forCoordinators, async (request, reply) => {
    await revokeToken(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/tokens', 303)
  })

  async function showTokens(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { state: FormState; made?: MadeToken },
  ) {
    const tokens = await transact(actingAs(ctx, request.actor), (ctx) =>
      listApiTokens(ctx.db, municipalityOf(ctx.actor)),
    )
    return sendPage(reply, tokensPage(frameOf(request), { tokens, now: ctx.now(), ...shown }))
  }
}
