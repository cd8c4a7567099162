import { z } from 'zod'
import { ClockTime, Id, Instant, LocalTime, PlainDate, Text, Version } from '../../web/fields.ts'
import { occurrences, type When } from './wall-time.ts'

// Places owns where and when people can meet: sites, their hours and rooms, and who is booked when.

/** Who or what a booking takes up: a person, a room, or a coordinator's account. */
export interface Holder {
  kind: 'person' | 'room' | 'account'
  id: string
}

/** What a booking is for. */
export type Appointment = { meetingId: string } | { interviewId: string }

export interface Period {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** The fields that say when, of which a command has one of the first two. */
export const when = {
  startsAt: Instant.optional(),
  localStart: LocalTime.optional().meta({
    description: 'The time on the wall in Denmark, instead of startsAt',
  }),
  occurrence: z
    .enum(occurrences, 'choice')
    .optional()
    .meta({ description: 'Which of two equal times, when the clocks are set back' }),
}

export function saysWhen({ startsAt, localStart }: When): boolean {
  return (startsAt === undefined) !== (localStart === undefined)
}
export const whenIssue = { error: 'oneTime', path: ['startsAt'] }

export const AddSite = z
  .strictObject({
    name: Text(100),
    address: Text(200),
    vulnerableArea: z.boolean().default(false),
  })
  .meta({
    examples: [
      {
        name: 'Vollsmose Bibliotek',
        address: 'Vollsmose Allé 14, 5240 Odense NØ',
        vulnerableArea: true,
      },
    ],
  })
export type AddSite = z.output<typeof AddSite>

const Opening = z
  .strictObject({
    day: z.int('invalid').min(1).max(7).meta({ description: '1 is Monday' }),
    opens: ClockTime,
    closes: ClockTime,
    staffed: z.boolean(),
  })
  .refine(({ opens, closes }) => opens < closes, { error: 'interval', path: ['closes'] })

function isApart(openings: readonly z.output<typeof Opening>[]): boolean {
  const inOrder = openings.toSorted((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1))
  return inOrder.every((one, at) => {
    const next = inOrder[at + 1]
    return next === undefined || next.day !== one.day || one.closes <= next.opens
  })
}

/** The version that the writer saw: a write of an older one is refused. */

export const SetHours = z
  .strictObject({
    version: Version,
    weekly: z.array(Opening).max(70).refine(isApart, 'repeated'),
    days: z
      .array(z.strictObject({ day: PlainDate, opens: z.boolean() }))
      .max(400)
      .refine(
        (days) => new Set(days.map(({ day }) => day.toString())).size === days.length,
        'repeated',
      )
      .meta({ description: 'Days on which it is closed, and public holidays on which it opens' }),
  })
  .meta({
    examples: [
      {
        version: 1,
        weekly: [
          { day: 1, opens: '08:00', closes: '10:00', staffed: false },
          { day: 1, opens: '10:00', closes: '18:00', staffed: true },
        ],
        days: [{ day: '2026-12-24', opens: false }],
      },
    ],
  })
export type SetHours = z.output<typeof SetHours>

export const SetRooms = z
  .strictObject({
    version: Version,
    rooms: z
      .array(z.strictObject({ id: Id.optional(), name: Text(60) }))
      .max(50)
      .refine(
        (rooms) => new Set(rooms.map(({ name }) => name.toLowerCase())).size === rooms.length,
        'repeated',
      )
      .meta({ description: 'All rooms; one that is missing is removed' }),
  })
  .meta({ examples: [{ version: 1, rooms: [{ name: 'Mødelokale 1' }] }] })
export type SetRooms = z.output<typeof SetRooms>

export const SiteId = z.strictObject({ id: Id })

export const CreatedSiteView = z.object({ id: Id })

export const SiteView = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  vulnerableArea: z.boolean(),
})

export const HoursView = z.object({
  version: z.int(),
  confirmed: z
    .boolean()
    .meta({ description: 'False while the hours are those that every new site begins with' }),
  weekly: z.array(
    z.object({ day: z.int(), opens: z.string(), closes: z.string(), staffed: z.boolean() }),
  ),
  days: z.array(z.object({ day: z.string().meta({ format: 'date' }), opens: z.boolean() })),
})

export const RoomsView = z.object({
  version: z.int(),
  rooms: z.array(z.object({ id: Id, name: z.string() })),
})
