import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../context.ts'
import type { KeyRing } from '../../db/seal.ts'
import type { ConsentPurpose, ConsentWay } from '../../db/types.ts'
import { Problem } from '../../problems.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { frameOf, publicFrameOf } from '../../web/frame.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { giveConsent } from '../people/consent/give.ts'
import { listOwnReports } from '../concerns/list-own-reports.ts'
import type { PairChoice } from '../people/schema.ts'
import { askErasure } from './ask-erasure.ts'
import { erasePerson } from './erase.ts'
import { exportPerson } from './export-person.ts'
import { readPersonalData } from './read-personal-data.ts'
import { countExpired } from './apply-retention.ts'
import { WithdrawConsent } from './schema.ts'
import { listErasureRequests } from './sql.ts'
import { erasurePage, ownDataPage, personDataPage, privacyPage } from './views.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
/** Exporting and erasing ask for the password again: a desk may have been left unlocked. */
const withStepUp = { config: { policy: 'coordinator', stepUp: true } } as const
const forPeople = { config: { policy: 'person' } } as const
const forms = {
  consent: formFields(forCoordinators, 'purpose', 'pair'),
  ownConsent: formFields(forPeople, 'purpose', 'pair'),
}

export function privacyPages(app: FastifyInstance, ctx: Context, keys: KeyRing): void {
  app.get('/privacy', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const requests = await transact(by, async (ctx) => {
      const requests = await listErasureRequests(ctx.db)
      await recordAccess(
        ctx,
        'person-listed',
        requests.map(({ personId }) => personId),
      )
      return requests
    })
    return sendPage(reply, privacyPage(frameOf(request), requests, await countExpired(by)))
  })

  app.get('/people/:id/privacy', forCoordinators, async (request, reply) =>
    sendPage(reply, personDataPage(frameOf(request), idOf(request), await dataOf(request))),
  )

  app.get('/people/:id/export', withStepUp, async (request, reply) => {
    const { person } = await dataOf(request)
    return download(reply, await exportPerson(actingAs(ctx, request.actor), person.id))
  })

  app.get('/people/:id/erasure', withStepUp, async (request, reply) =>
    sendPage(reply, erasurePage(frameOf(request), idOf(request), await dataOf(request))),
  )

  app.post('/people/:id/erasure', withStepUp, async (request, reply) => {
    await erasePerson(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/privacy', 303)
  })

  for (const [path, change] of [
    ['consents', giveConsent],
    ['consents/withdrawal', withdrawConsent],
  ] as const) {
    app.post(`/people/:id/${path}`, forms.consent, async (request, reply) => {
      const { person } = await dataOf(request)
      await choose(request, person.id, 'in-person', change)
      return reply.redirect(`/people/${idOf(request)}/privacy`, 303)
    })

    app.post(`/me/${path}`, forms.ownConsent, async (request, reply) => {
      await choose(request, personOf(request.actor).id, 'self-service', change)
      return reply.redirect('/me/privacy', 303)
    })
  }

  app.get('/me/privacy', forPeople, async (request, reply) => {
    const { id: personId } = personOf(request.actor)
    const data = await readPersonalData(actingAs(ctx, request.actor), { personId })
    return sendPage(reply, ownDataPage(publicFrameOf(request), data))
  })

  app.get('/me/export', forPeople, async (request, reply) =>
    download(reply, await exportOwn(actingAs(ctx, request.actor), personOf(request.actor).id)),
  )

  app.post('/me/erasure-request', forPeople, async (request, reply) => {
    await askErasure(actingAs(ctx, request.actor), personOf(request.actor))
    return reply.redirect('/me/privacy', 303)
  })

  /** Everything held about the person, and the concerns they reported, in their words. */
  async function exportOwn(by: Context, personId: string) {
    const held = await exportPerson(by, personId)
    return { ...held, concern: await listOwnReports(by, personId, keys) }
  }

  /** A person's data for a colleague; the view is recorded. */
  function dataOf(request: FastifyRequest) {
    return transact(actingAs(ctx, request.actor), async (ctx) => {
      const data = await readPersonalData(ctx, { enrolmentId: idOf(request) })
      await recordAccess(ctx, 'person-viewed', [data.person.id])
      return data
    })
  }

  /** The pages offer only buttons: an invalid choice is refused without a form. */
  async function choose(
    request: FastifyRequest,
    personId: string,
    way: ConsentWay,
    change: (
      ctx: Context,
      personId: string,
      consent: { purpose: ConsentPurpose; way: ConsentWay; pair?: PairChoice | undefined },
    ) => Promise<void>,
  ): Promise<void> {
    const values = request.body as FormBody
    const given = { purpose: one(values, 'purpose'), pair: one(values, 'pair') }
    const fields = await submit(WithdrawConsent, given, (consent) =>
      change(actingAs(ctx, request.actor), personId, { ...consent, way }),
    )
    if (fields !== undefined) throw new Problem('invalid-input', { fields })
  }
}

function personOf(actor: Actor): Actor & { kind: 'person' } {
  if (actor.kind !== 'person') throw new Problem('not-allowed')
  return actor
}

function download(reply: FastifyReply, data: object): FastifyReply {
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', 'attachment; filename="makker.json"')
    .send(JSON.stringify(data, null, 2))
}
