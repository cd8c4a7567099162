import { z } from 'zod'
import { Email, MunicipalityCode, PersonName, Text } from '../../web/fields.ts'
import { isWeakPassword } from './weak-password.ts'

// Accounts owns authentication: staff accounts with passwords, single-purpose links, sessions, and
// API tokens.

/** Credentials as typed. Checked for size only: an error must not say which one is wrong. */
export const SignIn = z.strictObject({
  email: z.string('required').min(1, 'required').max(254, 'tooLong'),
  password: z.string('required').min(1, 'required').max(128, 'tooLong'),
})
export type SignIn = z.output<typeof SignIn>

/** No composition rules: long, and not common. Not trimmed. */
const NewPassword = z
  .string('required')
  .min(12, 'password')
  .max(128, 'tooLong')
  .refine((password) => password.isWellFormed() && !isWeakPassword(password), 'password')

/** The word shown where the link was asked for; required in other browsers only. */
export const UseSignInLink = z.strictObject({ word: z.string().max(40, 'word').optional() })
export type UseSignInLink = z.output<typeof UseSignInLink>

export const SetUp = z.strictObject({ name: PersonName, email: Email, password: NewPassword })
export type SetUp = z.output<typeof SetUp>

export const InviteCoordinator = z.strictObject({
  name: PersonName,
  email: Email,
  municipality: MunicipalityCode,
})
export type InviteCoordinator = z.output<typeof InviteCoordinator>

export const AcceptInvitation = z.strictObject({ password: NewPassword })
export type AcceptInvitation = z.output<typeof AcceptInvitation>

export const scopes = ['stats:read', 'programme:write'] as const
const longestTokenMonths = 12

export const CreateToken = z.strictObject({
  name: Text(60).meta({ examples: ['Power BI'] }),
  scope: z.enum(scopes, 'choice'),
  months: z.int('invalid').min(1, 'tooSmall').max(longestTokenMonths, 'tooBig'),
})
export type CreateToken = z.output<typeof CreateToken>

/** A TOTP code, a recovery code or, without a second factor, the password. */
export const Confirm = z.strictObject({
  proof: z.string('required').min(1, 'required').max(128, 'tooLong'),
})
export type Confirm = z.output<typeof Confirm>

export const EnableSecondFactor = z.strictObject({
  code: z
    .string('required')
    .max(20, 'code')
    .transform((code) => code.replace(/\s/g, ''))
    .refine((code) => /^\d{6}$/.test(code), 'code'),
})
export type EnableSecondFactor = z.output<typeof EnableSecondFactor>

export const ChangePassword = z.strictObject({
  current: z.string('required').min(1, 'required').max(128, 'tooLong'),
  password: NewPassword,
})
export type ChangePassword = z.output<typeof ChangePassword>
