import { formatList, formatPhone, formatTime, formatWeekday } from '../../locales/format.ts'
import type { MailTranslate } from '../../locales/translate.ts'

interface PhoneHours {
  /** 1 is Monday. */
  day: number
  from: string
  to: string
}

/** Whom a programme's people may call. */
export interface Contact {
  contactName: string | null
  phone: string | null
  phoneHours: readonly PhoneHours[]
}

/** Says whom to call and when; the library in general where the programme names nobody. */
export function contactLine(t: MailTranslate, contact: Contact | undefined): string {
  if (contact?.phone == null) return t('frame.contact.general')
  const { contactName: name, phoneHours } = contact
  const phone = formatPhone(contact.phone)
  const call =
    name === null ? t('frame.contact.phone', { phone }) : t('frame.contact.person', { name, phone })
  const hours = formatWeek(t, phoneHours)
  return hours === '' ? call : `${call} ${t('frame.contact.hours', { hours })}`
}

/** "mandag–torsdag kl. 10.00–15.00 og fredag kl. 10.00–12.00": days in a row with the same hours are one. */
export function formatWeek(t: MailTranslate, hours: readonly PhoneHours[]): string {
  const stretches: (PhoneHours & { until: number })[] = []
  for (const one of hours.toSorted((a, b) => a.day - b.day)) {
    const last = stretches.at(-1)
    if (last?.until === one.day - 1 && last.from === one.from && last.to === one.to)
      last.until = one.day
    else stretches.push({ ...one, until: one.day })
  }
  return formatList(
    t.locale,
    stretches.map(({ day, until, from, to }) =>
      t('frame.hours', {
        days: daysOf(t, day, until),
        from: timeOf(t, from),
        to: timeOf(t, to),
      }),
    ),
  )
}

function daysOf(t: MailTranslate, first: number, last: number): string {
  const from = formatWeekday(t.locale, first)
  return first === last ? from : t('frame.days', { from, to: formatWeekday(t.locale, last) })
}

function timeOf(t: MailTranslate, time: string): string {
  return formatTime(t.locale, Temporal.PlainTime.from(time === '24:00' ? '00:00' : time))
}
