import { type Kysely, sql } from 'kysely'
import type { DB } from '../src/db/types.ts'

const firstNames =
  'Mette Søren Åse Ida Bo Karen Jens Zoe Øjvind Æsel Maria Peter Anne Lars Hanne Ole أحمد فاطمة محمد مريم Ahmad Fatima Mohammad Mariam Olena Андрій Мар’яна Ганна ኣበባ ሰላም Yusuf Amina Hodan Reza Shirin Nasrin Farid Leyla Daniel Sofia'
const middleNames = 'Kirstine Holm Bach Ali Said Emil Ulrik Nora Hassan Tesfay Marie Kjær Lund Vang'
const lastNames =
  'Jensen Nielsen Hansen Ågård Sørensen Winther Nasser Aziz Haddad Karimi Rahimi Шевченко Коваль Tesfay Abdi Warsame Møller Kjær Skov Dam Poulsen Madsen Thomsen Lauridsen Østergaard Bødker Næsby Friis Juhl Kofoed Said Hakimi Noori Petrenko Habtemariam Ghebre Yilmaz Demir Popescu Horvat'

/**
 * A municipality with more people than any has: half with a common state, states as uneven as they are,
 * languages from everyone's to a few. Written by the database itself, from what each number gives.
 */
export async function populate(db: Kysely<DB>, people: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into programme (municipality, name, created_at)
    values ('0461', 'Mentor-match i Odense', '2024-01-01Z') returning id`.execute(db)
  const programme = rows[0]!.id
  await sql`
    insert into person (municipality, name, email, phone, channel, locale, residence, created_at)
    select '0461',
      concat_ws(' ', pick(${firstNames}, n), pick(${middleNames}, n / 7), pick(${lastNames}, n / 41)),
      'person' || n || '@example.dk', '+45' || 20000000 + n * 37 % 79999999, 'email', 'da',
      case when n % 50 = 0 then '0440' else '0461' end,
      timestamptz '2024-01-01Z' + n * interval '3 minutes'
    from generate_series(1, ${people}::integer) as n`.execute(db)
  await sql`
    insert into enrolment (municipality, programme_id, person_id, role, state, state_since, created_at)
    select '0461', ${programme}, id, role,
      case when role = 'mentor'
        then pick('ready ready ready ready left left paused registered interviewed selected', n / 3)
        else pick('ready ready matched matched matched left left offered registered paused', n / 3)
      end::enrolment_state,
      created_at + n * 7919 % 500000 * interval '1 minute', created_at
    from (
      select id, created_at, row_number() over (order by id) as n,
        case when row_number() over (order by id) % 5 < 2 then 'mentor' else 'mentee' end::enrolment_role as role
      from person) as numbered`.execute(db)
  await sql`
    insert into person_language (municipality, person_id, tag, level)
    select distinct on (id, tag) '0461', id, tag, 'native'::language_level
    from (select id, row_number() over (order by id) as n from person) as numbered,
      lateral (values ('da'), (pick('ar uk fa-AF so en', n / 2)), (case when n % 200 = 0 then 'ti' else 'en' end)) as spoken (tag)`.execute(
    db,
  )
  // As the server does by itself in its own time.
  await sql`vacuum analyze`.execute(db)
  return programme
}

/** What the population is drawn with: the nth word, going round; on a connection that may take its time. */
export async function addPicking(db: Kysely<DB>): Promise<void> {
  await sql`set statement_timeout = 0`.execute(db)
  await sql`
    create function pick(words text, n bigint) returns text language sql immutable as $$
      select split_part(words, ' ', 1 + (abs(hashint8(n)) % array_length(string_to_array(words, ' '), 1)))
    $$`.execute(db)
}
