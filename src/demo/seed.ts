import { type Actor, type Context, transact, type Work } from '../context.ts'
import { nameReaders } from '../features/concerns/readers/name-readers.ts'
import { recordContact } from '../features/people/registration/contact/record-contact.ts'
import { moveByHand } from '../features/people/transitions/by-hand/move-by-hand.ts'
import { confirmEmail } from '../features/people/registration/confirm-email.ts'
import { registerContact, registerPerson } from '../features/people/registration/register.ts'
import type { RegisterMentor } from '../features/people/schema.ts'
import { addPartner } from '../features/programmes/add-partner.ts'
import { addSite } from '../features/places/sites/add-site.ts'
import { setHours } from '../features/places/sites/set-hours.ts'
import { setRooms } from '../features/places/sites/set-rooms.ts'
import { changeActivities } from '../features/programmes/change-activities.ts'
import { changeContact } from '../features/programmes/change-contact.ts'
import { startProgramme } from '../features/programmes/start.ts'
import { openLink } from '../features/accounts/links/open-link.ts'
import { inviteCoordinator } from '../features/accounts/invite.ts'
import { answerProposal } from '../features/proposals/answer.ts'
import { approveProposal } from '../features/proposals/approve.ts'
import { setRequirements } from '../features/requirements/set.ts'
import { runMatching } from '../features/runs/queue/run.ts'
import { type Life, liveOn } from './lives.ts'
import { listDrafts } from './sql.ts'
import { addressOf, inventPeople, odenseContacts, odenseMentees, odenseMentors } from './people.ts'

/** Staffed until the evening on weekdays with a break at noon, and open without staff around it. */
const hours = [1, 2, 3, 4, 5, 6].flatMap((day) => [
  { day, opens: '07:00', closes: '10:00', staffed: false },
  { day, opens: '10:00', closes: '13:00', staffed: true },
  ...(day === 6
    ? []
    : [
        { day, opens: '14:00', closes: '19:00', staffed: true },
        { day, opens: '19:00', closes: '22:00', staffed: false },
      ]),
])

interface Place {
  code: string
  name: string
  alsoServes: string[]
  coordinator: string
  phone: string
  /** With the coordinator, the two who read concerns. */
  colleague?: string
  site: { name: string; address: string; vulnerableArea: boolean }
  partners: {
    name: string
    type: 'ngo' | 'association' | 'culture-house' | 'school'
    residence?: string
  }[]
}

const odense: Place = {
  code: '0461',
  name: 'Mentor-match i Odense',
  alsoServes: ['0440'],
  coordinator: 'Karin Odgaard',
  phone: '+4500000461',
  colleague: 'Lone Lindberg',
  site: {
    name: 'Vollsmose Bibliotek',
    address: 'Vollsmose Allé 14, 5240 Odense NØ',
    vulnerableArea: true,
  },
  partners: [
    { name: 'Café Venligboerne Odense', type: 'association' },
    { name: 'Vollsmose Kulturhus', type: 'culture-house' },
    { name: 'Kerteminde Netværk', type: 'association', residence: '0440' },
  ],
}

const others: Place[] = [
  {
    code: '0265',
    name: 'Mentor-match i Roskilde',
    alsoServes: [],
    coordinator: 'Bente Rosenby',
    phone: '+4500000265',
    site: {
      name: 'Idrætsbiblioteket',
      address: 'Rønnebærparken 1, 4000 Roskilde',
      vulnerableArea: true,
    },
    partners: [{ name: 'Dansk Flygtningehjælp Roskilde', type: 'ngo' }],
  },
  {
    code: '0657',
    name: 'Mentor-match i Herning',
    alsoServes: [],
    coordinator: 'Per Hedegaard',
    phone: '+4500000657',
    site: {
      name: 'Herning Bibliotek',
      address: 'Østergade 8, 7400 Herning',
      vulnerableArea: false,
    },
    partners: [{ name: 'Frivillige tosprogede i Herning', type: 'association' }],
  },
  {
    code: '0350',
    name: 'Mentor-match i Lejre',
    alsoServes: [],
    coordinator: 'Marie Skovsgaard',
    phone: '+4500000350',
    site: { name: 'Hvalsø Bibliotek', address: 'Skolevej 12, 4330 Hvalsø', vulnerableArea: false },
    partners: [{ name: 'Frivillignet Lejre', type: 'ngo' }],
  },
]

/**
 * Fills an empty database by the operations that people use, each at its day in the past: Odense as
 * the source report has it, up to the matching run, and three municipalities with three months of
 * history and drafts waiting.
 */
export async function seedDemo(ctx: Context): Promise<void> {
  // One transaction: all or nothing, and faster than hundreds of commits.
  return transact(ctx, async (ctx) => {
    const { partnerIds } = await openPlace(ctx, odense)
    await seedOdense(ctx, partnerIds)
    for (const [turn, place] of others.entries()) {
      const { siteId } = await openPlace(ctx, place)
      await seedHistory(ctx, place, { turn, siteId })
    }
  })
}

/** A context some days in the past, for an actor. */
function past(ctx: Work, days: number, actor: Actor): Work {
  const then = ctx.now().subtract({ hours: 24 * days })
  return { ...ctx, actor, now: () => then }
}

function coordinatorOf(place: { code: string; coordinator: string }): Actor {
  return {
    kind: 'staff',
    id: '00000000-0000-4000-8000-000000000000',
    name: place.coordinator,
    role: 'coordinator',
    municipality: place.code,
  }
}

async function openPlace(
  ctx: Work,
  place: Place,
): Promise<{ siteId: string; partnerIds: string[] }> {
  const system = past(ctx, 120, { kind: 'system' })
  const programmeId = await startProgramme(system, {
    municipality: place.code,
    name: place.name,
    alsoServes: place.alsoServes,
  })
  const siteId = await addSite(system, place.code, place.site)
  await setHours(system, siteId, { version: 1, weekly: hours, days: [] })
  await setRooms(system, siteId, {
    version: 2,
    rooms: [{ name: 'Mødelokale 1' }, { name: 'Mødelokale 2' }],
  })
  const partnerIds: string[] = []
  for (const partner of place.partners)
    partnerIds.push(await addPartner(system, place.code, partner))
  const accountIds: string[] = []
  for (const name of [place.coordinator, place.colleague ?? []].flat())
    accountIds.push(
      await inviteCoordinator(system, {
        ...{ name, email: addressOf(name) },
        ...{ municipality: place.code, locale: 'da' },
      }),
    )
  const coordinator = past(ctx, 120, coordinatorOf(place))
  await changeContact(coordinator, place.code, {
    contactName: place.coordinator,
    phone: place.phone,
    phoneHours: [1, 2, 3, 4].map((day) => ({ day, from: '10:00', to: '15:00' })),
  })
  await changeActivities(coordinator, place.code, {
    activities: `Sprogcafé hver torsdag kl. 16 på ${place.site.name}`,
  })
  if (place.colleague !== undefined) await nameReaders(coordinator, programmeId, { accountIds })
  return { siteId, partnerIds }
}

async function seedOdense(ctx: Work, partnerIds: readonly string[]): Promise<void> {
  const [inOdense, , inKerteminde] = partnerIds
  const coordinator = coordinatorOf(odense)
  await setRequirements(past(ctx, 100, coordinator), odense.code, {
    requirements: [{ kind: 'interview' }, { kind: 'children_certificate', lastsMonths: 24 }],
  })
  await readyMentors(ctx, odenseMentors, { coordinator, chosen: 5, daysAgo: 70 })
  const contactedOn = past(ctx, 45, coordinator)
  for (const { residence, ...contact } of odenseContacts) {
    const partnerId = residence === '0440' ? inKerteminde : inOdense
    const { name, sex } = contact
    const { enrolmentId } = await recordContact(contactedOn, { name, sex, residence, partnerId })
    await moveByHand(past(ctx, 40, coordinator), enrolmentId, {
      to: contact.state,
      reason: contact.state === 'not_interested' ? 'Har ikke tid nu' : undefined,
    })
  }
  for (const [at, command] of odenseMentees.entries()) {
    const { name, sex, residence } = command
    const contact = { name, sex, residence, partnerId: inOdense }
    const { enrolmentId } = await recordContact(contactedOn, contact)
    await registerContact(past(ctx, 38, coordinator), enrolmentId, command)
    await moveByHand(past(ctx, 35 - 4 * at, coordinator), enrolmentId, { to: 'ready' })
  }
}

/** Registers volunteers, interviews them all, selects the first of them and makes those ready. */
async function readyMentors(
  ctx: Work,
  mentors: readonly RegisterMentor[],
  { coordinator, chosen, daysAgo }: { coordinator: Actor; chosen: number; daysAgo: number },
): Promise<void> {
  for (const [at, command] of mentors.entries()) {
    const registered = past(ctx, daysAgo, { kind: 'public' })
    const { enrolmentId, personId } = await registerPerson(registered, { role: 'mentor', command })
    await confirmAddress(registered, { municipality: command.residence, personId })
    await moveByHand(past(ctx, daysAgo - 10, coordinator), enrolmentId, { to: 'interviewed' })
    const decided = past(ctx, daysAgo - 12, coordinator)
    if (at >= chosen) {
      await moveByHand(decided, enrolmentId, { to: 'rejected', reason: 'Tiderne passer ikke' })
      continue
    }
    await moveByHand(decided, enrolmentId, { to: 'selected' })
    await moveByHand(past(ctx, daysAgo - 14, coordinator), enrolmentId, { to: 'ready' })
  }
}

/** Confirms the address as its owner does; until then other mails are not sent to it. */
async function confirmAddress(ctx: Work, whose: { municipality: string; personId: string }) {
  const lasts = Temporal.Duration.from({ minutes: 1 })
  await confirmEmail(ctx, await openLink(ctx, { purpose: 'confirm-email', ...whose, lasts }))
}

/** Three months: a first run whose pairs live on, then newcomers, and a run that waits for approval. */
async function seedHistory(
  ctx: Work,
  place: Place,
  { turn, siteId }: { turn: number; siteId: string },
): Promise<void> {
  const coordinator = coordinatorOf(place)
  const lives = livesIn[place.code] ?? []
  const early = lives.length
  const { mentors, mentees } = inventPeople(place.code, turn, early + 4)
  await readyMentors(ctx, mentors.slice(0, early), { coordinator, chosen: early, daysAgo: 95 })
  await readyMentees(ctx, mentees.slice(0, early), coordinator, 88)
  const daysAgo = (days: number) => past(ctx, days, coordinator)
  const first = await runMatching(daysAgo(75), place.code, { objective: 'coverage' })
  for (const [at, { id }] of (await listDrafts(ctx.db, first)).entries()) {
    const matchId = await accept(daysAgo, id, 74)
    if (matchId !== null) await liveOn(lives[at] ?? 'meets', { matchId, siteId, daysAgo })
  }
  await readyMentors(ctx, mentors.slice(early), { coordinator, chosen: 4, daysAgo: 40 })
  await readyMentees(ctx, mentees.slice(early), coordinator, 30)
  const second = await runMatching(daysAgo(4), place.code, { objective: 'coverage' })
  const [draft] = await listDrafts(ctx.db, second)
  const matchId = draft === undefined ? null : await accept(daysAgo, draft.id, 4)
  if (matchId !== null) await liveOn('new', { matchId, siteId, daysAgo })
}

/** Where the pairs of each municipality stand today. */
const livesIn: Readonly<Record<string, Life[]>> = {
  '0265': ['meets', 'still', 'closing', 'paused', 'unrecorded', 'closed', 'meets'],
  '0657': ['meets', 'unrecorded', 'closed', 'still'],
  '0350': ['unrecorded', 'meets', 'paused', 'meets'],
}

/** Approves a draft some days ago; both say yes, a day later each. */
async function accept(
  daysAgo: (days: number) => Work,
  proposalId: string,
  days: number,
): Promise<string | null> {
  await approveProposal(daysAgo(days), proposalId)
  await answerProposal(daysAgo(days - 1), proposalId, 'mentor', { answer: 'yes' })
  const yes = await answerProposal(daysAgo(days - 2), proposalId, 'mentee', { answer: 'yes' })
  return yes.matchId
}

async function readyMentees(
  ctx: Work,
  mentees: ReturnType<typeof inventPeople>['mentees'],
  coordinator: Actor,
  daysAgo: number,
): Promise<void> {
  for (const [at, command] of mentees.entries()) {
    const { name, sex, residence } = command
    const contact = past(ctx, daysAgo, coordinator)
    const { enrolmentId } = await recordContact(contact, { name, sex, residence })
    await registerContact(past(ctx, daysAgo - 3, coordinator), enrolmentId, command)
    await moveByHand(past(ctx, daysAgo - 4 - at, coordinator), enrolmentId, { to: 'ready' })
  }
}
