import path from 'node:path'
import { Kysely, PGliteDialect } from 'kysely'
import { generate, PostgresDialect } from 'kysely-codegen'
import { createEngine } from './embedded-template.ts'
import { migrate } from './migrate.ts'

/**
 * Writes `types.ts` from what the migrations produce, in an embedded database of its own.
 * With `verify` nothing is written: it throws when the committed file is stale.
 */
export async function generateTypes({ verify = false } = {}): Promise<void> {
  const db = new Kysely<object>({ dialect: new PGliteDialect({ pglite: await createEngine() }) })
  try {
    await migrate(db)
    await generate({
      db,
      dialect: new PostgresDialect(),
      camelCase: true,
      excludePattern: 'kysely_*',
      outFile: path.join(import.meta.dirname, 'types.ts'),
      typeMapping: {
        timestamptz: 'Temporal.Instant',
        timestamp: 'Temporal.PlainDateTime',
        date: 'Temporal.PlainDate',
        // Text: 24:00 ends a day, and Temporal.PlainTime cannot hold it.
        time: 'string',
      },
      verify,
    })
  } finally {
    await db.destroy()
  }
}

if (import.meta.main) await generateTypes()
