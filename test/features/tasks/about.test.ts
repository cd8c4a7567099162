import { beforeEach, expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { openTask } from '../../../src/features/tasks/open.ts'
import { resolveTasks } from '../../../src/features/tasks/resolve.ts'
import { queueMail } from '../../../src/mail/queue-mail.ts'
import { useSite } from '../../support/app.ts'
import { aClient, type Client } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { aMeeting, aProgramme } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
const dueOn = Temporal.PlainDate.from('2026-12-01')
const municipality = '0461'

let met: Awaited<ReturnType<typeof aMeeting>>
let client: Client

beforeEach(async () => {
  const programme = await aProgramme(house)
  met = await aMeeting(house, programme)
  client = await aClient(house, site, programme.coordinator)
})

async function listed() {
  const { data } = (await client.get('/tasks')).json()
  return data.map(({ people, ...task }: { people: { enrolmentId: string }[] }) => ({
    ...task,
    people: people.map(({ enrolmentId }) => enrolmentId),
  }))
}

test('a task about a match, a meeting or a mail names the people it is about', async () => {
  const { mentor, mentee, matchId, meetingId } = met
  const both = [mentor.enrolmentId, mentee.enrolmentId]
  await transact(house.ctx(), async (ctx) => {
    await queueMail(ctx, {
      kind: 'reconfirmation',
      municipality,
      to: { personId: mentee.personId },
    })
  })
  const { id: mailId } = await house.db
    .selectFrom('mail')
    .select('id')
    .where('kind', '=', 'reconfirmation')
    .executeTakeFirstOrThrow()
  await transact(house.ctx(), async (ctx) => {
    const task = { municipality, kind: 'mail_refused', dueOn } as const
    await openTask(ctx, { ...task, matchId })
    await openTask(ctx, { ...task, meetingId })
    await openTask(ctx, { ...task, meetingId, enrolmentId: mentor.enrolmentId })
    await openTask(ctx, { ...task, mailId })
  })
  expect(await listed()).toMatchObject([
    { matchId, meetingId: null, people: both },
    { matchId: null, meetingId, people: both },
    { meetingId, people: [mentor.enrolmentId] },
    { mailId, people: [mentee.enrolmentId] },
  ])
})

test('one cause opens one task, and resolving it leaves those about others open', async () => {
  const { matchId, meetingId } = met
  await transact(house.ctx(), async (ctx) => {
    const task = { municipality, kind: 'mail_refused', dueOn } as const
    for (const about of [{ matchId }, { matchId }, { meetingId }])
      await openTask(ctx, { ...task, ...about })
  })
  expect(await listed()).toHaveLength(2)
  await transact(house.ctx(), (ctx) => resolveTasks(ctx, { matchId, kinds: ['mail_refused'] }))
  expect(await listed()).toMatchObject([{ meetingId }])
})
