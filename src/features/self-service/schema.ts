import { z } from 'zod'
import { Email, PlainDate } from '../../web/fields.ts'

// The person's own way to what the other features keep of them. Self-service owns one table: who asked
// for a link to their page, until it has been written.

export const PauseRole = z.strictObject({ until: PlainDate.optional() })
export type PauseRole = z.output<typeof PauseRole>

export const RequestLink = z.strictObject({ email: Email })
export type RequestLink = z.output<typeof RequestLink>
