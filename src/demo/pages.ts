import type { FastifyInstance } from 'fastify'
import { type Context, transact } from '../context.ts'
import { createSignInLink } from '../features/accounts/links/create-sign-in-link.ts'
import { Problem } from '../problems.ts'
import { type FormBody, one } from '../web/form.ts'
import { formFields } from '../web/form-fields.ts'
import { frameOf } from '../web/frame.ts'
import { sendPage } from '../web/pages.ts'
import type { DemoClock } from './clock.ts'
import { type DemoRole, demoRoles, findDemoUsers } from './find.ts'
import { findNextMeeting } from './sql.ts'
import { demoPage, steps } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const
const linksLast = Temporal.Duration.from({ minutes: 5 })

export function demoPages(app: FastifyInstance, ctx: Context, clock: DemoClock): void {
  app.get('/demo', forEveryone, async (request, reply) => {
    const meeting = await transact(ctx, (ctx) => findNextMeeting(ctx.db, '0461'))
    const users = await findDemoUsers(ctx)
    const present = demoRoles.filter((role) => users?.[role] !== undefined)
    return sendPage(
      reply,
      demoPage(frameOf(request), { now: clock.now(), meeting, roles: present }),
    )
  })

  app.post('/demo/sign-in/:role', forEveryone, async (request, reply) => {
    const { role } = request.params as { role: string }
    const users = await findDemoUsers(ctx)
    const holder = isRole(role) ? users?.[role] : undefined
    if (holder === undefined) throw new Problem('not-found')
    const token = await createSignInLink(ctx, { ...holder, lasts: linksLast })
    return reply.redirect(`/sign-in/${token}${role === 'mentee' ? '?lang=ar' : ''}`, 303)
  })

  app.post('/demo/clock', formFields(forEveryone, 'days'), async (request, reply) => {
    const days = steps.find((days) => String(days) === one(request.body as FormBody, 'days'))
    const meeting = await transact(ctx, (ctx) => findNextMeeting(ctx.db, '0461'))
    if (days !== undefined) clock.moveTo(clock.now().add({ hours: 24 * days }))
    else if (meeting !== undefined) clock.moveTo(meeting.endsAt)
    return reply.redirect('/demo', 303)
  })
}

function isRole(role: string): role is DemoRole {
  return (demoRoles as readonly string[]).includes(role)
}
