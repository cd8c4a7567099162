import { expressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from './types.ts'

// A person's or enrolment's rows in other tables, as columns of a statement that reads `person` or
// `enrolment` under that name.

export function languagesOfPerson() {
  const eb = expressionBuilder<DB, 'person'>()
  return jsonArrayFrom(
    eb
      .selectFrom('personLanguage')
      .select(['tag', 'level', 'reads', 'writes', 'canInterpret'])
      .whereRef('personLanguage.personId', '=', 'person.id')
      .orderBy('level', 'desc')
      .orderBy('tag'),
  ).as('languages')
}

export function topicsOfEnrolment() {
  const eb = expressionBuilder<DB, 'enrolment'>()
  return jsonArrayFrom(
    eb
      .selectFrom('enrolmentTopic')
      .select(['topic', 'importance'])
      .whereRef('enrolmentTopic.enrolmentId', '=', 'enrolment.id')
      .orderBy('importance', 'desc')
      .orderBy('topic'),
  ).as('topics')
}

export function hoursOfPerson() {
  const eb = expressionBuilder<DB, 'person'>()
  return jsonArrayFrom(
    eb
      .selectFrom('availability')
      .select(['day', 'starts', 'ends'])
      .whereRef('availability.personId', '=', 'person.id')
      .orderBy('day')
      .orderBy('starts'),
  ).as('hours')
}

export function awayOfPerson() {
  const eb = expressionBuilder<DB, 'person'>()
  return jsonArrayFrom(
    eb
      .selectFrom('availabilityException')
      .select(['startsOn', 'endsBefore'])
      .whereRef('availabilityException.personId', '=', 'person.id')
      .orderBy('startsOn'),
  ).as('away')
}
