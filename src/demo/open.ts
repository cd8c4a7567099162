import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { actingAs, type Context } from '../context.ts'
import { createSignInLink } from '../features/accounts/links/create-sign-in-link.ts'
import { createToken } from '../features/accounts/tokens/create-token.ts'
import { findGuests, type Guests } from './find.ts'
import { seedDemo } from './seed.ts'

type Holder = { accountId: string } | { personId: string }
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
  const guests = (await findGuests(ctx)) ?? (await seedGuests(ctx))
  const links = await signInLinks(ctx, guests, config.baseUrl)
  const coordinator = {
    kind: 'staff',
    id: guests.coordinatorId,
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

async function seedGuests(ctx: Context): Promise<Guests> {
  await seedDemo(ctx)
  return (await findGuests(ctx))!
}

async function signInLinks(ctx: Context, guests: Guests, baseUrl: string): Promise<string[]> {
  const linkFor = async (who: string, holder: Holder, language = '') => {
    const token = await createSignInLink(ctx, { ...holder, lasts: linksLast })
    return `  ${who.padEnd(24)} ${baseUrl}/sign-in/${token}${language}`
  }
  const { coordinatorId, mentorId, arabicMenteeId } = guests
  const links = [await linkFor('Coordinator in Odense', { accountId: coordinatorId })]
  if (mentorId !== undefined) links.push(await linkFor('Mentor', { personId: mentorId }))
  if (arabicMenteeId !== undefined)
    links.push(await linkFor('Mentee, reading Arabic', { personId: arabicMenteeId }, '?lang=ar'))
  return links
}
