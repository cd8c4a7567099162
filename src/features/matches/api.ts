import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { recordAccess } from '../audit/record.ts'
import { MatchView } from './schema.ts'
import { listMatches } from './sql.ts'

export function matchApi(api: Api, ctx: Context): void {
  api.get(
    '/matches',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['Matches'],
        summary: 'The 200 newest open matches with their agreements',
        response: { 200: z.object({ data: z.array(MatchView) }) },
      },
    },
    async (request) => {
      const matches = await transact(actingAs(ctx, request.actor), async (ctx) => {
        const matches = await listMatches(ctx.db)
        const people = matches.rows.flatMap((match) => [match.mentorPersonId, match.menteePersonId])
        await recordAccess(ctx, 'person-listed', people)
        return matches
      })
      return {
        data: matches.rows.map((match) => ({
          ...match,
          acceptedAt: match.acceptedAt.toString(),
          agreements: match.agreements.map(({ topic }) => topic),
        })),
      }
    },
  )
}
