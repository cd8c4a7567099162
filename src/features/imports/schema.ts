import { z } from 'zod'
import type { SpreadsheetRole } from '../../db/types.ts'
import { Text } from '../../web/fields.ts'
import { columns } from './reading/columns.ts'

// Imports owns files of people from upload until they are imported or cancelled, and the export of
// people.

export const whoseRows = [
  'mentor',
  'mentee',
  'column',
] as const satisfies readonly SpreadsheetRole[]

export const Upload = z.strictObject({
  role: z.enum(whoseRows, 'choice'),
  sheet: Text(100).optional(),
  file: z
    .instanceof(Uint8Array, { error: 'required' })
    .refine((file) => file.length > 0, 'required'),
})
export type Upload = z.output<typeof Upload>

/** The meaning of each column, in the file's order; each meaning is used once. */
export const MapColumns = z.strictObject({
  mapping: z
    .array(z.enum(['', ...columns], 'choice'))
    .max(60)
    .refine((mapping) => {
      const named = mapping.filter((column) => column !== '')
      return new Set(named).size === named.length
    }, 'repeated'),
})
export type MapColumns = z.output<typeof MapColumns>

export const ConfirmImport = z.strictObject({
  known: z.enum(['skip', 'update'], 'choice').default('skip'),
  consent: z.literal('on', { error: 'consentAll' }),
})
export type ConfirmImport = z.output<typeof ConfirmImport>

export const BrowseRows = z.strictObject({
  after: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  only: z.enum(['wrong', 'known']).optional().catch(undefined),
})
export type BrowseRows = z.output<typeof BrowseRows>
