import { type Insertable, sql, type Transaction } from 'kysely'
import { nativeTag } from '../../db/native-tag.ts'
import { inScope } from '../../db/scope/in-scope.ts'
import type { DB, EnrolmentRole, Letter, LetterKind } from '../../db/types.ts'
import { Problem } from '../../problems.ts'

type Tx = Transaction<DB>

/** A letter that applies to a person now, printed or not. */
export interface DueLetter {
  kind: LetterKind
  subjectId: string
  enrolmentId: string
  personId: string
  municipality: string
  name: string
  locale: string
  nativeTag: string | null
  /** True for a person who is reached by letter only, or asked for letters. */
  needsLetter: boolean
  printedAt: Temporal.Instant | null
  /** How many letters there are in all; a list without ids ends after 1,000. */
  total: number
}

/**
 * Letters that apply now (registered, asked, meeting planned), of the given enrolments or of all
 * people reached by letter. A person who has not confirmed an e-mail address gets the welcome by
 * mail and everything else by letter.
 */
export async function listDue(
  db: Tx,
  municipality: string,
  now: Temporal.Instant,
  enrolmentIds?: readonly string[],
): Promise<DueLetter[]> {
  const whose =
    enrolmentIds === undefined
      ? sql`(person.email_in_use is null or person.channel = 'letter')
          and (due.kind <> 'welcome' or person.email is null or person.channel = 'letter')`
      : sql`enrolment.id = any (${enrolmentIds}::uuid[])`
  const { rows } = await sql<DueLetter>`
    select count(*) over ()::integer as total, due.*, enrolment.person_id, person.municipality, person.name, person.locale,
      (person.email_in_use is null or person.channel = 'letter') as needs_letter,
      ${nativeTag()} as native_tag,
      (select max(printed_at) from letter where ${inScope('letter')} and letter.person_id = person.id
        and letter.kind = due.kind and letter.subject_id = due.subject_id) as printed_at
    from (
      select 'welcome'::letter_kind as kind, id as subject_id, id as enrolment_id
        from enrolment where ${inScope('enrolment')} and municipality = ${municipality} and state_key = 'registered'
      union all
      select 'offer', proposal.id, party.id from proposal,
        lateral (values (mentor_id, mentor_answer), (mentee_id, mentee_answer)) as party (id, answer)
        where ${inScope('proposal')} and proposal.municipality = ${municipality} and state = 'offered'
          and expires_at > ${now} and party.answer is null
      union all
      select 'meeting', meeting.id, party.id from meeting
        join meeting_match on meeting_match.meeting_id = meeting.id
        join match on match.id = meeting_match.match_id,
        lateral (values (match.mentor_id), (match.mentee_id)) as party (id)
        where ${inScope('meeting')} and ${inScope('meeting_match')} and ${inScope('match')}
          and meeting.municipality = ${municipality} and meeting.state = 'scheduled'
          and meeting.starts_at > ${now}
    ) as due
    join enrolment on enrolment.id = due.enrolment_id
    join person on person.id = enrolment.person_id
    where ${inScope('enrolment')} and ${inScope('person')} and ${whose}
    order by person.sort_name, enrolment.id, due.kind
    limit ${enrolmentIds === undefined ? 1000 : null}`.execute(db)
  return rows
}

export async function insertLetters(db: Tx, letters: Insertable<Letter>[]) {
  await db.insertInto('letter').values(letters).execute()
}

/** What one letter says, read at the time of printing. */
export interface LetterFacts {
  personId: string
  kind: LetterKind
  locale: string
  name: string
  street: string | null
  postcode: string | null
  town: string | null
  role: EnrolmentRole
  /** The other party's name, when the letter is about a pair. */
  otherName: string | null
  expiresAt: Temporal.Instant | null
  startsAt: Temporal.Instant | null
  endsAt: Temporal.Instant | null
  venue: string | null
  programmeName: string
  phone: string | null
}

export async function readPrint(db: Tx, printId: string): Promise<LetterFacts[]> {
  const { rows } = await sql<LetterFacts>`
    select letter.kind, letter.locale, letter.person_id, person.name, person.street, person.postcode, person.town,
      own.role, other.name as other_name, proposal.expires_at, meeting.starts_at, meeting.ends_at,
      concat_ws(', ', site.name, site.address, room.name, meeting.place_text) as venue,
      programme.name as programme_name, programme.phone
    from letter
    join person on person.id = letter.person_id and ${inScope('person')}
    left join proposal on ${inScope('proposal')} and letter.kind = 'offer' and proposal.id = letter.subject_id
    left join meeting on ${inScope('meeting')} and letter.kind = 'meeting' and meeting.id = letter.subject_id
    left join site on ${inScope('site')} and site.id = meeting.site_id
    left join room on ${inScope('room')} and room.id = meeting.room_id
    left join lateral (
      select match.mentor_id, match.mentee_id from meeting_match
      join match on match.id = meeting_match.match_id
      join enrolment on enrolment.id in (match.mentor_id, match.mentee_id)
      where ${inScope('meeting_match')} and ${inScope('match')} and ${inScope('enrolment')}
        and meeting_match.meeting_id = meeting.id and enrolment.person_id = person.id limit 1
    ) as pair on true
    join enrolment own on ${inScope('own')} and own.person_id = person.id and own.id in (
      letter.subject_id, proposal.mentor_id, proposal.mentee_id, pair.mentor_id, pair.mentee_id)
    left join enrolment theirs on ${inScope('theirs')} and theirs.id <> own.id and theirs.id in (
      proposal.mentor_id, proposal.mentee_id, pair.mentor_id, pair.mentee_id)
    left join person other on ${inScope('other')} and other.id = theirs.person_id
    join programme on programme.id = own.programme_id
    where ${inScope('letter')} and letter.print_id = ${printId}
    order by letter.id`.execute(db)
  if (rows.length === 0) throw new Problem('not-found')
  return rows
}

export async function readPerson(db: Tx, enrolmentId: string) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'enrolment.personId', 'person.name', 'person.locale'])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
