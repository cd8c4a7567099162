import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage } from '../../web/pages.ts'
import { finishTask } from './finish.ts'
import { seeTasks } from './see-tasks.ts'
import { countTasks } from './sql.ts'
import { tasksPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function taskPages(app: FastifyInstance, ctx: Context): void {
  // The navigation of every page shows the number of open tasks.
  app.addHook('preHandler', async (request) => {
    const { actor } = request
    if (actor.kind !== 'staff' || actor.municipality === null) return
    const { municipality } = actor
    request.waitingTasks = await transact(actingAs(ctx, actor), (ctx) =>
      countTasks(ctx.db, municipality),
    )
  })

  app.get('/tasks', forCoordinators, async (request, reply) => {
    const { actor } = request
    const tasks = await seeTasks(actingAs(ctx, actor), municipalityOf(actor))
    return sendPage(reply, tasksPage(frameOf(request), tasks, ctx.now()))
  })

  app.post('/tasks/:id/done', forCoordinators, async (request, reply) => {
    await finishTask(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/tasks', 303)
  })
}
