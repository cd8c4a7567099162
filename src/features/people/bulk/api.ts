import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { movePeople } from './move-people.ts'
import { MovedView, MovePeople } from './schema.ts'

export function bulkApi(api: Api, ctx: Context): void {
  api.post(
    '/enrolments/moves',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Take several enrolments to a state; each is done or refused by itself',
        body: MovePeople,
        response: { 200: MovedView },
      },
    },
    async (request) => ({ data: await movePeople(actingAs(ctx, request.actor), request.body) }),
  )
}
