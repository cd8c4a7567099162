import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  OperatorNode,
  type RawBuilder,
  ReferenceNode,
  sql,
  TableNode,
  ValueNode,
} from 'kysely'
import { OutOfScope } from './in-scope.ts'
import { type Rule, rules } from './rules.ts'
import type { Scope } from './scope.ts'

export interface Named {
  readonly table: string
  readonly alias: string
}

/** The table a node names; undefined for a subquery or a table of another schema. */
export function namedTable(node: OperationNode): Named | undefined {
  if (AliasNode.is(node)) {
    const named = namedTable(node.node)
    if (named === undefined) return undefined
    if (!IdentifierNode.is(node.alias)) throw new OutOfScope(`${named.table} has a written alias`)
    return { ...named, alias: node.alias.name }
  }
  if (!TableNode.is(node)) return undefined
  const { schema, identifier } = node.table
  if (schema !== undefined && schema.name !== 'public') return undefined
  return { table: identifier.name, alias: identifier.name }
}

export function nameOf(node: OperationNode): string | undefined {
  if (ReferenceNode.is(node)) return nameOf(node.column)
  return ColumnNode.is(node) ? node.column.name : undefined
}

/** PostgreSQL asks more rights for locking a row than for reading it. */
export type Use = 'read' | 'lock' | 'write'

/** The condition that limits a table to a scope; undefined where none is needed. */
export function condition(
  named: Named,
  scope: Scope,
  use: Use,
  rule: Rule | undefined = rules.get(named.table),
): OperationNode | undefined {
  const { table, alias } = named
  if (scope.municipality === '*' || rule === undefined) return undefined
  if (rule === 'open' && use === 'read') return undefined
  if (rule === 'fixed' && use !== 'write') return undefined
  if (rule === 'fixed') throw new OutOfScope(`${table} is changed by the system only`)
  if (rule === 'system') return ValueNode.createImmediate(false)
  const own = BinaryOperationNode.create(
    ReferenceNode.create(ColumnNode.create('municipality'), TableNode.create(alias)),
    OperatorNode.create('='),
    ValueNode.create(scope.municipality),
  )
  const further = confidential(named, scope, use)
  return further === undefined ? own : AndNode.create(own, further)
}

/**
 * A further condition on rows about concerns, which only the colleagues see whom the programme has
 * named: concerns with their steps, the tasks about them, and their entries in the record. Who reported
 * a concern reads their own.
 */
function confidential({ table, alias }: Named, scope: Scope, use: Use): OperationNode | undefined {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const account = sql`named.account_id::text = ${scope.account ?? ''}`
  const concern = sql`exists (select from concern as about
    join concern_reader as named on named.programme_id = about.programme_id and ${account}
    where about.id = ${column('concern_id')})`
  const restrictions: Readonly<Record<string, RawBuilder<unknown>>> = {
    concern: sql`(exists (select from concern_reader as named
      where named.programme_id = ${column('programme_id')} and ${account})
      ${use === 'read' ? sql`or ${column('reporter_person_id')}::text = ${scope.person ?? ''}` : sql``})`,
    concern_step: concern,
    task: sql`(${column('concern_id')} is null or ${concern})`,
    audit_entry: sql`(${column('action')} not like 'concern-%' or exists (
      select from concern_reader as named
      where named.municipality = ${scope.municipality} and ${account}))`,
  }
  return Object.hasOwn(restrictions, table) ? restrictions[table]!.toOperationNode() : undefined
}
