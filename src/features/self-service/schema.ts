import { z } from 'zod'
import { Email, PlainDate } from '../../web/fields.ts'
import { PairChoice } from '../people/schema.ts'

// A person's own page about what the other features store of them. Self-service owns one table:
// requests for a link, until its mail is written.

export const PauseRole = z.strictObject({
  until: PlainDate.optional(),
  pair: PairChoice.optional(),
})
export type PauseRole = z.output<typeof PauseRole>

export const RequestLink = z.strictObject({ email: Email })
export type RequestLink = z.output<typeof RequestLink>
