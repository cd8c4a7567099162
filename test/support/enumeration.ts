import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Kysely } from 'kysely'
import type { Actor, Context } from '../../src/context.ts'
import type { DB } from '../../src/db/types.ts'
import { attemptKey } from '../../src/features/accounts/attempts/count-attempt.ts'
import { createSignInLink } from '../../src/features/accounts/links/create-sign-in-link.ts'
import { openLink } from '../../src/features/accounts/links/open-link.ts'
import { hashPassword } from '../../src/features/accounts/password.ts'
import { useSignInLink } from '../../src/features/accounts/links/use-sign-in-link.ts'
import { valuesOf } from '../../src/features/people/profile/form.ts'
import { readProfile } from '../../src/features/people/profile/read-profile.ts'
import { registerPerson } from '../../src/features/people/registration/register.ts'
import { RegisterMentee } from '../../src/features/people/schema.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { hashToken, newToken } from '../../src/web/session.ts'
import { baseUrl, encode, sessionCookie } from './app.ts'
import { menteeForm, mentorForm } from './people.ts'

// Requests by which an attacker may find out whether an address or a link exists: the same request
// for one that exists and for one that does not. Tests compare the answers, `npm run
// bench:enumeration` the times.

export interface Stage {
  app: FastifyInstance
  db: Kysely<DB>
  clock: { now(): Temporal.Instant }
  ctx(actor?: Actor): Context
}

/** One request for something that exists, and for something that does not. */
export interface Pair {
  known: InjectOptions
  unknown: InjectOptions
  /** The two texts that differ, of equal length; the first is in the database. */
  asked: [string, string]
  rows: string[]
}

export interface Flow {
  name: string
  pairs(stage: Stage, count: number): Promise<Pair[]>
}

const password = 'en gul cykel i regnvejr'
let hashed: string | undefined

function addresses(): [string, string] {
  // No digits, which might look like a CPR number.
  const word = randomBytes(6)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[+digit]!)
  return [`known${word}@example.dk`, `other${word}@example.dk`]
}

/** Another network for each request, so that rate limits do not answer. */
function from(): string {
  return `10.${[...randomBytes(3)].join('.')}`
}

function form(url: string, fields: Record<string, string | string[]>, cookies = {}): InjectOptions {
  return {
    method: 'POST',
    url,
    remoteAddress: from(),
    cookies,
    headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
    payload: encode(fields),
  }
}

const json = (url: string, body: object): InjectOptions => ({
  method: 'POST',
  url,
  remoteAddress: from(),
  headers: { 'content-type': 'application/json' },
  payload: JSON.stringify(body),
})

/** A flow by its fixture and its request. */
function flowOf(
  name: string,
  make: (stage: Stage, address: string) => Promise<string[]>,
  ask: (address: string, stage: Stage) => InjectOptions | Promise<InjectOptions>,
  more: { lately?: (stage: Stage, address: string) => Promise<void> } = {},
): Flow {
  const { lately } = more
  return {
    name,
    pairs: async (stage, count) => {
      const made: Pair[] = []
      for (let number = 0; number < count; number++) {
        const asked = addresses()
        const rows = await make(stage, asked[0])
        const [known, unknown] = [await ask(asked[0], stage), await ask(asked[1], stage)]
        made.push({ known, unknown, asked, rows })
      }
      // Forgets the attempts that the fixture made.
      await stage.db.deleteFrom('attempt').execute()
      for (const { asked } of made) await lately?.(stage, asked[0])
      return made
    },
  }
}

async function colleague(stage: Stage, email: string, more: object = {}): Promise<string[]> {
  hashed ??= await hashPassword(password)
  const { id } = await stage.db
    .insertInto('account')
    .values({
      ...{ name: 'Karen', role: 'coordinator', municipality: '0461', locale: 'da' },
      ...{ email, password: hashed, createdAt: stage.clock.now(), ...more },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return [id]
}

async function participant(stage: Stage, email: string): Promise<string[]> {
  const command = RegisterMentee.parse(menteeForm({ email, name: 'Amal Nasser' }))
  const registered = await registerPerson(stage.ctx({ kind: 'public' }), {
    role: 'mentee',
    command,
  })
  return [registered.personId, registered.enrolmentId]
}

async function family(stage: Stage, email: string): Promise<string[]> {
  const people: string[] = []
  for (let child = 0; child < 3; child++) people.push(...(await participant(stage, email)))
  return people
}

const signIn = (email: string, cookies = {}) =>
  form('/sign-in', { email, password: 'noget helt andet', next: '/' }, cookies)

const filledIn = (role: 'mentor' | 'mentee', email: string, { clock }: Stage) => ({
  shownAt: clock.now().subtract({ seconds: 20 }).toString(),
  name: 'Sami Aziz',
  email,
  residence: '0461',
  'level-ar': 'native',
  hours: ['3-evening'],
  [role === 'mentor' ? 'offers' : 'needs']: ['dansk'],
  consent: 'on',
})

async function mailedToday({ db, clock }: Stage, email: string): Promise<void> {
  const one = { key: attemptKey(`registration ${email}`), at: clock.now() }
  await db.insertInto('attempt').values([one, one, one]).execute()
}

/** A form on a person's own page with a new address. */
async function newAddress(email: string, stage: Stage): Promise<InjectOptions> {
  const [personId, enrolmentId] = await participant(stage, addresses()[1])
  await stage.db
    .updateTable('person')
    .set({ emailUnconfirmedSince: null })
    .where('id', '=', personId!)
    .execute()
  const lasts = Temporal.Duration.from({ hours: 1 })
  const link = await createSignInLink(stage.ctx(), { personId: personId!, lasts })
  const session = await useSignInLink(stage.ctx(), link)
  const known = valuesOf(await readProfile(stage.ctx(), enrolmentId!))
  const fields = Object.entries({ ...known, email }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
  )
  const sent = { ...Object.fromEntries(fields), _form: formTokenOf(session) }
  return form(`/me/roles/${enrolmentId}/profile`, sent, { [sessionCookie]: session })
}

/** A flow that opens a page with a link of another purpose, and with one that does not exist. */
function openingLink(
  page: string,
  purpose: 'answer' | 'sign-in',
  fields?: Record<string, string>,
): Flow {
  return {
    name: `${fields === undefined ? 'looking at' : 'pressing'} /${page} with another link`,
    pairs: async (stage, count) => {
      const made: Pair[] = []
      for (let number = 0; number < count; number++) {
        const [personId] = await participant(stage, addresses()[0])
        const lasts = Temporal.Duration.from({ hours: 1 })
        const owner = { personId: personId!, municipality: '0461' }
        const asked: [string, string] = [
          await openLink(stage.ctx(), { purpose, ...owner, lasts }),
          newToken(),
        ]
        const turn = (token: string): InjectOptions =>
          fields === undefined
            ? { url: `/${page}/${token}`, remoteAddress: from() }
            : form(`/${page}/${token}`, fields)
        const [known, unknown] = [turn(asked[0]), turn(asked[1])]
        made.push({ known, unknown, asked, rows: [personId!, hashToken(asked[0])] })
      }
      return made
    },
  }
}

export const flows: readonly Flow[] = [
  flowOf('signing in', colleague, (email) => signIn(email)),
  flowOf('signing in from a browser known to somebody else', colleague, (email) =>
    signIn(email, { device: 'x'.repeat(43) }),
  ),
  flowOf(
    'signing in where the account is shut',
    (stage, email) => colleague(stage, email, { disabledAt: stage.clock.now() }),
    (email) => signIn(email),
  ),
  flowOf(
    'signing in where the invitation is not answered yet',
    (stage, email) => colleague(stage, email, { password: null }),
    (email) => signIn(email),
  ),
  ...(['mentor', 'mentee'] as const).flatMap((role) => [
    flowOf(`registering as a ${role}`, participant, (email, stage) =>
      form(`/${role}`, filledIn(role, email, stage)),
    ),
    flowOf(`registering as a ${role} by the API`, participant, (email) =>
      json(
        `/api/v1/${role}s`,
        role === 'mentor'
          ? mentorForm({ email, name: 'Sami Aziz' })
          : menteeForm({ email, name: 'Sami Aziz' }),
      ),
    ),
  ]),
  flowOf(
    'registering where enough mails were sent today',
    participant,
    (email, stage) => form('/mentee', filledIn('mentee', email, stage)),
    { lately: mailedToday },
  ),
  flowOf('asking for a link', participant, (email) => form('/link', { email })),
  flowOf('asking for a link to an address that several share', family, (email) =>
    form('/link', { email }),
  ),
  flowOf('writing a new address on one’s own page', participant, newAddress),
  openingLink('answer', 'sign-in'),
  openingLink('answer', 'sign-in', { answer: 'yes' }),
  openingLink('sign-in', 'answer'),
  openingLink('sign-in', 'answer', {}),
  openingLink('invitation', 'answer', { password }),
  openingLink('welcome', 'answer', {}),
  {
    name: 'giving the second factor to a session that ended',
    pairs: async (stage, count) => {
      const made: Pair[] = []
      for (let number = 0; number < count; number++) {
        const rows = await colleague(stage, addresses()[0])
        const lasts = Temporal.Duration.from({ hours: 1 })
        const link = await createSignInLink(stage.ctx(), { accountId: rows[0]!, lasts })
        const ended = await useSignInLink(stage.ctx(), link)
        await stage.db.deleteFrom('session').where('accountId', '=', rows[0]!).execute()
        const asked: [string, string] = [ended, newToken()]
        const give = (session: string) =>
          form(
            '/confirm',
            { proof: '123456', _form: formTokenOf(session) },
            { [sessionCookie]: session },
          )
        made.push({ known: give(ended), unknown: give(asked[1]), asked, rows })
      }
      return made
    },
  },
]
