/** A placeholder in a written statement for the scope's condition on one table. */
export class InScope {
  readonly alias: string
  readonly table: string

  constructor(alias: string, table: string) {
    this.alias = alias
    this.table = table
  }
}

/** A placeholder in a written statement for the municipality of new rows. */
export class Owned {
  readonly municipality: string

  constructor(municipality: string) {
    this.municipality = municipality
  }
}

/**
 * The condition that a row is in the transaction's scope, for a written statement: once per table,
 * by its alias if it has one. A statement without it is refused.
 */
export function inScope(alias: string, table = alias): InScope {
  return new InScope(alias, table)
}

/** The municipality of the rows that a written statement inserts: refused unless it is the scope's. */
export function owned(municipality: string): Owned {
  return new Owned(municipality)
}

/** Thrown for a write outside the scope, with the code of the database's own refusal: not found. */
export class OutOfScope extends Error {
  readonly code = '42501'
}
