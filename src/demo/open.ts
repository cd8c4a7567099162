import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { actingAs, type Context } from '../context.ts'
import { createSignInLink } from '../features/accounts/create-sign-in-link.ts'
import { createToken } from '../features/accounts/create-token.ts'
import { findSeeded } from './find.ts'
import { type Seeded, seedDemo } from './seed.ts'

const linksLast = Temporal.Duration.from({ hours: 12 })

/**
 * Fills the demo the first time, and says how to look at it: links that sign in, where unsent mail
 * can be read, and a line for the command line with a token that works.
 */
export async function openDemo(
  ctx: Context,
  app: FastifyInstance,
  config: Config,
): Promise<string> {
  const people = (await findSeeded(ctx)) ?? (await seedDemo(ctx))
  const links = await signInLinks(ctx, people, config.baseUrl)
  const coordinator = {
    kind: 'staff',
    id: people.coordinatorId,
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

  Coordinator in Odense    ${links.coordinator}
  Mentor                   ${links.mentor}
  Mentee, reading Arabic   ${links.mentee}?lang=ar

  Mail that would be sent  ${config.baseUrl}/mail
  The demo's clock         ${config.baseUrl}/demo
  The API                  ${config.baseUrl}/api/docs

  curl -H "Authorization: Bearer ${token}" \\
    "${config.baseUrl}/api/v1/statistics?municipality=0461&from=2026-01-01&to=2027-01-01&audience=internal"
`
}

async function signInLinks(ctx: Context, people: Seeded, baseUrl: string) {
  const linkFor = async (holder: { accountId: string } | { personId: string }) =>
    `${baseUrl}/sign-in/${await createSignInLink(ctx, { ...holder, lasts: linksLast })}`
  return {
    coordinator: await linkFor({ accountId: people.coordinatorId }),
    mentor: await linkFor({ personId: people.mentorId }),
    mentee: await linkFor({ personId: people.arabicMenteeId }),
  }
}
