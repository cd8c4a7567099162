import { type FormBody, one } from '../../../web/form.ts'

/** A field that no person sees, named as programs like it; what stands in it was not typed by one. */
export const honeypot = 'website'

/** Nobody reads the form and answers it faster; a program takes no time at all. */
const fastest = Temporal.Duration.from({ seconds: 3 })

/**
 * Whether a form looks filled in by a program. It may be wrong, about a browser that fills in
 * everything: so it decides only that the form is shown once more.
 */
export function looksAutomated(form: FormBody, now: Temporal.Instant): boolean {
  if (one(form, honeypot) !== undefined) return true
  const shown = shownAt(form)
  return shown === undefined || Temporal.Instant.compare(shown.add(fastest), now) > 0
}

/** When the form was first shown, as it says itself. */
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
