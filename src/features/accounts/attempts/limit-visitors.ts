import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../context.ts'
import { networkOf } from '../../../web/session.ts'
import { countAttempt } from './count-attempt.ts'

/** Enough for a registration evening behind one address, and too little to fill a list by machine. */
const most = 200

/**
 * What anybody may send is counted by the network it comes from, over all instances together: before
 * it is read, so that what cannot be read counts too.
 */
export function limitVisitors(app: FastifyInstance, ctx: Context): void {
  app.addHook('preParsing', async (request) => {
    const { policy } = request.routeOptions.config
    if (request.is404 || policy !== 'public' || request.actor.kind !== 'public') return
    if (request.method === 'GET' || request.method === 'HEAD') return
    await countAttempt(ctx, [{ key: `visitor ${networkOf(request)}`, most }])
  })
}
