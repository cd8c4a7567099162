import { type OperationNode, OperationNodeTransformer, sql, ValueNode } from 'kysely'
import { InScope, Owned } from '../../src/db/scope/in-scope.ts'
import { ScopePlugin } from '../../src/db/scope/plugin.ts'
import type { House } from './house.ts'

// Whose rows a statement touches is checked twice: by the product and by the database. A test takes
// one of the two away to see that the other holds alone. The product has no switch for either.

type Restore = () => Promise<void>

/** Leaves each statement as its author wrote it. */
class AsWritten extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    const { value } = node
    if (value instanceof InScope) return ValueNode.createImmediate(true)
    return value instanceof Owned ? ValueNode.create(value.municipality) : node
  }
}

/** Takes the product's own check away: only the database's rules are left. */
export async function withoutFilter(): Promise<Restore> {
  const { transformQuery } = ScopePlugin.prototype
  const asWritten = new AsWritten()
  ScopePlugin.prototype.transformQuery = ({ node }) =>
    asWritten.transformNode<OperationNode>(node) as typeof node
  return async () => {
    ScopePlugin.prototype.transformQuery = transformQuery
  }
}

/** Takes the database's rules away: only the product's own check is left. */
export async function withoutRules(house: House): Promise<Restore> {
  const { rows } = await sql<{ name: string }>`
    select format('%I', relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relrowsecurity`.execute(house.db)
  const set = async (what: string) => {
    const changes = rows.map(({ name }) => `alter table ${name} ${what} row level security;`)
    await sql.raw(`do $$ begin ${changes.join(' ')} end $$`).execute(house.db)
  }
  await set('disable')
  return () => set('enable')
}
