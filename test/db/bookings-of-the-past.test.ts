import { expect, test } from 'vitest'
import { useUnmigrated } from '../support/unmigrated.ts'

const past = useUnmigrated()

const id = (number: number) => `0190f5fe-7c00-7a00-8000-${String(number).padStart(12, '0')}`
const [programme, site, mette, ole, account] = [1, 2, 3, 4, 5].map(id)

test('migrating books what is planned, and of two that overlap only the first', async () => {
  await past.migrateTo('0042-tasks-and-questions')
  await past.fill(`
      insert into programme (id, municipality, name, created_at) values ('${programme}', '0461', 'P', now());
      insert into site (id, municipality, name, address) values ('${site}', '0461', 'B', 'T');
      insert into account (id, email, name, role, municipality, locale, created_at)
        values ('${account}', 'k@x.dk', 'K', 'coordinator', '0461', 'da', now());
      insert into person (id, municipality, name, residence, locale, channel, created_at) values
        ('${mette}', '0461', 'Mette', '0461', 'da', 'letter', now()), ('${ole}', '0461', 'Ole', '0461', 'da', 'letter', now());
      insert into enrolment (id, municipality, programme_id, person_id, role, state, state_since, created_at) values
        ('${id(13)}', '0461', '${programme}', '${mette}', 'mentor', 'ready', now(), now()),
        ('${id(14)}', '0461', '${programme}', '${ole}', 'mentor', 'interview_booked', now(), now());
      insert into meeting (id, municipality, programme_id, type, state, starts_at, ends_at, site_id, created_by, created_at)
        select m.id::uuid, '0461', '${programme}', 'meeting', m.state::meeting_state, m.at::timestamptz,
          m.at::timestamptz + interval '1 hour', '${site}', 'system', now()
        from (values ('${id(20)}', 'scheduled', '2027-03-28T10:00Z'), ('${id(21)}', 'scheduled', '2027-03-28T10:30Z'),
          ('${id(22)}', 'cancelled', '2027-03-28T12:00Z'), ('${id(23)}', 'scheduled', '2027-03-28T11:00Z')) as m (id, state, at);
      insert into participant (municipality, meeting_id, person_id)
        select '0461', id, '${mette}' from meeting;
      insert into interview (id, municipality, enrolment_id, starts_at, site_id, booked_by, booked_at) values
        ('${id(30)}', '0461', '${id(14)}', '2027-03-28T10:15Z', '${site}', 'staff:${account}', now());
  `)
  await past.migrateTo('0043-places-and-bookings')
  const bookings = await past.read(`
    select kind::text, holder::text, coalesce(meeting_id, interview_id)::text as what
    from booking order by lower(during), holder`)
  expect(bookings).toEqual([
    { kind: 'person', holder: mette, what: id(20) },
    { kind: 'person', holder: ole, what: id(30) },
    { kind: 'account', holder: account, what: id(30) },
    { kind: 'person', holder: mette, what: id(23) },
  ])
})
