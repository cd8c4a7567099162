import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
  type ValueNode,
} from 'kysely'

const oid = { date: 1082, timestamptz: 1184 } as const

/**
 * How PostgreSQL's text becomes Temporal. Handed to one pool, or to single queries: set globally,
 * pg-boss would receive Temporal where it expects Date, and dies on start.
 */
export const temporalParsers: Record<number, (text: string) => unknown> = {
  [oid.date]: (text) => Temporal.PlainDate.from(text),
  [oid.timestamptz]: (text) => Temporal.Instant.from(text.replace(' ', 'T')),
}

/** Writes Temporal parameters as text. Neither driver does: pg would send JSON with its quotes. */
export class TemporalPlugin implements KyselyPlugin {
  readonly #transformer = new TemporalTransformer()

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(args.node)
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result
  }
}

class TemporalTransformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...super.transformValue(node), value: toText(node.value) }
  }

  protected override transformPrimitiveValueList(
    node: PrimitiveValueListNode,
  ): PrimitiveValueListNode {
    return { ...super.transformPrimitiveValueList(node), values: node.values.map(toText) }
  }
}

function toText(value: unknown): unknown {
  const isTemporal = value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
  return isTemporal ? value.toString() : value
}
