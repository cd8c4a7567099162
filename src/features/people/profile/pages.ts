import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import type { EnrolmentRole } from '../../../db/types.ts'
import type { FormBody } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { frameOfAnother, publicFrameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { listServedMunicipalities } from '../sql.ts'
import { changeProfile } from './change-profile.ts'
import { profileFields, profileFromForm, valuesOf } from './form.ts'
import { readProfile } from './read-profile.ts'
import { ChangeMenteeProfile, ChangeMentorProfile } from './schema.ts'
import { profilePage } from './views.ts'

const ways = [
  { path: '/people', policy: 'coordinator', back: (id: string) => `/people/${id}` },
  { path: '/me/roles', policy: 'person', back: () => '/me' },
] as const

/** One form for coordinators and for people themselves, at different addresses. */
export function profilePages(app: FastifyInstance, ctx: Context): void {
  for (const way of ways) {
    const options = { config: { policy: way.policy } } as const
    const form = formFields(options, ...profileFields)

    app.get(`${way.path}/:id/profile`, options, async (request, reply) => {
      const profile = await readProfile(actingAs(ctx, request.actor), idOf(request))
      return showForm(request, reply, profile, { values: valuesOf(profile), problems: [] })
    })

    app.post(`${way.path}/:id/profile`, form, async (request, reply) => {
      const values = request.body as FormBody
      const by = actingAs(ctx, request.actor)
      const known = await readProfile(by, idOf(request))
      const problems = await change(by, idOf(request), known.role, values)
      if (problems === undefined) return reply.redirect(way.back(idOf(request)), 303)
      if (!problems.some(({ code }) => code === 'changed'))
        return showForm(request, reply.code(422), known, { values, problems })
      // Shows what was typed with the current version: saving again overwrites the other change.
      const changed = await readProfile(by, idOf(request))
      const again = { ...values, version: String(changed.command.version) }
      return showForm(request, reply.code(409), changed, { values: again, problems })
    })

    async function showForm(
      request: FastifyRequest,
      reply: FastifyReply,
      { role, command }: Awaited<ReturnType<typeof readProfile>>,
      state: FormState,
    ) {
      const municipalities = await transact(actingAs(ctx, request.actor), (ctx) =>
        listServedMunicipalities(ctx.db),
      )
      const id = idOf(request)
      const form = { role, action: `${way.path}/${id}/profile`, back: way.back(id), municipalities }
      const { emailInUse } = command
      const isOthers = way.policy === 'coordinator'
      const frame = isOthers ? frameOfAnother(request) : publicFrameOf(request)
      return sendPage(reply, profilePage(frame, { ...form, emailInUse, state }))
    }
  }
}

function change(by: Context & { actor: Actor }, id: string, role: EnrolmentRole, values: FormBody) {
  const given = profileFromForm(role, values)
  return role === 'mentor'
    ? submit(ChangeMentorProfile, given, (command) => changeProfile(by, id, { role, command }))
    : submit(ChangeMenteeProfile, given, (command) => changeProfile(by, id, { role, command }))
}
