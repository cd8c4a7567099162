import { type FormBody, one } from '../../../web/form.ts'

/** An invisible field with a tempting name, which only a bot fills in. */
export const honeypot = 'website'

/** Faster than a person can read and answer the form. */
const fastest = Temporal.Duration.from({ seconds: 3 })

/**
 * Whether a form looks filled in by a bot. May be wrong about browsers with autofill, so the only
 * consequence is that the form is shown once more.
 */
export function looksAutomated(form: FormBody, now: Temporal.Instant): boolean {
  if (one(form, honeypot) !== undefined) return true
  const shown = shownAt(form)
  return shown === undefined || Temporal.Instant.compare(shown.add(fastest), now) > 0
}

/** When the form was first shown, according to its hidden field. */
function shownAt(form: FormBody): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(one(form, 'shownAt') ?? '')
  } catch {
    return undefined
  }
}

/** The form to show again: with an empty honeypot and a time that passes the check. */
export function resetBotCheck(form: FormBody, now: Temporal.Instant): FormBody {
  return { ...form, [honeypot]: undefined, shownAt: (shownAt(form) ?? now).toString() }
}
