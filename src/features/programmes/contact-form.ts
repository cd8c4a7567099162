import { type FormBody, one } from '../../web/form.ts'
import type { findOwnProgramme } from './sql.ts'

type Programme = Awaited<ReturnType<typeof findOwnProgramme>>

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export const contactFields = ['contactName', 'phone', 'mailbox', 'from-*', 'to-*']

/** What the form says, for the schema to check. A day with neither time has no hours. */
export function contactOf(body: FormBody) {
  return {
    contactName: one(body, 'contactName'),
    phone: one(body, 'phone'),
    mailbox: one(body, 'mailbox'),
    phoneHours: weekdays.flatMap((day) => {
      const [from, to] = [one(body, `from-${day}`), one(body, `to-${day}`)]
      return from === undefined && to === undefined ? [] : [{ day, from, to }]
    }),
  }
}

/** The form filled in with what is true now. */
export function contactValues(programme: Programme): FormBody {
  const hours = programme?.phoneHours.flatMap(({ day, from, to }) => [
    [`from-${day}`, from],
    [`to-${day}`, to],
  ])
  return {
    contactName: programme?.contactName ?? undefined,
    phone: programme?.phone ?? undefined,
    mailbox: programme?.mailbox ?? undefined,
    ...Object.fromEntries(hours ?? []),
  }
}
