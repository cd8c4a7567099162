import type { FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../../context.ts'
import type { FormState } from '../../../../web/form-parts.ts'
import { frameOf } from '../../../../web/frame.ts'
import { idOf, sendPage } from '../../../../web/pages.ts'
import { recordAccess } from '../../../audit/record.ts'
import {
  findOpenQuestion,
  hasOpenMatch,
  listRolesOf,
  listRequirementStatus,
  listTransitions,
  readEnrolment,
  readInterview,
} from './sql.ts'
import { enrolmentPage } from './views.ts'

/** Sends a person's page, with the submitted values when one of its forms was refused. */
export async function showEnrolment(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  state: FormState,
): Promise<FastifyReply> {
  const id = idOf(request)
  const [person, transitions, progress] = await transact(
    actingAs(ctx, request.actor),
    async (ctx) => {
      const person = await readEnrolment(ctx.db, id)
      await recordAccess(ctx, 'person-viewed', [person.personId])
      const progress = {
        requirements: await listRequirementStatus(ctx.db, id),
        interview: await readInterview(ctx.db, id),
        question: await findOpenQuestion(ctx.db, id),
        hasPair: await hasOpenMatch(ctx.db, id),
        roles: await listRolesOf(ctx.db, person.personId),
        now: ctx.now(),
      }
      return [person, await listTransitions(ctx.db, id), progress] as const
    },
  )
  return sendPage(reply, enrolmentPage(frameOf(request), person, transitions, progress, state))
}
