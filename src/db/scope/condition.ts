import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  OperatorNode,
  ReferenceNode,
  TableNode,
  ValueNode,
} from 'kysely'
import { OutOfScope } from './in-scope.ts'
import { type Rule, rules } from './rules.ts'

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
  { table, alias }: Named,
  scope: string,
  use: Use,
  rule: Rule | undefined = rules.get(table),
): OperationNode | undefined {
  if (scope === '*' || rule === undefined) return undefined
  if (rule === 'open' && use === 'read') return undefined
  if (rule === 'fixed' && use !== 'write') return undefined
  if (rule === 'fixed') throw new OutOfScope(`${table} is changed by the system only`)
  if (rule === 'system') return ValueNode.createImmediate(false)
  return BinaryOperationNode.create(
    ReferenceNode.create(ColumnNode.create('municipality'), TableNode.create(alias)),
    OperatorNode.create('='),
    ValueNode.create(scope),
  )
}
