/** Stands in a written statement where the scope's condition on one of its tables goes. */
export class InScope {
  readonly alias: string
  readonly table: string

  constructor(alias: string, table: string) {
    this.alias = alias
    this.table = table
  }
}

/** Stands in a written statement for the municipality that its new rows are given to. */
export class Owned {
  readonly municipality: string

  constructor(municipality: string) {
    this.municipality = municipality
  }
}

/**
 * The condition that a row is in the transaction's scope, for a written statement: once for each
 * table it names, by the table's alias where it has one. A statement without it is refused.
 */
export function inScope(alias: string, table = alias): InScope {
  return new InScope(alias, table)
}

/** The municipality of the rows that a written statement adds: refused unless it is the scope's. */
export function owned(municipality: string): Owned {
  return new Owned(municipality)
}

/** What the scope refuses to write, answered as the database's own refusal is: as if it did not exist. */
export class OutOfScope extends Error {
  readonly code = '42501'
}
