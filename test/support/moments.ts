import { createInterface } from 'node:readline'
import { fromTheWall, onTheWall } from '../../src/features/places/wall-time.ts'
import { meetingInvitation } from '../../src/features/meetings/notices/mails.ts'
import { formatMoment } from '../../src/locales/format.ts'
import { calendarFile } from '../../src/mail/calendar-file.ts'
import { renderMail } from '../../src/mail/writing/layout.ts'
import { translateMail } from '../../src/locales/translate.ts'

// Run in a process of its own, whose TZ is a server's: reads instants, one a line, and writes how the
// product shows each on a page, in a mail and in a calendar file, and as a time on the wall.

const nobody = { name: 'Mette', address: 'mette@example.dk' }
const t = translateMail('da')

for await (const line of createInterface({ input: process.stdin })) {
  const startsAt = Temporal.Instant.from(line)
  const { write, appointments } = meetingInvitation(
    {
      ...{ id: '1', sequence: 0, venue: 'Biblioteket', interpreter: false, childCare: false },
      ...{ startsAt, endsAt: startsAt.add({ minutes: 60 }), createdAt: startsAt, changedAt: null },
    },
    { others: [], answerLink: 'https://makker.example/m/1' },
  )
  const { text } = renderMail('da', {
    name: 'Mette',
    write,
    foot: () => ({ notes: [], links: [] }),
  })
  const [appointment] = appointments!(t)
  const { content } = calendarFile(
    { ...appointment!, organizer: nobody, attendee: nobody },
    'makker.example',
  )
  const { localStart } = onTheWall(startsAt)
  const meant = (['first', 'second'] as const).map((occurrence) =>
    fromTheWall(localStart, { pointer: '', occurrence }).startsAt.toString(),
  )
  const shown = {
    page: formatMoment('da', startsAt),
    mail: text,
    calendar: /^DTSTART:(.*)$/m.exec(content)?.[1]?.trim(),
    local: localStart.toString({ smallestUnit: 'minute' }),
    isMeant: meant.includes(startsAt.toString()),
  }
  process.stdout.write(`${JSON.stringify(shown)}\n`)
}
