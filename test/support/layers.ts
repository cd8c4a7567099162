import { type OperationNode, OperationNodeTransformer, sql, ValueNode } from 'kysely'
import { InScope, Owned } from '../../src/db/scope/in-scope.ts'
import { ScopePlugin } from '../../src/db/scope/plugin.ts'
import type { House } from './house.ts'

// A statement's scope is checked twice, by the product and by the database. A test removes one
// check to show that the other holds alone; the product has no switch for either.

type Restore = () => Promise<void>

class AsWritten extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    const { value } = node
    if (value instanceof InScope) return ValueNode.createImmediate(true)
    return value instanceof Owned ? ValueNode.create(value.municipality) : node
  }
}

/** Removes the product's own check: only row-level security is left. */
export async function withoutFilter(): Promise<Restore> {
  const { transformQuery } = ScopePlugin.prototype
  const asWritten = new AsWritten()
  ScopePlugin.prototype.transformQuery = ({ node }) =>
    asWritten.transformNode<OperationNode>(node) as typeof node
  return async () => {
    ScopePlugin.prototype.transformQuery = transformQuery
  }
}

/** Removes row-level security: only the product's own check is left. */
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
