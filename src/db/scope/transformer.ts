import {
  AndNode,
  type ColumnNode,
  type ColumnUpdateNode,
  type CommonTableExpressionNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  type JoinNode,
  type MergeQueryNode,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  ParensNode,
  RawNode,
  type SelectQueryNode,
  type UpdateQueryNode,
  ValueNode,
  WhereNode,
} from 'kysely'
import { condition, type Named, namedTable, nameOf, type Use } from './condition.ts'
import { findUnscoped, markOf, ownerMark } from './find-unscoped.ts'
import { InScope, OutOfScope, Owned } from './in-scope.ts'
import { rules } from './rules.ts'
import type { Scope } from './scope.ts'

interface Restricted {
  readonly joins?: readonly JoinNode[]
  readonly where?: WhereNode
}

/** Limits each table of a statement to the scope: in its where, or in the on of its join. */
export class ScopeTransformer extends OperationNodeTransformer {
  readonly #scope: Scope

  constructor(scope: Scope) {
    super()
    this.#scope = scope
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const query = super.transformSelectQuery(node)
    const locks = query.endModifiers?.some(({ modifier }) => modifier?.startsWith('For'))
    const use = locks ? 'lock' : 'read'
    return this.#restrict(query, this.#conditions(query.from?.froms, use), use)
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const query = super.transformUpdateQuery(node)
    const target = query.table && namedTable(query.table)
    if (target === undefined) throw new OutOfScope('an update names one table')
    this.#refuseForeign(target, query.updates)
    const own = condition(target, this.#scope, 'write')
    return this.#restrict(query, [...list(own), ...this.#conditions(query.from?.froms)])
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const query = super.transformDeleteQuery(node)
    const found = [
      ...this.#conditions(query.from.froms, 'write'),
      ...this.#conditions(query.using?.tables),
    ]
    return this.#restrict(query, found)
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const query = super.transformInsertQuery(node)
    const target = query.into && namedTable(query.into)
    if (target === undefined) throw new OutOfScope('an insert names one table')
    const own = condition(target, this.#scope, 'write')
    if (own === undefined) return query
    const rule = rules.get(target.table)
    if (rule !== 'own' && rule !== 'open') throw new OutOfScope(`${target.table} is the system's`)
    for (const value of municipalities(query)) this.#refuseOther(target, value)
    const { onConflict } = query
    if (onConflict?.updates === undefined) return query
    this.#refuseForeign(target, onConflict.updates)
    const updateWhere = WhereNode.create(both(own, onConflict.updateWhere?.where))
    return { ...query, onConflict: { ...onConflict, updateWhere } }
  }

  protected override transformMergeQuery(_: MergeQueryNode): MergeQueryNode {
    throw new OutOfScope('no rule holds a merge to a scope')
  }

  protected override transformCommonTableExpression(
    node: CommonTableExpressionNode,
  ): CommonTableExpressionNode {
    const { name } = node.name.table.table.identifier as { name: string }
    if (rules.has(name)) throw new OutOfScope(`${name} is a table and hides behind its name`)
    return super.transformCommonTableExpression(node)
  }

  protected override transformRaw(node: RawNode): RawNode {
    const unscoped = findUnscoped(flatten(node))
    if (unscoped.length > 0) throw new OutOfScope(`not in scope: ${unscoped.join(', ')}`)
    return super.transformRaw(node)
  }

  protected override transformValue(node: ValueNode): ValueNode {
    const { value } = node
    // A written condition replaces the placeholder; the compiler accepts either.
    if (value instanceof InScope) return this.#marked(value) as OperationNode as ValueNode
    if (!(value instanceof Owned)) return super.transformValue(node)
    const { municipality } = value
    const own = this.#scope.municipality
    if (own !== '*' && municipality !== own) throw new OutOfScope('rows for another municipality')
    const given = RawNode.create([`${ownerMark} `, ''], [ValueNode.create(municipality)])
    return given as OperationNode as ValueNode
  }

  #marked(value: InScope): RawNode {
    const rule = rules.get(value.table) ?? 'own'
    const found = condition(value, this.#scope, 'write', rule) ?? ValueNode.createImmediate(true)
    return RawNode.create([`${markOf(value.alias)} `, ''], [found])
  }

  #conditions(tables: readonly OperationNode[] = [], use: Use = 'read'): OperationNode[] {
    return tables.flatMap((node) => {
      const named = namedTable(node)
      return named === undefined ? [] : list(condition(named, this.#scope, use))
    })
  }

  #restrict<Query extends Restricted>(
    query: Query,
    found: OperationNode[],
    use: Use = 'read',
  ): Query {
    const joins = query.joins?.map((join) => {
      const named = namedTable(join.table)
      const own = named && condition(named, this.#scope, use)
      if (own === undefined) return join
      if (join.joinType === 'CrossJoin') {
        found.push(own)
        return join
      }
      if (!/^(Lateral)?(Inner|Left)Join$/.test(join.joinType))
        throw new OutOfScope(`no rule holds a ${join.joinType} to a scope`)
      return { ...join, on: OnNode.create(both(own, join.on?.on)) }
    })
    const [first, ...rest] = found
    if (first === undefined) return { ...query, joins }
    const all = rest.reduce((left, right) => AndNode.create(left, right), first)
    return { ...query, joins, where: WhereNode.create(both(all, query.where?.where)) }
  }

  /** An update moves no row to another municipality. */
  #refuseForeign(target: Named, updates: readonly ColumnUpdateNode[] = []): void {
    if (this.#scope.municipality === '*') return
    for (const { column, value } of updates)
      if (nameOf(column) === 'municipality') this.#refuseOther(target, value)
  }

  #refuseOther({ table }: Named, value: unknown): void {
    const own = this.#scope.municipality
    if (value !== own && !(isValue(value) && value.value === own))
      throw new OutOfScope(`a row of ${table} for another municipality`)
  }
}

function both(own: OperationNode, other: OperationNode | undefined): OperationNode {
  // In parentheses: a written condition may contain an or.
  return other === undefined ? own : AndNode.create(own, ParensNode.create(other))
}

function list<Item>(item: Item | undefined): Item[] {
  return item === undefined ? [] : [item]
}

function isValue(value: unknown): value is ValueNode {
  return typeof value === 'object' && value !== null && ValueNode.is(value as OperationNode)
}

/** The municipality of each new row; undefined where it has none or rows are copied. */
function municipalities({ columns = [], values }: InsertQueryNode): unknown[] {
  const at = columns.findIndex((column: ColumnNode) => column.column.name === 'municipality')
  if (at < 0 || values?.kind !== 'ValuesNode') return [undefined]
  const rows = (values as unknown as { values: { values: unknown[] }[] }).values
  return rows.map((row) => row.values[at])
}

/** A written statement as one text, with its tables and conditions. */
function flatten(node: OperationNode): string {
  if (RawNode.is(node)) {
    const { sqlFragments, parameters } = node
    return sqlFragments
      .map((text, at) => text + (parameters[at] ? flatten(parameters[at]) : ''))
      .join('')
  }
  const named = namedTable(node)
  if (named !== undefined) return ` ${named.table} `
  const value = ValueNode.is(node) ? node.value : undefined
  if (value instanceof InScope) return markOf(value.alias)
  return value instanceof Owned ? ownerMark : ' ? '
}
