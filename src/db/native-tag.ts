import { type RawBuilder, sql } from 'kysely'
import { inScope } from './scope/in-scope.ts'

/** The mother tongue of the `person` of a statement, as the choice of a mail's language wants it. */
export function nativeTag(): RawBuilder<string | null> {
  return sql<string | null>`(select tag from person_language
    where ${inScope('person_language')} and person_id = person.id and level = 'native'
    order by tag limit 1)`
}
