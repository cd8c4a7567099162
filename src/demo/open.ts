import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { actingAs, type Context } from '../context.ts'
import { createSignInLink } from '../features/accounts/links/create-sign-in-link.ts'
import { createToken } from '../features/accounts/tokens/create-token.ts'
import { type DemoRole, demoRoles, type DemoUsers, findDemoUsers } from './find.ts'
import { seedDemo } from './seed.ts'

const linksLast = Temporal.Duration.from({ hours: 12 })

/**
 * Fills the demo the first time, and returns how to look at it: links that sign in, the page of
 * unsent mail, and a curl command with a valid token.
 */
export async function openDemo(
  ctx: Context,
  app: FastifyInstance,
  config: Config,
): Promise<string> {
  const users = (await findDemoUsers(ctx)) ?? (await seedDemoUsers(ctx))
  const links = await signInLinks(ctx, users, config.baseUrl)
  const coordinator = {
    kind: 'staff',
    id: users.coordinator.accountId,
    name: 'Demo',
    role: 'coordinator',
    municipality: '0461',
  } as const
  const { token } = await createToken(
    actingAs(ctx, coordinator),
    { name: 'Demo', scope: 'programme:write', months: 1 },
    (claims) => app.jwt.sign(claims),
  )
  return `
Makker is running at ${config.baseUrl} with invented people.

${links.join('\n')}

  Mail that would be sent  ${config.baseUrl}/mail
  The demo's clock         ${config.baseUrl}/demo
  The API                  ${config.baseUrl}/api/docs

  curl -H "Authorization: Bearer ${token}" \\
    "${config.baseUrl}/api/v1/statistics?municipality=0461&from=2026-01-01&to=2027-01-01&audience=internal"
`
}

async function seedDemoUsers(ctx: Context): Promise<DemoUsers> {
  await seedDemo(ctx)
  return (await findDemoUsers(ctx))!
}

const names = {
  coordinator: 'Coordinator in Odense',
  ofPairs: 'Coordinator in Roskilde',
  mentor: 'Mentor who waits',
  paired: 'Mentor in a pair',
  mentee: 'Mentee, reading Arabic',
} as const satisfies Record<DemoRole, string>

async function signInLinks(ctx: Context, users: DemoUsers, baseUrl: string): Promise<string[]> {
  const links: string[] = []
  for (const role of demoRoles) {
    const holder = users[role]
    if (holder === undefined) continue
    const token = await createSignInLink(ctx, { ...holder, lasts: linksLast })
    const language = role === 'mentee' ? '?lang=ar' : ''
    links.push(`  ${names[role].padEnd(24)} ${baseUrl}/sign-in/${token}${language}`)
  }
  return links
}
