import type { Transaction } from 'kysely'
import {
  awayOfPerson,
  hoursOfPerson,
  languagesOfPerson,
  topicsOfEnrolment,
} from '../../../db/profile-lists.ts'
import type { DB } from '../../../db/types.ts'

type Tx = Transaction<DB>

/** A page of enrolled people with everything that an export has of them. */
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
    .select([languagesOfPerson(), topicsOfEnrolment(), hoursOfPerson(), awayOfPerson()])
    .where('enrolment.municipality', '=', municipality)
    .$if(after !== undefined, (query) => query.where('enrolment.id', '>', after!))
    .orderBy('enrolment.id')
    .limit(limit)
    .execute()
}
