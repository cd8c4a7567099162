import { expect, test } from 'vitest'
import { useUnmigrated } from '../support/unmigrated.ts'

const past = useUnmigrated()

const id = (number: number) => `0190f5fe-7c00-7a00-8000-${String(number).padStart(12, '0')}`
const [programme, mette, run, file, emptied] = [1, 2, 3, 4, 5].map(id)
const [waiting, leaving, sent] = [10, 11, 12].map(id)
const asked = id(20)

test('migrating keeps what was under way: mails, runs, imports and links that were asked for', async () => {
  await past.migrateTo('0040-runs-are-held')
  await past.fill(`
      insert into programme (id, municipality, name, created_at) values ('${programme}', '0461', 'P', now());
      insert into person (id, municipality, name, residence, locale, channel, created_at) values
        ('${mette}', '0461', 'Mette', '0461', 'da', 'letter', now());
      insert into mail (id, municipality, kind, person_id, state, created_at) values
        ('${waiting}', '0461', 'registration', '${mette}', 'pending', '2026-01-01T08:00Z'),
        ('${leaving}', '0461', 'registration', '${mette}', 'sending', '2026-01-01T09:00Z'),
        ('${sent}', '0461', 'registration', '${mette}', 'sent', '2026-01-01T10:00Z');
      insert into match_run (id, municipality, programme_id, started_by, started_at, pool, state) values
        ('${run}', '0461', '${programme}', 'system', now(), '{}', 'queued');
      insert into spreadsheet (id, municipality, programme_id, role, state, started_by, created_at) values
        ('${file}', '0461', '${programme}', 'mentor', 'done', 'system', now()),
        ('${emptied}', '0461', '${programme}', 'mentor', 'done', 'system', now());
      insert into spreadsheet_row (municipality, spreadsheet_id, number, cells) values
        ('0461', '${file}', 1, '{}');
      insert into link_request (id, email, browser_hash, word_hash, asked_at) values
        ('${asked}', 'mette@example.dk', 'b', 'w', now()), ('${id(21)}', null, 'b', 'w', now());
  `)
  await past.migrateTo('0046-outbox')
  expect(await past.read('select name, subject_id::text as about from duty order by name')).toEqual(
    [
      { name: 'import', about: file },
      { name: 'link-request', about: asked },
      { name: 'run', about: run },
    ],
  )
  expect(
    await past.read(`select id::text, state::text, to_char(due_at at time zone 'UTC', 'HH24:MI') as due
      from mail order by id`),
  ).toEqual([
    { id: waiting, state: 'pending', due: '08:00' },
    { id: leaving, state: 'sending', due: '09:00' },
    { id: sent, state: 'sent', due: '10:00' },
  ])
})
