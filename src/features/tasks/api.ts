import { z } from 'zod'
import { actingAs, type Context } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { finishTask } from './finish.ts'
import { TaskId, TaskView } from './schema.ts'
import { seeTasks } from './see-tasks.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function taskApi(api: Api, ctx: Context): void {
  api.get(
    '/tasks',
    {
      config: forCoordinators,
      schema: {
        tags: ['Tasks'],
        summary: 'The 200 most urgent open tasks of the coordinators',
        response: { 200: z.object({ data: z.array(TaskView) }) },
      },
    },
    async (request) => {
      const { actor } = request
      const tasks = await seeTasks(actingAs(ctx, actor), municipalityOf(actor))
      return {
        data: tasks.rows.map(({ meetingStartsAt: _, mailedPersonId: __, ...task }) => ({
          ...task,
          dueOn: task.dueOn.toString(),
          people: task.people.map(({ enrolmentId, name, role }) => ({ enrolmentId, name, role })),
        })),
      }
    },
  )

  api.post(
    '/tasks/:id/done',
    {
      config: forCoordinators,
      schema: {
        tags: ['Tasks'],
        summary: 'Mark a task as done',
        params: TaskId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await finishTask(actingAs(ctx, request.actor), request.params.id)
      return reply.code(204).send(null)
    },
  )
}
