import { z } from 'zod'
import { Email, PlainDate } from '../../web/fields.ts'

// Self-service owns no table: it is the person's own way to what the other features keep of them.

export const PauseRole = z.strictObject({ until: PlainDate.optional() })
export type PauseRole = z.output<typeof PauseRole>

export const RequestLink = z.strictObject({ email: Email })
export type RequestLink = z.output<typeof RequestLink>
