import { z } from 'zod'
import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { Id } from '../../../web/fields.ts'
import { sendVersion, versionRead } from '../../../web/version.ts'
import { patchProfile } from './patch-profile.ts'
import { readProfile } from './read-profile.ts'
import { PatchProfile, ProfileView } from './schema.ts'

const EnrolmentId = z.strictObject({ id: Id })
const IfMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'The ETag of the version that was read; required (428).' }),
})

export function profileApi(api: Api, ctx: Context): void {
  api.get(
    '/enrolments/:id/profile',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'The profile of a person in one role; a change sends the ETag back',
        params: EnrolmentId,
        response: { 200: ProfileView },
      },
    },
    async (request, reply) => {
      const profile = await readProfile(actingAs(ctx, request.actor), request.params.id)
      return sendVersion(reply, profile.command.version).send(shown(profile))
    },
  )

  api.patch(
    '/enrolments/:id/profile',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Change the given fields of a profile, unless it has changed since; null removes',
        params: EnrolmentId,
        headers: IfMatch,
        body: PatchProfile,
        response: { 200: ProfileView },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      const { id } = request.params
      await patchProfile(by, id, request.body, versionRead(request))
      const profile = await readProfile(by, id)
      return sendVersion(reply, profile.command.version).send(shown(profile))
    },
  )
}

const absent = {
  ...{ email: null, phone: null, address: null, birthYear: null },
  ...{ furthestDistanceKm: null, wish: null, ageWish: null },
}

function shown({
  role,
  command,
}: Awaited<ReturnType<typeof readProfile>>): z.input<typeof ProfileView> {
  const { version: _, ...known } = command
  const away = command.away.map(({ from, to }) => ({ from: from.toString(), to: to.toString() }))
  return { role, ...absent, ...known, away } as z.input<typeof ProfileView>
}
