const oid = { date: 1082, timestamp: 1114, timestamptz: 1184 } as const

/** How PostgreSQL's text becomes Temporal. Given to one pool, or to single queries, never set globally. */
export const temporalParsers: Record<number, (text: string) => unknown> = {
  [oid.date]: (text) => Temporal.PlainDate.from(text),
  [oid.timestamp]: (text) => Temporal.PlainDateTime.from(text.replace(' ', 'T')),
  [oid.timestamptz]: (text) => Temporal.Instant.from(text.replace(' ', 'T')),
}

/**
 * Turns Temporal parameters into text, which neither driver does: pg would send JSON with quotes.
 * Here and not in the statement's tree, which every plugin would copy.
 */
export function temporalValues(values: readonly unknown[]): unknown[] {
  return values.map(toText)
}

function toText(value: unknown): unknown {
  const isTemporal =
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainDateTime
  return isTemporal ? value.toString() : value
}
