import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { actingAs, type Context } from '../context.ts'
import { createSignInLink } from '../features/accounts/links/create-sign-in-link.ts'
import { createToken } from '../features/accounts/tokens/create-token.ts'
import { findDemoUsers, type DemoUsers } from './find.ts'
import { seedDemo } from './seed.ts'

type Holder = { accountId: string } | { personId: string }
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
    id: users.coordinatorId,
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

async function signInLinks(ctx: Context, users: DemoUsers, baseUrl: string): Promise<string[]> {
  const linkFor = async (who: string, holder: Holder, language = '') => {
    const token = await createSignInLink(ctx, { ...holder, lasts: linksLast })
    return `  ${who.padEnd(24)} ${baseUrl}/sign-in/${token}${language}`
  }
  const { coordinatorId, mentorId, arabicMenteeId } = users
  const links = [await linkFor('Coordinator in Odense', { accountId: coordinatorId })]
  if (mentorId !== undefined) links.push(await linkFor('Mentor', { personId: mentorId }))
  if (arabicMenteeId !== undefined)
    links.push(await linkFor('Mentee, reading Arabic', { personId: arabicMenteeId }, '?lang=ar'))
  return links
}
