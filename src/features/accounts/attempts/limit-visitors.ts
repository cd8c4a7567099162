import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../context.ts'
import { networkOf } from '../../../web/session.ts'
import { countAttempt } from './count-attempt.ts'

/** Enough for a registration event behind one IP address, too few to flood a list. */
const most = 200

/** Limits unauthenticated writes per network, before parsing, so that malformed ones count. */
export function limitVisitors(app: FastifyInstance, ctx: Context): void {
  app.addHook('preParsing', async (request) => {
    const { policy } = request.routeOptions.config
    if (request.is404 || policy !== 'public' || request.actor.kind !== 'public') return
    if (request.method === 'GET' || request.method === 'HEAD') return
    await countAttempt(ctx, [{ key: `visitor ${networkOf(request)}`, most }])
  })
}
