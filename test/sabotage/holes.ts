/** One hole, planted by exchanging one piece of text, and the tests that must notice. */
export interface Hole {
  name: string
  file: string
  find: string
  put: string
  tests: string
  /** Only the tests whose names hold this, to be quick. */
  only?: string
  project?: 'embedded'
}

const guard = 'src/web/guard.ts'
const forgery = 'src/web/forgery.ts'
const app = 'src/app.ts'
const accounts = 'src/features/accounts'
const session = `${accounts}/authenticate.ts`
const sql = `${accounts}/sql.ts`

const matrix = 'test/access/matrix.test.ts'
const web = 'test/access/web.test.ts'
const rls = 'test/access/row-security.test.ts'
const features = 'test/features/accounts'

/** The list grows with every hole that was ever found, and with every one somebody thinks of. */
export const holes: Hole[] = [
  {
    name: 'nobody stands at the door',
    file: guard,
    find: 'if (policy !== undefined && policies[policy](request.actor)) return',
    put: 'return',
    tests: matrix,
    only: 'does not admit',
  },
  {
    name: 'a client for statistics may do a coordinator’s work',
    file: guard,
    find: ": actor.kind === 'client' && actor.scopes.includes('programme:write'),",
    put: ": actor.kind === 'client',",
    tests: `${features}/tokens.test.ts`,
  },
  {
    name: 'an administrator may do a coordinator’s work',
    file: guard,
    find: `  coordinator: (actor) =>
    actor.kind === 'staff'
      ? actor.role === 'coordinator'`,
    put: `  coordinator: (actor) =>
    actor.kind === 'staff'
      ? true`,
    tests: matrix,
    only: 'table of roles',
  },
  {
    name: 'a route without a policy starts',
    file: guard,
    find: 'if (open.length > 0)',
    put: 'if (open.length > 999)',
    tests: matrix,
    only: 'names no policy',
  },
  {
    name: 'nothing asks to prove again who it is',
    file: guard,
    find: "if (stepUp && request.actor.kind === 'staff'",
    put: "if (!stepUp && request.actor.kind === 'person'",
    tests: `${features}/second-factor.test.ts`,
  },
  {
    name: 'colleagues see every municipality',
    file: 'src/context.ts',
    find: "if (actor.kind === 'system') return '*'",
    put: "if (actor.kind === 'system' || actor.kind === 'staff') return '*'",
    tests: rls,
  },
  {
    name: 'the embedded database is asked as its owner',
    file: 'src/context.ts',
    find: "set_config('role', 'makker_app', true)",
    put: "set_config('app.role', 'makker_app', true)",
    tests: rls,
    project: 'embedded',
  },
  {
    name: 'the municipality stays on the connection',
    file: 'src/context.ts',
    find: `set_config('app.municipality', \${scopeOf(ctx.actor)}, true)`,
    put: `set_config('app.municipality', \${scopeOf(ctx.actor)}, false)`,
    tests: rls,
    only: 'few connections',
  },
  {
    name: 'a scope of nobody sees all',
    file: 'migrations/0001-accounts-and-programmes.ts',
    find: "in ('*', owner)",
    put: "in ('*', '', owner)",
    tests: rls,
  },
  {
    name: 'people have no rule in the database',
    file: 'migrations/0002-people.ts',
    find: `    'person',
    'person_language',`,
    put: "    'person_language',",
    tests: rls,
  },
  {
    name: 'the rule of the mail is lost',
    file: 'migrations/0006-access.ts',
    find: ", 'api_token', 'mail']",
    put: ", 'api_token']",
    tests: rls,
  },
  {
    name: 'a rule does not bind the owner of the table',
    file: 'migrations/0006-access.ts',
    find: 'force row level security',
    put: 'enable row level security',
    tests: rls,
  },
  {
    name: 'anyone may rewrite any programme',
    file: 'migrations/0006-access.ts',
    find: 'on programme for select using (true)',
    put: 'on programme using (true)',
    tests: rls,
  },
  {
    name: 'a pair is answered for by whoever knows its number',
    file: 'src/features/proposals/sql.ts',
    find: "if (role === undefined) throw new Problem('not-found')",
    put: "if (role === undefined) return { proposal, role: 'mentor' as const, person: { name: '', email: '', locale: 'da', municipality: '' } }",
    tests: matrix,
    only: 'no proposal of others',
  },
  {
    name: 'what is missing is said to be forbidden',
    file: 'src/problems.ts',
    find: "'not-found': 404",
    put: "'not-found': 403",
    tests: matrix,
    only: 'whose something is',
  },
  {
    name: 'a form needs no token',
    file: forgery,
    find: 'if (expected.length === 0) return',
    put: 'return',
    tests: web,
    only: 'another site',
  },
  {
    name: 'a form may come from anywhere',
    file: forgery,
    find: "if (!comesFromHere(request, baseUrl)) throw new Problem('form-expired')",
    put: '',
    tests: web,
    only: 'another site',
  },
  {
    name: 'a form may come from an origin that is hidden',
    file: forgery,
    find: 'if (origin !== undefined && origin !== new URL(baseUrl).origin) return false',
    put: "if (origin !== undefined && origin !== 'null' && origin !== new URL(baseUrl).origin) return false",
    tests: web,
    only: 'another site',
  },
  {
    name: 'no page looks where a form comes from',
    file: app,
    find: "pages.addHook('preHandler', async (request) => refuseForgery(request, config.baseUrl))",
    put: '',
    tests: web,
    only: 'another site',
  },
  {
    name: 'pages take JSON and plain text',
    file: app,
    find: "pages.removeContentTypeParser(['application/json', 'text/plain'])",
    put: '',
    tests: web,
    only: 'another site',
  },
  {
    name: 'the API takes forms',
    file: app,
    find: "scope.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain'])",
    put: '',
    tests: web,
    only: 'no way into the API',
  },
  {
    name: 'the API is told by the spelling of the address',
    file: 'src/web/send-problems.ts',
    find: "(request.routeOptions.url ?? request.url).startsWith('/api/')",
    put: "request.url.startsWith('/api/')",
    tests: `${features}/tokens.test.ts`,
  },
  {
    name: 'the API knows its clients by cookie too',
    file: session,
    find: "if (authorization === undefined) return { kind: 'public' }",
    put: 'if (authorization === undefined) return authenticateReader(ctx, request)',
    tests: matrix,
    only: 'does not admit',
  },
  {
    name: 'scripts of others are welcome',
    file: app,
    find: `scriptSrc: ["'self'"]`,
    put: `scriptSrc: ["'self'", "'unsafe-inline'"]`,
    tests: web,
    only: 'headers',
  },
  {
    name: 'the browser keeps pages about people',
    file: app,
    find: "reply.header('cache-control', 'no-store')",
    put: "reply.header('x-cache', 'no-store')",
    tests: web,
    only: 'headers',
  },
  {
    name: 'the log writes addresses',
    file: app,
    find: 'return { method: request.method, route: request.routeOptions?.url }',
    put: 'return { method: request.method, route: request.routeOptions?.url, url: (request as { url?: string }).url }',
    tests: 'test/access/logs.test.ts',
  },
  {
    name: 'everyone is believed about their address',
    file: app,
    find: 'trustProxy: config.trustProxy ?? false',
    put: 'trustProxy: config.trustProxy ?? true',
    tests: `${features}/guessing.test.ts`,
  },
  {
    name: 'text on a page is printed as it came',
    file: 'src/web/html.ts',
    find: 'export { html, type SafeHtml }',
    put: 'const raw = html.raw as unknown as typeof html\nexport { raw as html, type SafeHtml }',
    tests: 'test/features/programmes/pages.test.ts',
  },
  {
    name: 'after signing in one goes anywhere',
    file: 'src/web/html.ts',
    find: "return isPlain ? target! : '/'",
    put: "return isPlain ? target! : (target ?? '/')",
    tests: `${features}/sign-in.test.ts`,
    only: 'goes from',
  },
  {
    name: 'a raised epoch ends nothing',
    file: session,
    find: ' || session.epoch !== session.sessionEpoch',
    put: '',
    tests: `${features}/own-account.test.ts`,
  },
  {
    name: 'a disabled account goes on',
    file: session,
    find: 'session.disabledAt !== null || ',
    put: '',
    tests: `${features}/sign-in.test.ts`,
    only: 'ends at once',
  },
  {
    name: 'the password alone opens the house',
    file: session,
    find: 'if (session.verifiedAt === null) return undefined',
    put: 'if (session.verifiedAt === null) session.verifiedAt = now',
    tests: `${features}/second-factor.test.ts`,
  },
  {
    name: 'a session never tires',
    file: session,
    find: 'if (isOver(session.lastSeenAt.add(idleLimit[kind]), now)) return undefined',
    put: '',
    tests: `${features}/sign-in.test.ts`,
    only: 'half an hour',
  },
  {
    name: 'a session lasts for ever',
    file: session,
    find: 'if (isOver(session.expiresAt, now)) return undefined',
    put: '',
    tests: `${features}/sign-in.test.ts`,
    only: 'eight hours',
  },
  {
    name: 'a revoked token works on',
    file: session,
    find: 'token.revokedAt !== null || ',
    put: '',
    tests: `${features}/tokens.test.ts`,
  },
  {
    name: 'tokens are signed by any algorithm',
    file: 'src/web/bearer.ts',
    find: "algorithms: ['HS256']",
    put: "algorithms: ['HS256', 'HS512']",
    tests: `${features}/tokens.test.ts`,
  },
  {
    name: 'a token for something else is a token for us',
    file: 'src/web/bearer.ts',
    find: '      allowedAud: audience,\n',
    put: '',
    tests: `${features}/tokens.test.ts`,
  },
  {
    name: 'what the library chokes on is our fault',
    file: 'src/web/bearer.ts',
    find: '  } catch {',
    put: '  } catch (error) {\n    throw error',
    tests: `${features}/tokens.test.ts`,
  },
  {
    name: 'a link works twice',
    file: sql,
    find: "    .where('usedAt', 'is', null)\n",
    put: '',
    tests: `${features}/sign-in.test.ts`,
    only: 'sign-in link',
  },
  {
    name: 'a link opens what it was not made for',
    file: sql,
    find: `    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst()`,
    put: `    .where('hash', '=', hash)
    .where('purpose', '<>', 'x' as typeof purpose)
    .executeTakeFirst()`,
    tests: `${features}/sign-in.test.ts`,
    only: 'another purpose',
  },
  {
    name: 'a link is used up by looking at it',
    file: `${accounts}/pages.ts`,
    find: "await readLink(asSystem(), tokenOf(request), 'sign-in')",
    put: 'await useSignInLink(ctx, tokenOf(request))',
    tests: `${features}/sign-in.test.ts`,
    only: 'sign-in link',
  },
  {
    name: 'tokens are stored as they are',
    file: 'src/web/session.ts',
    find: "return createHash('sha256').update(token).digest('base64url')",
    put: 'return token',
    tests: `${features}/sign-in.test.ts`,
    only: 'whatever the case',
  },
  {
    name: 'scripts can read the session',
    file: 'src/web/session.ts',
    find: 'httpOnly: true',
    put: 'httpOnly: false',
    tests: `${features}/sign-in.test.ts`,
    only: 'whatever the case',
  },
  {
    name: 'a code of the app works twice',
    file: `${accounts}/totp.ts`,
    find: '.filter((step) => step > lastUsed)',
    put: '.filter((step) => step > 0)',
    tests: `${features}/second-factor.test.ts`,
  },
  {
    name: 'whatever looks like a recovery code is one, as often as one likes',
    file: `${accounts}/confirm.ts`,
    find: "return deleteRecoveryCode(ctx.db, account.id, hashToken(plain.replaceAll('-', '')))",
    put: 'return /^[a-z2-7]{5}-?[a-z2-7]{5}$/.test(plain)',
    tests: `${features}/second-factor.test.ts`,
  },
  {
    name: 'the second factor is replaced by who has only the password',
    file: `${accounts}/begin-second-factor.ts`,
    find: 'own.verifiedAt === null ? own.totpSecret === null',
    put: 'own.verifiedAt === null ? true',
    tests: `${features}/second-factor.test.ts`,
  },
  {
    name: 'guesses are not counted',
    file: `${accounts}/count-attempt.ts`,
    find: "if ((await countAttempts(ctx.db, key, since)) >= most) throw new Problem('rate-limited')",
    put: 'await countAttempts(ctx.db, key, since)',
    tests: `${features}/second-factor.test.ts`,
    only: 'guessing',
  },
  {
    name: 'guesses at once are not counted',
    file: `${accounts}/count-attempt.ts`,
    find: 'for (const { key } of sorted) await lockAttempts(ctx.db, key)',
    put: '',
    tests: `${features}/guessing.test.ts`,
    only: 'fifty',
  },
  {
    name: 'who guesses locks the owner out',
    file: `${accounts}/sign-in.ts`,
    find: '...(isKnown ? [] : [{',
    put: '...(isKnown && false ? [] : [{',
    tests: `${features}/guessing.test.ts`,
    only: 'lock the owner out',
  },
  {
    name: 'an address that nobody has is told',
    file: `${accounts}/sign-in.ts`,
    find: "if (account === undefined || !isRight) throw new Problem('wrong-credentials')",
    put: "if (account === undefined) throw new Problem('not-found')\n  if (!isRight) throw new Problem('wrong-credentials')",
    tests: `${features}/sign-in.test.ts`,
    only: 'answers the same',
  },
  {
    name: 'a flood of sign-ins takes every thread',
    file: `${accounts}/password.ts`,
    find: 'const longestQueue = 20',
    put: 'const longestQueue = 2_000',
    tests: `${features}/sign-in.test.ts`,
    only: 'past two checks',
  },
  {
    name: 'any password will do',
    file: `${accounts}/password.ts`,
    find: 'return rest.length < 6 || new Set(rest).size < 4',
    put: 'return false',
    tests: `${features}/set-up.test.ts`,
  },
  {
    name: 'the session from before signing in goes on',
    file: `${accounts}/pages.ts`,
    find: 'if (earlier !== undefined) await signOut(ctx, earlier)',
    put: '',
    tests: `${features}/sign-in.test.ts`,
    only: 'ends the one',
  },
  {
    name: 'signing out forgets only the cookie',
    file: `${accounts}/pages.ts`,
    find: 'if (token !== undefined) await signOut(ctx, token)',
    put: '',
    tests: `${features}/sign-in.test.ts`,
    only: 'signs out',
  },
  {
    name: 'a house that is set up can be set up again',
    file: `${accounts}/set-up.ts`,
    find: 'return (await countAccounts(ctx.db)) === 0',
    put: 'return true',
    tests: `${features}/set-up.test.ts`,
    only: 'there is an account',
  },
  {
    name: 'tokens outlive the colleague who made them',
    file: `${accounts}/disable.ts`,
    find: 'await revokeTokensOf(ctx.db, id, ctx.now())',
    put: '',
    tests: `${features}/own-account.test.ts`,
  },
  {
    name: 'anyone ends anyone’s session',
    file: sql,
    find: `    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()`,
    put: `    .where('id', '=', id)
    .executeTakeFirst()`,
    tests: `${features}/own-account.test.ts`,
  },
  {
    name: 'a changed password leaves the thief inside',
    file: `${accounts}/change-password.ts`,
    find: 'await raiseEpoch(ctx.db, accountId)',
    put: '',
    tests: `${features}/own-account.test.ts`,
  },
  {
    name: 'newcomers go in without the second factor',
    file: `${accounts}/accept-invitation.ts`,
    find: 'isVerified: !needsSecondFactor',
    put: 'isVerified: true',
    tests: `${features}/second-factor.test.ts`,
    only: 'new colleague',
  },
  {
    name: 'nobody counts what visitors send',
    file: `${accounts}/limit-visitors.ts`,
    find: "if (request.is404 || policy !== 'public'",
    put: "if (request.is404 || policy === 'public'",
    tests: `${features}/guessing.test.ts`,
    only: 'counted by network',
  },
]
