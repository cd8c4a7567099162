import type { Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** A page of everybody enrolled, each with all that an export says of them. */
export async function listPeoplePage(
  db: Tx,
  municipality: string,
  after: string | undefined,
  limit: number,
) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('municipality', 'municipality.code', 'person.residence')
    .leftJoin('partner', 'partner.id', 'enrolment.sourcePartnerId')
    .select(['enrolment.id', 'enrolment.role', 'enrolment.state', 'enrolment.capacity'])
    .select(['person.name', 'person.email', 'person.phone', 'person.channel', 'person.street'])
    .select(['person.postcode', 'person.town', 'person.sex', 'person.birthYear', 'person.locale'])
    .select(['person.meets', 'person.furthestDistanceKm', 'person.interests'])
    .select(['person.onlyAtLibrary', 'enrolment.sexWish', 'enrolment.sexWishIsMust'])
    .select(['enrolment.ageWishFrom', 'enrolment.ageWishTo', 'enrolment.ageWishIsMust'])
    .select(['enrolment.acceptsChildren', 'enrolment.childrenAlong'])
    .select(['enrolment.wantsDanishPractice', 'enrolment.interpreterAcceptable'])
    .select(['municipality.name as residenceName', 'partner.name as partnerName'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('personLanguage')
          .select(['tag', 'level', 'reads', 'writes', 'canInterpret'])
          .whereRef('personLanguage.personId', '=', 'person.id')
          .orderBy('tag'),
      ).as('languages'),
      jsonArrayFrom(
        eb
          .selectFrom('enrolmentTopic')
          .select(['topic', 'importance'])
          .whereRef('enrolmentTopic.enrolmentId', '=', 'enrolment.id')
          .orderBy('topic'),
      ).as('topics'),
      jsonArrayFrom(
        eb
          .selectFrom('availability')
          .select(['day', 'starts', 'ends'])
          .whereRef('availability.personId', '=', 'person.id')
          .orderBy('day')
          .orderBy('starts'),
      ).as('hours'),
      jsonArrayFrom(
        eb
          .selectFrom('availabilityException')
          .select(['startsOn', 'endsBefore'])
          .whereRef('availabilityException.personId', '=', 'person.id')
          .orderBy('startsOn'),
      ).as('away'),
    ])
    .where('enrolment.municipality', '=', municipality)
    .$if(after !== undefined, (query) => query.where('enrolment.id', '>', after!))
    .orderBy('enrolment.id')
    .limit(limit)
    .execute()
}
