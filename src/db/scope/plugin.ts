import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'
import { ScopeTransformer } from './transformer.ts'

/**
 * The product's own check of whose rows a statement touches, beside the database's: every table of
 * every statement is held to one municipality, by a plain comparison that knows nothing of the
 * database's rules. `*` is the system, which sees all; nothing at all sees none.
 */
export class ScopePlugin implements KyselyPlugin {
  readonly #transformer: ScopeTransformer

  constructor(scope: string) {
    this.#transformer = new ScopeTransformer(scope)
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(args.node)
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result
  }
}
