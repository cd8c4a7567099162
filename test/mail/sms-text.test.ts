import { describe, expect, test } from 'vitest'
import {
  meetingCancellation,
  meetingMove,
  meetingReminder,
} from '../../src/features/meetings/notices/mails.ts'
import { formatShortDay, formatTime } from '../../src/locales/format.ts'
import { letterLocales } from '../../src/locales/locale.ts'
import { tellingWordIn } from '../../src/locales/telling-words.ts'
import { translateMail } from '../../src/locales/translate.ts'
import { canReceiveSms } from '../../src/mail/sms/can-receive.ts'
import { writeSms } from '../../src/mail/sms/write.ts'

const gsm =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Counted by the standard, GSM 03.38, and not by the package that the product uses. */
function segmentsOf(text: string): number {
  const isGsm = [...text].every((letter) => gsm.includes(letter) || '^{}\\[~]|€\f'.includes(letter))
  const room = isGsm ? { one: 160, more: 153 } : { one: 70, more: 67 }
  const sizes = [...text].map((letter) => (isGsm ? (gsm.includes(letter) ? 1 : 2) : letter.length))
  if (sizes.reduce((sum, size) => sum + size, 0) <= room.one) return 1
  let [segments, filled] = [1, 0]
  for (const size of sizes) {
    if (filled + size > room.more) [segments, filled] = [segments + 1, 0]
    filled += size
  }
  return segments
}

const link = `https://mentor-match.biblioteker.kommunensnavn.example/m/${'x'.repeat(43)}`
const others = ['Mohammadreza', 'أمل']
const typical = 'Vollsmose Bibliotek, Vollsmose Allé 14'
const startsAt = Temporal.Instant.from('2026-11-25T12:00:00Z')

function shorts(place: string, at = startsAt) {
  const details = { startsAt: at, endsAt: at.add({ hours: 1 }), place }
  const meeting = {
    ...{ id: 'm', sequence: 0, createdAt: at, changedAt: null, interpreter: true, childCare: true },
    ...{ startsAt: at, endsAt: details.endsAt, venue: place },
  }
  const more = { others, answerLink: link }
  const off = (startsAt: Temporal.Instant) => ({ meeting, before: { ...details, startsAt } })
  return {
    'meeting-reminder': meetingReminder(details, more).short!,
    'meeting-moved': meetingMove(meeting, details, more).short!,
    'meeting-cancelled': meetingCancellation([off(at)]).short!,
    'two cancelled': meetingCancellation([off(at), off(at.add({ hours: 24 }))]).short!,
  }
}

/** The longest names of sites, addresses and rooms in each alphabet, and addresses of meetings online. */
const places = [
  'Hovedbiblioteket i Østervangskvarteret ved Ærø, '.repeat(8),
  'مكتبة الحي الشرقي العامة، '.repeat(15),
  'ቤተ-መጻሕፍቲ ናይ ምብራቕ ከተማ፣ '.repeat(15),
  'Центральна бібліотека імені Шевченка, '.repeat(10),
  '😀'.repeat(200),
  '€[~]'.repeat(100),
  `https://meet.example/${'a'.repeat(400)}`,
  'Ø',
  '',
]
const phones = ['+4565514444', null, '+380671234567890', '+380671234567890']

describe.each(letterLocales)('an SMS in %s', (locale) => {
  const t = translateMail(locale)

  test('has two segments at the most, whole times and whom to call, whatever the place and the day', () => {
    for (const [number, place] of places.entries()) {
      const phone = phones[number % phones.length] ?? null
      const at = startsAt.add({ hours: number * 40 * 24 })
      for (const [kind, short] of Object.entries(shorts(place, at))) {
        const text = writeSms(t, short, phone)
        expect([text, segmentsOf(text) <= 2]).toEqual([text, true])
        for (const said of [formatShortDay(locale, at), formatTime(locale, at), phone ?? ''])
          expect(text).toContain(said.replace('+45', ''))
        if (kind.endsWith('cancelled') || place === '') continue
        // Never half an address, and else as much of the place as there is room for.
        if (URL.canParse(place)) expect(text.includes('meet.example')).toBe(text.includes(place))
        else expect(text).toContain([...place].slice(0, 10).join(''))
      }
    }
  })

  test('reveals nothing: no name, no telling word, no mark that does not show', () => {
    for (const short of Object.values(shorts(typical))) {
      const text = writeSms(t, short, '+4565514444')
      for (const name of others) expect(text).not.toContain(name)
      expect([text, tellingWordIn(text)]).toEqual([text, undefined])
      expect(text).not.toMatch(/[\u2066-\u2069]/)
    }
  })
})

test('in Danish there is room for the place and the link; a longer place leaves the link out', () => {
  const t = translateMail('da')
  const text = (place: string) => writeSms(t, shorts(place)['meeting-reminder'], '+4565514444')
  expect(text(typical)).toBe(
    `Biblioteket: Husk din aftale ons. 25. nov. kl. 13.00, ${typical}. Spørgsmål? Ring 65514444. Svar her: ${link}`,
  )
  const long = `${typical}, ${'lokale '.repeat(15)}`.trim()
  expect(text(long)).toBe(
    `Biblioteket: Husk din aftale ons. 25. nov. kl. 13.00, ${long}. Spørgsmål? Ring 65514444.`,
  )
  // One dash would halve the room.
  expect(text('Café – 2. sal')).toContain('Café - 2. sal. ')
})

test.each([
  ['+4520123456', true],
  ['+46701234567', true],
  // A toll-free number, a landline abroad, and no number at all.
  ['+4580808080', false],
  ['+49301234567', false],
  ['+45123', false],
])('the number %s may receive an SMS: %s', (phone, may) => {
  expect(canReceiveSms(phone)).toBe(may)
})
