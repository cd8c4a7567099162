import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import type { OidcConfig } from '../../config.ts'
import type { KeyRing } from '../../db/seal.ts'
import { type FieldProblem, Problem } from '../../problems.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf, publicFrameOf } from '../../web/frame.ts'
import { localPath } from '../../web/html.ts'
import { sendPage, submit } from '../../web/pages.ts'
import {
  requesterToken,
  deviceToken,
  forgetAsker,
  networkOf,
  rememberDevice,
  sessionToken,
  startSession,
} from '../../web/session.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { ownAccountPages } from './own/pages.ts'
import { oidcPages } from './oidc/pages.ts'
import { tokenPages } from './tokens/pages.ts'
import { readLink } from './links/read-link.ts'
import { readOwnSession } from './sessions/read-own-session.ts'
import { AcceptInvitation, SetUp, SignIn, UseSignInLink } from './schema.ts'
import { isSetUpOpen, setUpAdministrator } from './set-up.ts'
import { type Origin, signIn } from './sign-in.ts'
import { signOut } from './sessions/sign-out.ts'
import { readAccount } from './sql.ts'
import { isRequester, useSignInLink } from './links/use-sign-in-link.ts'
import { invitationPage, setUpPage, signInLinkPage, signInPage } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const
const forms = {
  signIn: formFields(forEveryone, 'email', 'password', 'next'),
  link: formFields(forEveryone, 'word'),
  setUp: formFields(forEveryone, 'name', 'email', 'password'),
  invitation: formFields(forEveryone, 'password'),
}

export function accountPages(
  app: FastifyInstance,
  ctx: Context,
  site: {
    baseUrl: string
    needsSecondFactor: boolean
    keys: KeyRing
    oidc: OidcConfig | undefined
  },
): void {
  ownAccountPages(app, ctx, site)
  oidcPages(app, ctx, site)
  tokenPages(app, ctx, site)

  app.get('/sign-in', forEveryone, async (request, reply) => {
    const next = nextOf(request)
    if (await owesSecondFactor(request))
      return reply.redirect(`/confirm?next=${encodeURIComponent(next)}`, 303)
    return sendPage(
      reply,
      signInPage(frameOf(request), { next, state: emptyForm, oidc: site.oidc }),
    )
  })

  app.post('/sign-in', forms.signIn, async (request, reply) => {
    refuseWherePasswordsEnded()
    const values = request.body as FormBody
    const next = localPath(one(values, 'next'))
    const given = { email: one(values, 'email'), password: secretOf(values) }
    let isVerified = true
    const problems = await submit(SignIn, given, async (command) => {
      const by = actingAs(ctx, request.actor)
      const signedIn = await signIn(by, command, originOf(request), site.needsSecondFactor)
      await enter(request, reply, signedIn.session)
      rememberDevice(reply, signedIn.device)
      isVerified = signedIn.isVerified
    }).catch(wrongCredentials)
    if (problems === undefined)
      return reply.redirect(isVerified ? next : `/confirm?next=${encodeURIComponent(next)}`, 303)
    const isWrong = problems === 'wrong'
    reply.code(isWrong ? 401 : 422)
    const state = { values, problems: isWrong ? [] : problems }
    return sendPage(reply, signInPage(frameOf(request), { next, state, isWrong, oidc: site.oidc }))
  })

  // Opening the link changes nothing, because mail scanners open links too.
  app.get('/sign-in/:token', forEveryone, async (request, reply) => {
    const link = await readLink(asSystem(), tokenOf(request), 'sign-in')
    const asksWord = !isRequester(link, requesterToken(request))
    return sendTokenPage(
      reply,
      signInLinkPage(publicFrameOf(request), { asksWord, state: emptyForm }),
    )
  })

  app.post('/sign-in/:token', forms.link, async (request, reply) => {
    const values = request.body as FormBody
    const browser = requesterToken(request)
    const problems = await submit(
      UseSignInLink,
      { word: one(values, 'word') },
      async ({ word }) => {
        await enter(request, reply, await useSignInLink(ctx, tokenOf(request), { browser, word }))
        if (browser !== undefined) forgetAsker(reply)
      },
    )
    if (problems === undefined) return reply.redirect('/', 303)
    const shown = { asksWord: true, state: { values, problems } }
    return sendTokenPage(reply.code(422), signInLinkPage(publicFrameOf(request), shown))
  })

  app.get('/set-up/:token', forEveryone, async (request, reply) => {
    if (!(await isSetUpOpen(ctx, tokenOf(request)))) throw new Problem('not-found')
    return sendTokenPage(reply, setUpPage(frameOf(request), emptyForm))
  })

  app.post('/set-up/:token', forms.setUp, async (request, reply) => {
    const values = request.body as FormBody
    if (!(await isSetUpOpen(ctx, tokenOf(request)))) throw new Problem('not-found')
    const given = {
      name: one(values, 'name'),
      email: one(values, 'email'),
      password: secretOf(values),
    }
    const problems = await submit(SetUp, given, async (person) => {
      const administrator = { ...person, locale: request.locale }
      const token = await setUpAdministrator(
        ctx,
        tokenOf(request),
        administrator,
        site.needsSecondFactor,
      )
      await enter(request, reply, token)
    })
    if (problems === undefined) return reply.redirect(firstPage('/administration'), 303)
    return sendTokenPage(reply.code(422), setUpPage(frameOf(request), { values, problems }))
  })

  app.get('/invitation/:token', forEveryone, async (request, reply) =>
    showInvitation(request, reply, emptyForm),
  )

  app.post('/invitation/:token', forms.invitation, async (request, reply) => {
    refuseWherePasswordsEnded()
    const values = request.body as FormBody
    const problems = await submit(AcceptInvitation, { password: secretOf(values) }, async (given) =>
      enter(
        request,
        reply,
        await acceptInvitation(ctx, tokenOf(request), given, site.needsSecondFactor),
      ),
    )
    if (problems === undefined) return reply.redirect(firstPage('/'), 303)
    return showInvitation(request, reply.code(422), { values, problems })
  })

  function refuseWherePasswordsEnded(): void {
    if (site.oidc?.isRequired) throw new Problem('sign-in-refused')
  }

  /** A colleague who has just chosen a password still needs the second factor, if required. */
  function firstPage(path: string): string {
    return site.needsSecondFactor ? '/second-factor' : path
  }

  function asSystem(): Context {
    return actingAs(ctx, { kind: 'system' })
  }

  async function owesSecondFactor(request: FastifyRequest): Promise<boolean> {
    if (request.actor.kind !== 'public' || sessionToken(request) === undefined) return false
    const own = await readOwnSession(ctx, sessionToken(request)).catch(() => undefined)
    return own?.verifiedAt === null
  }

  async function showInvitation(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const account = await transact(asSystem(), async (ctx) => {
      const link = await readLink(ctx, tokenOf(request), 'invitation')
      return readAccount(ctx.db, link.accountId!)
    })
    return sendTokenPage(
      reply,
      invitationPage(frameOf(request), { account, state, oidc: site.oidc }),
    )
  }

  /** Starts the new session and ends the one that the browser had before. */
  async function enter(request: FastifyRequest, reply: FastifyReply, token: string) {
    const earlier = sessionToken(request)
    if (earlier !== undefined) await signOut(ctx, earlier)
    startSession(reply, token)
  }
}

/** A page whose address is a credential: not to be indexed. */
function sendTokenPage(reply: FastifyReply, page: string): FastifyReply {
  return sendPage(reply.header('x-robots-tag', 'noindex'), page)
}

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token: string }).token
}

function nextOf(request: FastifyRequest): string {
  const { next } = request.query as { next?: unknown }
  return localPath(typeof next === 'string' ? next : undefined)
}

function originOf(request: FastifyRequest): Origin {
  return {
    network: networkOf(request),
    device: deviceToken(request),
    agent: request.headers['user-agent'],
  }
}

/** Not trimmed: a space at the end is part of a password. */
function secretOf(values: FormBody): string | undefined {
  const { password } = values
  return typeof password === 'string' ? password : undefined
}

function wrongCredentials(error: unknown): FieldProblem[] | 'wrong' {
  if (error instanceof Problem && error.type === 'wrong-credentials') return 'wrong'
  throw error
}
