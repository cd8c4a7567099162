import { z } from 'zod'
import {
  ClockTime,
  Email,
  Id,
  Link,
  MailText,
  MunicipalityCode,
  PersonName,
  Phone,
  Text,
} from '../../web/fields.ts'

// Programmes owns a municipality's mentor-match: the area it serves, its settings and its partners.

export const StartProgramme = z.strictObject({
  municipality: MunicipalityCode.meta({ examples: ['0461'] }),
  name: Text(100).meta({ examples: ['Mentor-match i Odense'] }),
  /** The other municipalities whose residents may join; its own always may. */
  alsoServes: z
    .array(MunicipalityCode)
    .max(97)
    .refine((codes) => new Set(codes).size === codes.length, 'repeated')
    .default([])
    .meta({ examples: [['0440']] }),
})
export type StartProgramme = z.output<typeof StartProgramme>

const PhoneHours = z
  .strictObject({ day: z.int().min(1).max(7), from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from < to, { error: 'interval', path: ['to'] })
export type PhoneHours = z.output<typeof PhoneHours>

/** Whom mails and letters say to call and when, and where replies to mails go. */
export const ChangeContact = z
  .strictObject({
    contactName: PersonName.optional(),
    /** Without a number, letters ask people to come by. */
    phone: Phone.optional(),
    phoneHours: z
      .array(PhoneHours)
      .max(7)
      .refine((hours) => new Set(hours.map(({ day }) => day)).size === hours.length, 'repeated')
      .default([]),
    mailbox: Email.optional(),
  })
  .meta({
    examples: [
      {
        contactName: 'Karin',
        phone: '+4565514444',
        phoneHours: [{ day: 1, from: '10:00', to: '15:00' }],
        mailbox: 'makker@odense.example',
      },
    ],
  })
export type ChangeContact = z.output<typeof ChangeContact>

/** What people who wait can come to; their mail about it says so. */
export const ChangeActivities = z
  .strictObject({ activities: MailText(300).optional() })
  .meta({ examples: [{ activities: 'Sprogcafé hver torsdag kl. 16 på Vollsmose Bibliotek' }] })
export type ChangeActivities = z.output<typeof ChangeActivities>

/** Where pairs may meet besides the sites: online with the programme's link, and elsewhere. */
export const SetMeetingPlaces = z
  .strictObject({ meetingLink: Link.optional(), meetsElsewhere: z.boolean() })
  .meta({ examples: [{ meetingLink: 'https://meet.example/odense', meetsElsewhere: true }] })
export type SetMeetingPlaces = z.output<typeof SetMeetingPlaces>

export const partnerTypes = [
  'ngo',
  'association',
  'housing',
  'school',
  'language-school',
  'asylum-centre',
  'culture-house',
  'adult-education',
  'other',
] as const

export const AddPartner = z
  .strictObject({
    name: Text(100),
    type: z.enum(partnerTypes, 'choice'),
    /** The municipality it works in, if other than the programme's. */
    residence: MunicipalityCode.optional(),
  })
  .meta({ examples: [{ name: 'Røde Kors Kerteminde', type: 'ngo', residence: '0440' }] })
export type AddPartner = z.output<typeof AddPartner>

/** After how many days ready people are asked to reconfirm, and how many days they have to answer. */
export const SetReconfirmation = z
  .strictObject({
    afterDays: z.int('invalid').min(7).max(730),
    answerDays: z.int('invalid').min(1).max(90),
  })
  .meta({ examples: [{ afterDays: 90, answerDays: 7 }] })
export type SetReconfirmation = z.output<typeof SetReconfirmation>

const Count = (least: number, most: number) =>
  z.int('invalid').min(least, 'tooSmall').max(most, 'tooBig')

/** When the coordinators contact each pair. What a programme has not set is as here. */
export const FollowUpPlan = z.strictObject({
  /** From the end of the match meeting. */
  firstContactHours: Count(1, 336).default(48),
  /** All else is counted from the day on which the pair became active. */
  reviewWeeks: Count(1, 26).default(6),
  contactWeeks: Count(1, 12).default(2),
  /** For how many months they are contacted so often; after that every month. */
  contactMonths: Count(0, 24).default(3),
  decisionMonths: Count(1, 24).default(6),
})
export type FollowUpPlan = z.output<typeof FollowUpPlan>

export const SetFollowUp = z
  .strictObject({
    version: z.int('invalid').min(1).meta({ description: 'What the reader saw' }),
    plan: FollowUpPlan,
    asksToGoOn: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether each is asked after the match meeting if they want to go on' }),
  })
  .meta({ examples: [{ version: 1, plan: { reviewWeeks: 6 }, asksToGoOn: true }] })
export type SetFollowUp = z.output<typeof SetFollowUp>

export const CreatedView = z.object({ id: Id })

export const PartnerView = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  residence: z.string().nullable(),
})
