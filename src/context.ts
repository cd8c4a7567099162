import { type Kysely, sql, type Transaction } from 'kysely'
import { ScopePlugin } from './db/scope/plugin.ts'
import type { Scope } from './db/scope/scope.ts'
import type { DB } from './db/types.ts'
import type { JournalFolder } from './db/journal.ts'
import { insertDuty } from './duties/sql.ts'
import { Problem } from './problems.ts'

/** Who acts. It decides which municipality's rows a transaction sees, and it is what the record keeps. */
export type Actor =
  | { kind: 'system' }
  | { kind: 'public'; municipality?: string }
  | {
      kind: 'staff'
      id: string
      name: string
      role: 'administrator' | 'coordinator'
      municipality: string | null
      /** True when they proved who they are within the last minutes; grave things ask for it. */
      hasSteppedUp?: boolean
    }
  | { kind: 'person'; id: string; municipality: string }
  | { kind: 'client'; id: string; scopes: readonly string[]; municipality: string }

/** What an operation can put to be done after it; workers.ts says how each is worked. */
type Enqueued = 'link-request' | 'concern' | 'import' | 'run' | 'meeting-answer'

/** The product opened for one actor. It has no way to the tables: `transact` gives that. */
export interface Context {
  readonly database: Kysely<DB>
  /** Beside the database, and in none of its backups: who was erased, and how the record ended. */
  readonly journal: JournalFolder
  readonly actor: Actor
  /** The one clock. Tests set it. */
  readonly now: () => Temporal.Instant
}

/** What an operation works with inside its transaction. */
export interface Work extends Context {
  readonly db: Transaction<DB>
  /**
   * Has something done after the transaction, or later, and only if it commits: a name and an id, no
   * more.
   */
  enqueue(duty: Enqueued, subjectId: string, dueAt?: Temporal.Instant): Promise<void>
}

/**
 * The same product, opened for somebody else. Inside a transaction it stays inside: what may be seen
 * is then still what the one who opened it may see.
 */
export function actingAs<Outer extends Context>(ctx: Outer, actor: Actor): Outer {
  return { ...ctx, actor }
}

/**
 * Runs an operation in one transaction as the actor, or joins the one that is already open. The
 * callback's context shadows the caller's: on the embedded database a statement past the
 * transaction would wait for itself for ever. Deadlocks and lost serialisations are tried again.
 */
export async function transact<Result>(
  ctx: Context | Work,
  work: (ctx: Work) => Promise<Result>,
): Promise<Result> {
  if ('db' in ctx) return work(ctx)
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.database.transaction().execute(async (transaction) => {
        const scope = scopeOf(ctx.actor)
        // The application's role is neither owner nor superuser: the database's own rules bind it.
        await sql`select set_config('role', 'makker_app', true),
          set_config('app.municipality', ${scope.municipality}, true),
          set_config('app.account', ${scope.account ?? ''}, true),
          set_config('app.person', ${scope.person ?? ''}, true)`.execute(transaction)
        return work({
          ...ctx,
          // And so does the product's own check, which needs no rule of the database.
          db: transaction.withPlugin(new ScopePlugin(scope)),
          enqueue: (duty, subjectId, dueAt = ctx.now()) =>
            insertDuty(transaction, duty, subjectId, dueAt),
        })
      })
    } catch (error) {
      if (!isWorthRetrying(error)) throw error
      if (attempt === 10) throw new Problem('unavailable')
    }
  }
}

/** Whose rows the actor may touch: all for the system, none for an administrator. */
function scopeOf(actor: Actor): Scope {
  if (actor.kind === 'system') return { municipality: '*' }
  const municipality = actor.municipality ?? ''
  if (actor.kind === 'staff') return { municipality, account: actor.id }
  return actor.kind === 'person' ? { municipality, person: actor.id } : { municipality }
}

const serializationFailure = '40001'
const deadlockDetected = '40P01'

function isWorthRetrying(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === serializationFailure || code === deadlockDetected
}

/** How the record names the actor: a kind and an id, never a person's name. */
export function actorName(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind
}
