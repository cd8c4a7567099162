import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'
import type { Scope } from './scope.ts'
import { ScopeTransformer } from './transformer.ts'

/**
 * The product's own check of a statement's scope, besides row-level security: every table of every
 * statement is limited to one municipality by a comparison. `*` is the system, which sees all rows;
 * without a scope no row is seen.
 */
export class ScopePlugin implements KyselyPlugin {
  readonly #transformer: ScopeTransformer

  constructor(scope: Scope) {
    this.#transformer = new ScopeTransformer(scope)
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(args.node)
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result
  }
}
