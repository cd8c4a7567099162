import { z } from 'zod'
import type { ConsentPurpose } from '../../db/types.ts'
import { Id } from '../../web/fields.ts'
import { PairChoice } from '../people/schema.ts'

// Privacy owns requests to be erased and the record of erasures. People owns consents.

export const purposes = [
  'matching',
  'sharing',
  'photo',
  'story',
  'exhibition',
  'press',
] as const satisfies readonly ConsentPurpose[]

export const ChooseConsent = z
  .strictObject({ purpose: z.enum(purposes, 'choice') })
  .meta({ examples: [{ purpose: 'photo' }] })

/** Without consent to matching, a pair pauses or ends. */
export const WithdrawConsent = z
  .strictObject({ ...ChooseConsent.shape, pair: PairChoice.optional() })
  .meta({ examples: [{ purpose: 'photo' }, { purpose: 'matching', pair: 'ended' }] })

export const EnrolmentId = z.strictObject({ id: Id })

export const ConsentView = z.object({
  purpose: z.enum(purposes),
  text: z.string().meta({ description: 'The exact words the person was shown.' }),
  hash: z.string().meta({ description: 'SHA-256 of the text.' }),
  locale: z.string(),
  way: z.enum(['form', 'self-service', 'in-person']),
  givenAt: z.string(),
  withdrawnAt: z.string().nullable(),
})

export const ExportView = z.record(z.string(), z.array(z.record(z.string(), z.unknown())))
