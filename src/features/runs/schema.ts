import { z } from 'zod'
import type { MatchRunState } from '../../db/types.ts'
import { isMunicipality } from '../../matching/municipalities.ts'
import { Id, Text } from '../../web/fields.ts'
import { RegisterMentor } from '../people/schema.ts'

// Runs owns match runs: a snapshot of everyone who is ready, the result of the matching core, and
// questions about it.

export const objectives = ['coverage', 'score', 'worst-off'] as const

export const RunMatching = z
  .strictObject({ objective: z.enum(objectives, 'choice').default('coverage') })
  .meta({ examples: [{}, { objective: 'worst-off' }] })
export type RunMatching = z.output<typeof RunMatching>

const runStates = [
  'queued',
  'running',
  'done',
  'cancelled',
  'failed',
] as const satisfies readonly MatchRunState[]

export const RunView = z.object({
  id: z.string(),
  state: z.enum(runStates),
  phase: z.string().nullable().meta({ description: 'prepare, score, solve, verify or count' }),
  percent: z
    .int()
    .nullable()
    .meta({ description: 'How much of the phase is done; null when unknown' }),
  proposals: z.array(z.string()),
  matched: z.int().optional(),
  total: z.int().optional().meta({ description: 'Parts per million, over all pairs' }),
  bound: z
    .int()
    .optional()
    .meta({ description: 'An upper bound of the total of any set of pairs' }),
  proof: z.literal('optimal').optional(),
  version: z
    .string()
    .optional()
    .meta({ description: 'The version of the matching core that made the run' }),
  leftOut: z
    .array(
      z.object({
        mentor: z.string().nullable(),
        mentee: z.string().nullable(),
        why: z.enum(['not-ready', 'decided', 'no-place']),
      }),
    )
    .meta({
      description: 'Pairs that became no drafts, because people or places changed during the run',
    }),
  unmatched: z
    .array(
      z.object({
        enrolmentId: z.string().nullable(),
        role: z.enum(['mentor', 'mentee']),
        why: z.enum(['no-one', 'blocked', 'others-first']),
        reasons: z.array(z.object({ code: z.string(), count: z.int() })),
      }),
    )
    .optional(),
})

const FairnessGroup = z.object({
  group: z.string(),
  mentees: z.int().nullable(),
  matched: z.int().nullable(),
  matchRate: z.number().nullable(),
  ratioToAll: z.number().nullable(),
  medianWait: z.number().nullable(),
  medianWaitUnmatched: z.number().nullable(),
  overrideRate: z.number().nullable(),
})

const FairnessView = z.object({
  suppressedBelow: z.int(),
  all: FairnessGroup,
  byGender: z.array(FairnessGroup).readonly(),
  byAge: z.array(FairnessGroup).readonly(),
  byLanguage: z.array(FairnessGroup).readonly(),
})

const RecruitView = z.object({
  residence: z.string(),
  languages: z.array(z.object({ tag: z.string(), level: z.string() })),
  hours: z.array(z.object({ day: z.int(), from: z.string(), to: z.string() })),
  offers: z.array(z.string()),
  capacity: z.int(),
  meets: z.enum(['in-person', 'online', 'either']),
  sex: z.enum(['woman', 'man', 'other', 'undisclosed']),
  acceptsChildren: z.boolean(),
})

export const WhyNotView = z.object({
  role: z.enum(['mentor', 'mentee']),
  enrolmentId: z.string().nullable(),
  text: z.string(),
})

export const ExplanationView = z.object({
  whyNot: z.array(WhyNotView).meta({ description: 'The first page; /unmatched has all pages' }),
  recruit: z.array(
    z.object({
      text: z.string(),
      mentor: RecruitView.meta({ description: 'In the form that what-if and registration accept' }),
      matched: z.int(),
      total: z.int(),
    }),
  ),
  askForMore: z
    .array(
      z.object({
        enrolmentId: z.string().nullable(),
        text: z.string(),
        matched: z.int(),
        total: z.int(),
      }),
    )
    .meta({
      description: 'Mentors with whose next place the run gains most, each verified by solving',
    }),
  pairs: z.int(),
  feasible: z.int(),
  infeasible: z
    .array(z.object({ code: z.string(), count: z.int() }))
    .readonly()
    .meta({
      description: 'How many pairs each reason excludes, counting the first reason of a pair',
    }),
  preferringEachOther: z.int().meta({
    description: 'Pairs that would both score higher with each other than as proposed',
  }),
  fairness: FairnessView,
})

const Weight = z.number().min(0, 'tooSmall').max(100, 'tooBig')

const mentor = RegisterMentor.shape
/** One more mentor, described as in an advert. */
const DescribedMentor = z.strictObject({
  residence: mentor.residence.refine(isMunicipality, 'choice'),
  languages: mentor.languages,
  hours: mentor.hours,
  offers: mentor.offers,
  capacity: mentor.capacity,
  meets: mentor.meets,
  sex: mentor.sex,
  acceptsChildren: mentor.acceptsChildren,
})
export type DescribedMentor = z.output<typeof DescribedMentor>

const MorePlaces = z.strictObject({
  mentor: Id.optional().meta({
    description: 'An enrolment; without it every mentor gets more places.',
  }),
  places: z.int('invalid').min(1, 'tooSmall').max(7, 'tooBig'),
})

export const mostVariants = 4

export const AskWhatIf = z
  .strictObject({
    variants: z
      .array(
        z.strictObject({
          name: Text(60),
          objective: z.enum(objectives, 'choice').optional(),
          weights: z
            .strictObject({
              topics: Weight,
              language: Weight,
              time: Weight,
              waiting: Weight,
              distance: Weight,
              interests: Weight,
            })
            .refine((weights) => Object.values(weights).some((weight) => weight > 0), 'tooSmall')
            .optional(),
          mentor: DescribedMentor.optional(),
          morePlaces: MorePlaces.optional(),
        }),
      )
      .min(1)
      .max(mostVariants),
  })
  .meta({
    examples: [
      {
        variants: [
          { name: 'Flest point', objective: 'score' },
          { name: 'Alle tager én mere', morePlaces: { places: 1 } },
          {
            name: 'En mentor i Kerteminde',
            mentor: {
              residence: '0440',
              languages: [{ tag: 'da', level: 'native' }],
              hours: [{ day: 2, from: '17:00', to: '19:00' }],
              offers: ['dansk'],
            },
          },
        ],
      },
    ],
  })
export type AskWhatIf = z.output<typeof AskWhatIf>

const PairView = z.object({ mentor: z.string().nullable(), mentee: z.string().nullable() })

export const OutcomeView = z.object({
  name: z.string(),
  matched: z.int(),
  unmatched: z.int(),
  total: z.int(),
  lowest: z.int().nullable(),
  totalAsNow: z
    .int()
    .meta({ description: 'The total of the same pairs under the settings of the run' }),
  lowestAsNow: z.int().nullable(),
  medianWaitUnmatched: z.number().nullable(),
  longestWaitUnmatched: z.number().nullable(),
  same: z.int(),
  gone: z.array(PairView),
  come: z.array(PairView).meta({ description: 'mentor is null for the described mentor' }),
  fairness: FairnessView,
})

const Page = z.coerce.number().pipe(z.int().min(1)).default(1)

export const PairsQuery = z.strictObject({
  enrolment: Id.meta({ description: 'An enrolment in the run, of either role' }),
  with: Id.optional().meta({ description: 'The other enrolment, to get one pair only' }),
  page: Page,
})

export const UnmatchedQuery = z.strictObject({ page: Page })

export const PairSeenView = z.object({
  mentor: z.string().nullable(),
  mentee: z.string().nullable(),
  state: z.enum(['proposed', 'possible', 'closed']),
  locked: z.boolean(),
  score: z.int().nullable(),
  parts: z.array(
    z.object({ term: z.string(), points: z.int(), outOf: z.int(), facts: z.unknown() }),
  ),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
})

export const AlternativeView = z.object({
  mentor: z.string(),
  score: z.int(),
  cost: z.object({ matched: z.int(), total: z.int() }),
  text: z.string(),
})

export const RunId = z.strictObject({ id: Id })
