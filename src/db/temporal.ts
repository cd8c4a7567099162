const oid = { date: 1082, timestamptz: 1184 } as const

/**
 * How PostgreSQL's text becomes Temporal. Handed to one pool, or to single queries: set globally,
 * pg-boss would receive Temporal where it expects Date, and dies on start.
 */
export const temporalParsers: Record<number, (text: string) => unknown> = {
  [oid.date]: (text) => Temporal.PlainDate.from(text),
  [oid.timestamptz]: (text) => Temporal.Instant.from(text.replace(' ', 'T')),
}

/**
 * Temporal parameters as text. Neither driver does it: pg would send JSON with its quotes. Here, and
 * not in the tree of the statement, of which every plugin makes a copy.
 */
export function temporalValues(values: readonly unknown[]): unknown[] {
  return values.map(toText)
}

function toText(value: unknown): unknown {
  const isTemporal = value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
  return isTemporal ? value.toString() : value
}
