import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely'
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
  /** When the meeting that it is about begins. */
  startsAt: Temporal.Instant | null
  printedAt: Temporal.Instant | null
  /** How many letters there are in all; a list without ids ends after 1,000. */
  total: number
}

/**
 * Letters that apply now (registered, asked, meeting planned, moved or off), of the given enrolments or of all
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
      ${nativeTag()} as native_tag
    from (
      select 'welcome'::letter_kind as kind, id as subject_id, id as enrolment_id, null::timestamptz as starts_at,
        ${lastPrinted('welcome', sql`enrolment.person_id`, sql`enrolment.id`)} as printed_at
        from enrolment where ${inScope('enrolment')} and municipality = ${municipality} and state_key = 'registered'
      union all
      select 'offer', proposal.id, party.id, null,
        ${lastPrinted('offer', sql`enrolment.person_id`, sql`proposal.id`)}
        from proposal,
        lateral (values (mentor_id, mentor_answer), (mentee_id, mentee_answer)) as party (id, answer),
        enrolment
        where ${inScope('proposal')} and ${inScope('enrolment')} and enrolment.id = party.id
          and proposal.municipality = ${municipality} and proposal.state = 'offered'
          and expires_at > ${now} and party.answer is null
      union all ${aboutMeetings(municipality, now)}
    ) as due
    join enrolment on enrolment.id = due.enrolment_id
    join person on person.id = enrolment.person_id
    where ${inScope('enrolment')} and ${inScope('person')} and ${whose}
    order by person.sort_name, enrolment.id, due.kind
    limit ${enrolmentIds === undefined ? 1000 : null}`.execute(db)
  return rows
}

function lastPrinted(
  kind: LetterKind,
  personId: RawBuilder<unknown>,
  subjectId: RawBuilder<unknown>,
) {
  return sql`(select max(printed_at) from letter where ${inScope('letter')}
    and letter.kind = ${kind}::letter_kind and letter.person_id = ${personId}
    and letter.subject_id = ${subjectId})`
}

/**
 * What those who take part in a meeting ahead, or were told of it by letter, have to be told: that it
 * takes place, that it was moved since their last letter, or that it is off for them.
 */
function aboutMeetings(municipality: string, now: Temporal.Instant) {
  return sql`
    select told.kind, meeting.id, part.id, meeting.starts_at,
      case when told.kind = latest.kind and not told.is_news then latest.printed_at end
    from meeting
    cross join lateral (
      select person_id from participant
        where ${inScope('participant')} and participant.meeting_id = meeting.id
      union
      select person_id from letter
        where ${inScope('letter')} and letter.subject_id = meeting.id and letter.kind in ('meeting', 'moved')
      union
      select person_id from (${toldBySms}) as sms where sms.meeting_id = meeting.id
    ) as reader
    left join participant on ${inScope('participant')} and participant.meeting_id = meeting.id
      and participant.person_id = reader.person_id
    left join lateral (
      select kind, printed_at, false as by_sms from letter
      where ${inScope('letter')} and letter.subject_id = meeting.id and letter.person_id = reader.person_id
        and letter.kind in ('meeting', 'moved', 'off')
      union all
      select kind, at, true from (${toldBySms}) as sms
      where sms.meeting_id = meeting.id and sms.person_id = reader.person_id
      order by printed_at desc limit 1
    ) as latest on true
    cross join lateral (
      select coalesce(latest.printed_at < meeting.moved_at, false) as is_news,
        case
          when meeting.state = 'cancelled' or participant.id is null then 'off'::letter_kind
          when latest.kind is null or latest.kind = 'off' then 'meeting'
          when latest.printed_at < meeting.moved_at then 'moved'
          else latest.kind
        end as kind
    ) as told
    cross join lateral (
      select enrolment.id from enrolment
      left join match on ${inScope('match')} and enrolment.id in (match.mentor_id, match.mentee_id)
      left join meeting_match on ${inScope('meeting_match')} and meeting_match.match_id = match.id
        and meeting_match.meeting_id = meeting.id
      where ${inScope('enrolment')} and enrolment.person_id = reader.person_id
        and enrolment.programme_id = meeting.programme_id
      order by meeting_match.meeting_id is null, enrolment.created_at desc limit 1
    ) as part
    where ${inScope('meeting')} and meeting.municipality = ${municipality}
      and meeting.state in ('scheduled', 'cancelled') and meeting.starts_at > ${now}
      and (told.kind <> 'off' or latest.kind is not null)
      and not (coalesce(latest.by_sms, false) and told.kind = latest.kind and not told.is_news)`
}

/** What people were told of meetings by SMS, which needs no letter unless it did not arrive. */
const toldBySms = sql`
  select meeting_notice.meeting_id, meeting_notice.person_id, mail.handled_at as at,
    case when takes_place then 'moved'::letter_kind else 'off' end as kind
  from meeting_notice join mail on mail.id = meeting_notice.mail_id
  where ${inScope('meeting_notice')} and ${inScope('mail')} and mail.medium = 'sms'
    and mail.state in ('sent', 'kept', 'unknown')`

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
      own.role, other.name as other_name, proposal.expires_at,
      known.starts_at, known.starts_at + (meeting.ends_at - meeting.starts_at) as ends_at,
      concat_ws(', ', site.name, site.address, room.name, meeting.place_text) as venue,
      programme.name as programme_name, programme.phone
    from letter
    join person on person.id = letter.person_id and ${inScope('person')}
    left join proposal on ${inScope('proposal')} and letter.kind = 'offer' and proposal.id = letter.subject_id
    left join meeting on ${inScope('meeting')} and letter.kind in ('meeting', 'moved', 'off')
      and meeting.id = letter.subject_id
    left join site on ${inScope('site')} and site.id = meeting.site_id
    left join room on ${inScope('room')} and room.id = meeting.room_id
    left join lateral (
      -- Of a meeting that is off the reader knows the time in the letter before.
      select coalesce((
        select earlier.starts_at from letter as earlier
        where ${inScope('earlier')} and letter.kind = 'off' and earlier.person_id = letter.person_id
          and earlier.subject_id = letter.subject_id and earlier.kind in ('meeting', 'moved')
          and earlier.printed_at <= letter.printed_at
        order by earlier.printed_at desc, earlier.id desc limit 1), meeting.starts_at) as starts_at
    ) as known on true
    left join lateral (
      select enrolment.id from enrolment
      where ${inScope('enrolment')} and letter.kind = 'off' and enrolment.person_id = person.id
        and enrolment.programme_id = meeting.programme_id
      order by enrolment.created_at desc limit 1
    ) as part on true
    left join lateral (
      select match.mentor_id, match.mentee_id from meeting_match
      join match on match.id = meeting_match.match_id
      join enrolment on enrolment.id in (match.mentor_id, match.mentee_id)
      where ${inScope('meeting_match')} and ${inScope('match')} and ${inScope('enrolment')}
        and letter.kind <> 'off'
        and meeting_match.meeting_id = meeting.id and enrolment.person_id = person.id limit 1
    ) as pair on true
    join enrolment own on ${inScope('own')} and own.person_id = person.id and own.id in (
      letter.subject_id, proposal.mentor_id, proposal.mentee_id, pair.mentor_id, pair.mentee_id, part.id)
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
