import { z } from 'zod'
import type { MatchRunState } from '../../db/types.ts'
import { Id, Text } from '../../web/fields.ts'

// Runs owns the match runs: a frozen pool of everyone who is ready, what the matching core answered,
// and what can be asked of it afterwards.

export const objectives = ['coverage', 'score', 'worst-off'] as const

export const RunMatching = z
  .strictObject({ objective: z.enum(objectives, 'choice').default('coverage') })
  .meta({ examples: [{}, { objective: 'worst-off' }] })
export type RunMatching = z.output<typeof RunMatching>

export const runStates = [
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
  proposals: z.array(z.string()),
  matched: z.int().optional(),
  total: z.int().optional().meta({ description: 'Parts per million, over all pairs' }),
  bound: z.int().optional().meta({ description: 'No other choice has a higher total than this' }),
  proof: z.literal('optimal').optional(),
  unmatched: z
    .array(
      z.object({
        enrolmentId: z.string().nullable(),
        role: z.enum(['mentor', 'mentee']),
        why: z.enum(['no-one', 'blocked', 'others-first', 'not-counted']),
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

export const ExplanationView = z.object({
  whyNot: z.array(
    z.object({
      role: z.enum(['mentor', 'mentee']),
      enrolmentId: z.string().nullable(),
      text: z.string(),
    }),
  ),
  recruit: z.array(z.object({ text: z.string(), matched: z.int(), total: z.int() })),
  fairness: z.object({
    suppressedBelow: z.int(),
    all: FairnessGroup,
    byGender: z.array(FairnessGroup).readonly(),
    byAge: z.array(FairnessGroup).readonly(),
    byLanguage: z.array(FairnessGroup).readonly(),
  }),
})

const Weight = z.number().min(0, 'tooSmall').max(100, 'tooBig')

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
        }),
      )
      .min(1)
      .max(4),
  })
  .meta({ examples: [{ variants: [{ name: 'Flest point', objective: 'score' }] }] })
export type AskWhatIf = z.output<typeof AskWhatIf>

export const OutcomeView = z.object({
  name: z.string(),
  matched: z.int(),
  unmatched: z.int(),
  total: z.int(),
  lowest: z.int().nullable(),
  medianWaitUnmatched: z.number().nullable(),
  longestWaitUnmatched: z.number().nullable(),
  same: z.int(),
  gone: z.int(),
  come: z.int(),
})

export const AlternativeView = z.object({
  mentor: z.string(),
  score: z.int(),
  cost: z.object({ matched: z.int(), total: z.int() }),
  text: z.string(),
})

export const RunId = z.strictObject({ id: Id })
