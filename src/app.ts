import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Config } from './config.ts'
import type { Actor, Context } from './context.ts'
import { openKeyRing } from './db/seal.ts'
import type { DemoClock } from './demo/clock.ts'
import { demoPages } from './demo/pages.ts'
import { mailTextPages } from './features/programmes/mail-texts/pages.ts'
import { mailSamples } from './mail-samples.ts'
import { subscriptionPages } from './features/accounts/subscriptions/pages.ts'
import { auditApi } from './features/audit/api.ts'
import { auditPages } from './features/audit/pages.ts'
import { authenticate } from './features/accounts/sessions/authenticate.ts'
import { limitVisitors } from './features/accounts/attempts/limit-visitors.ts'
import { accountPages } from './features/accounts/pages.ts'
import { followUpApi } from './features/follow-up/api.ts'
import { listAtRisk } from './features/follow-up/at-risk/list-at-risk.ts'
import { followUpPages } from './features/follow-up/pages.ts'
import { calendarPages } from './features/calendar/pages.ts'
import { concernPages } from './features/concerns/pages.ts'
import { readerPages } from './features/concerns/readers/pages.ts'
import { reportingPages } from './features/concerns/reporting/pages.ts'
import { questionPages } from './features/follow-up/questions/pages.ts'
import { letterApi } from './features/letters/api.ts'
import { letterPages } from './features/letters/pages.ts'
import { mailApi } from './features/mails/api.ts'
import { mailPages } from './features/mails/pages.ts'
import { matchApi } from './features/matches/api.ts'
import { matchPages } from './features/matches/pages.ts'
import { recordApi } from './features/matches/records/api.ts'
import { recordPages } from './features/matches/records/pages.ts'
import { meetingAnswerApi } from './features/meetings/answers/api.ts'
import { meetingAnswerPages } from './features/meetings/answers/pages.ts'
import { meetingChangeApi } from './features/meetings/changes/api.ts'
import { meetingChangePages } from './features/meetings/changes/pages.ts'
import { meetingApi } from './features/meetings/api.ts'
import { meetingPages } from './features/meetings/pages.ts'
import { planningApi } from './features/meetings/planning/api.ts'
import { planningPages } from './features/meetings/planning/pages.ts'
import { moveApi } from './features/people/transitions/by-hand/api.ts'
import { movePages } from './features/people/transitions/by-hand/pages.ts'
import { peopleApi } from './features/people/registration/api.ts'
import { contactPages } from './features/people/registration/contact/pages.ts'
import { enrolmentPages } from './features/people/profile/page/pages.ts'
import { peopleListApi } from './features/people/list/api.ts'
import { peopleListPages } from './features/people/list/pages.ts'
import { peoplePages } from './features/people/pages.ts'
import { profileApi } from './features/people/profile/api.ts'
import { profilePages } from './features/people/profile/pages.ts'
import { registrationPages, welcomePages } from './features/people/registration/pages.ts'
import { siteApi } from './features/places/sites/api.ts'
import { sitePages } from './features/places/sites/pages.ts'
import { programmeApi } from './features/programmes/api.ts'
import { administrationPages } from './features/programmes/administration/pages.ts'
import { programmePages } from './features/programmes/pages.ts'
import { privacyApi } from './features/privacy/api.ts'
import { privacyPages } from './features/privacy/pages.ts'
import { proposalApi } from './features/proposals/api.ts'
import { proposalPages } from './features/proposals/pages.ts'
import { reportApi } from './features/reports/api.ts'
import { reportPages } from './features/reports/pages.ts'
import { requirementApi } from './features/requirements/api.ts'
import { requirementPages } from './features/requirements/pages.ts'
import { reconfirmationApi } from './features/requirements/reconfirmation/api.ts'
import { reconfirmationPages } from './features/requirements/reconfirmation/pages.ts'
import { runApi } from './features/runs/api.ts'
import { runPages } from './features/runs/pages.ts'
import { taskApi } from './features/tasks/api.ts'
import { taskPages } from './features/tasks/pages.ts'
import { pairPages } from './features/self-service/pair/pages.ts'
import { selfServicePages } from './features/self-service/pages.ts'
import { spreadsheetPages } from './features/imports/pages.ts'
import { Problem } from './problems.ts'
import { serveAssets } from './web/assets.ts'
import { acceptBearers } from './web/bearer.ts'
import { compressAnswers } from './web/compression.ts'
import { refuseForgery } from './web/forgery.ts'
import { fieldProblems } from './web/form.ts'
import { refuseUnknownFields } from './web/form-fields.ts'
import { guardRoutes } from './web/guard.ts'
import { refuseForeignHost } from './web/host.ts'
import { negotiateLanguages } from './web/language.ts'
import { describeApi, describeRefusals } from './web/openapi.ts'
import { problemPages } from './web/problem-page.ts'
import { maxParamLength, rewriteUrl } from './web/rewrite-url.ts'
import { sendProblems } from './web/send-problems.ts'
import { type Cookies, cookiesFor } from './web/session.ts'

declare module 'fastify' {
  interface FastifyInstance {
    cookieNames: Cookies
  }
  interface FastifyRequest {
    actor: Actor
    /** The number in the navigation of coordinators. */
    waitingTasks: number | undefined
  }
}

/** Builds the whole product as one Fastify instance, not yet listening. */
export async function buildApp(
  ctx: Context,
  config: Config,
  demo?: DemoClock,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.logLevel, serializers: { req: describeRequest } },
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy ?? false,
    bodyLimit: 1_048_576,
    requestTimeout: 10_000,
    routerOptions: { maxParamLength },
    rewriteUrl: ({ url = '/' }) => rewriteUrl(url),
  })
  app.decorate('cookieNames', cookiesFor(config.baseUrl))
  app.decorateRequest('actor')
  app.decorateRequest('waitingTasks')
  app.setValidatorCompiler(validateWithZod)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(cookie)
  await app.register(formbody)
  await app.register(helmet, headers(config))
  await compressAnswers(app)
  await acceptBearers(app, config)
  closeWhenStopping(app)
  forbidCaching(app)
  await negotiateLanguages(app)
  app.addHook('onRequest', async (request) => {
    request.actor = { kind: 'public' }
    refuseForeignHost(request, config.baseUrl)
    if (request.routeOptions.url?.startsWith('/assets/')) return
    request.actor = await authenticate(ctx, request)
  })
  guardRoutes(app)
  limitVisitors(app, ctx)
  sendProblems(app)
  await serveAssets(app)
  await describeApi(app, config.baseUrl)

  const keys = openKeyRing(config.encryptionKeys)
  await app.register(async (pages) => {
    // Pages accept only forms; a form without fields has no body.
    pages.removeContentTypeParser(['application/json', 'text/plain'])
    pages.addHook('preValidation', async (request) => {
      request.body ??= {}
    })
    pages.addHook('preHandler', async (request) => refuseForgery(request, config.baseUrl))
    pages.addHook('preHandler', async (request) => refuseUnknownFields(request))
    problemPages(pages)
    accountPages(pages, ctx, { ...config, keys })
    subscriptionPages(pages, ctx)
    administrationPages(pages, ctx)
    programmePages(pages, ctx)
    mailTextPages(pages, ctx, mailSamples)
    sitePages(pages, ctx)
    peoplePages(pages)
    registrationPages(pages, ctx)
    welcomePages(pages, ctx)
    contactPages(pages, ctx)
    enrolmentPages(pages, ctx)
    peopleListPages(pages, ctx)
    movePages(pages, ctx)
    letterPages(pages, ctx)
    requirementPages(pages, ctx)
    reconfirmationPages(pages, ctx)
    taskPages(pages, ctx)
    profilePages(pages, ctx)
    await spreadsheetPages(pages, ctx)
    runPages(pages, ctx)
    selfServicePages(pages, ctx)
    pairPages(pages, ctx)
    proposalPages(pages, ctx)
    followUpPages(pages, ctx)
    questionPages(pages, ctx)
    matchPages(pages, ctx, listAtRisk)
    recordPages(pages, ctx)
    planningPages(pages, ctx)
    meetingPages(pages, ctx)
    meetingChangePages(pages, ctx)
    meetingAnswerPages(pages, ctx)
    auditPages(pages, ctx)
    calendarPages(pages, ctx, config)
    concernPages(pages, ctx, keys)
    reportingPages(pages, ctx, keys)
    readerPages(pages, ctx)
    privacyPages(pages, ctx, keys)
    reportPages(pages, ctx)
    mailPages(pages, ctx, {
      sends: config.smtpUrl !== undefined,
      demo: demo !== undefined,
    })
    if (demo !== undefined) demoPages(pages, ctx, demo)
  })

  await app.register(
    async (scope) => {
      scope.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain'])
      const api = scope.withTypeProvider<ZodTypeProvider>()
      describeRefusals(api)
      programmeApi(api, ctx)
      siteApi(api, ctx)
      peopleApi(api, ctx)
      profileApi(api, ctx)
      peopleListApi(api, ctx)
      moveApi(api, ctx)
      letterApi(api, ctx)
      requirementApi(api, ctx)
      reconfirmationApi(api, ctx)
      taskApi(api, ctx)
      runApi(api, ctx)
      proposalApi(api, ctx)
      followUpApi(api, ctx)
      matchApi(api, ctx, listAtRisk)
      recordApi(api, ctx)
      planningApi(api, ctx)
      meetingApi(api, ctx)
      meetingChangeApi(api, ctx)
      meetingAnswerApi(api, ctx)
      mailApi(api, ctx)
      auditApi(api, ctx)
      privacyApi(api, ctx)
      reportApi(api, ctx)
    },
    { prefix: '/api/v1' },
  )
  return app
}

/** The log has the route, never the address: addresses contain tokens and names. */
function describeRequest(request: { method: string; routeOptions?: { url?: string } }) {
  return { method: request.method, route: request.routeOptions?.url }
}

/** Validation errors become field problems, the same for pages and API. */
function validateWithZod({ schema }: { schema: unknown }) {
  return (value: unknown) => {
    const parsed = (schema as z.ZodType).safeParse(value)
    if (parsed.success) return { value: parsed.data }
    return { error: new Problem('invalid-input', { fields: fieldProblems(parsed.error) }) }
  }
}

/**
 * While the server stops, closes each connection after its answer. Otherwise a client that keeps
 * its connection alive delays the stop by over a minute.
 */
function closeWhenStopping(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}

/** An answer that does not say how it may be cached is not cached. */
function forbidCaching(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

function headers(config: Config) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Not no-referrer: browsers would then send forms with Origin null, like a foreign site's.
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: config.baseUrl.startsWith('https:')
      ? { maxAge: 63_072_000, includeSubDomains: true }
      : false,
  }
}
