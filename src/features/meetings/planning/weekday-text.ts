import { formatChoice, formatList, formatTime } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { WeekdayWithout } from './weekdays-without.ts'

/** Why a weekday has no time, as coordinators read it: with names. */
export function weekdayReason(t: Translate, { reason, names, time }: WeekdayWithout): string {
  const who = formatList(t.locale, names)
  switch (reason) {
    case 'no-hours':
      return t('meetings.without.noHours', { names: who })
    case 'no-overlap':
      return names.length === 0
        ? t('meetings.without.noOverlap')
        : t('meetings.without.noOverlapOf', { names: who })
    case 'one-too-many':
      return t('meetings.without.oneTooMany', { names: formatChoice(t.locale, names) })
    case 'site-opens':
      return t('meetings.without.siteOpens', { time: clock(t, time) })
    case 'site-closes':
      return t('meetings.without.siteCloses', { time: clock(t, time) })
    case 'site-closed':
      return t('meetings.without.siteClosed')
    case 'site-hours':
      return t('meetings.without.siteHours')
    case 'taken':
      return names.length === 0
        ? t('meetings.without.taken')
        : t('meetings.without.takenBy', { names: who })
  }
}

/** The end of the day, 24.00, is shown as such. */
function clock(t: Translate, time: string | null): string {
  if (time === null || time === '24:00') return '24.00'
  return formatTime(t.locale, Temporal.PlainTime.from(time))
}
