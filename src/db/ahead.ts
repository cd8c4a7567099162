import {
  type AbortableOperationOptions,
  type CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryResult,
  type RawBuilder,
  type TransactionSettings,
} from 'kysely'
import { temporalValues } from './temporal.ts'

/** Statements whose answers nobody waits for. */
const ahead = new WeakSet<CompiledQuery>()

/**
 * Sends a statement that answers with nothing, and goes on at once: the next is on its way before the
 * server has finished this one. Should it fail, so does the next statement or the commit, with its
 * error. The embedded database, which is on no wire, runs it there and then.
 */
export async function sendAhead<DB>(db: Kysely<DB>, statement: RawBuilder<unknown>): Promise<void> {
  const query = statement.compile(db)
  ahead.add(query)
  await db.executeQuery(query)
}

/** What has been sent on a connection and not been answered yet, in order. */
type Sent = Promise<unknown>[]

/**
 * Does not wait for `begin` either: a transaction opens while its first statement is being written.
 * Wants a client that sends a statement though another is under way (`pipeline`).
 */
class AheadDriver extends PostgresDriver {
  readonly #sent = new WeakMap<DatabaseConnection, Sent>()

  override async acquireConnection(
    options?: AbortableOperationOptions,
  ): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(options)
    // The pool lends the same connections again and again.
    if (!this.#sent.has(connection)) this.#sent.set(connection, goingAhead(connection))
    return connection
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    send(this.#sent.get(connection)!, super.beginTransaction(connection, settings))
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const sent = this.#sent.get(connection)!
    const [committed] = await Promise.allSettled([super.commitTransaction(connection)])
    await settle(sent)
    if (committed.status === 'rejected') throw committed.reason
  }

  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    const sent = this.#sent.get(connection)!
    await super.rollbackTransaction(connection)
    sent.length = 0
  }
}

export class AheadDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new AheadDriver(this.#config)
  }
}

function goingAhead(connection: DatabaseConnection): Sent {
  const sent: Sent = []
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    const parameters = temporalValues(query.parameters)
    const answer = execute<Row>({ ...query, parameters })
    if (ahead.has(query)) {
      send(sent, answer)
      return { rows: [] }
    }
    try {
      return await answer
    } catch (error) {
      // Whatever follows a statement that failed is refused too: the reason is the first one's.
      await settle(sent)
      throw error
    }
  }
  return sent
}

function send(sent: Sent, answer: Promise<unknown>): void {
  sent.push(answer)
  // It is heard when it is asked for; until then nothing is unhandled.
  answer.catch(() => {})
}

/** Waits for all that was sent; throws what the first that failed threw. */
async function settle(sent: Sent): Promise<void> {
  const failed = (await Promise.allSettled(sent.splice(0))).find(
    ({ status }) => status === 'rejected',
  )
  if (failed?.status === 'rejected') throw failed.reason
}
