import type { RunSettings } from '../../core/run';
import type { Expression, Identifier } from '../ast';
import type { PlanBuilder } from '../builder';
import type { NodeId, PlanAction, PlanParam, PlanSeries } from '../plan';
import type { Reporter, Span } from '../reporter';
import type { Value } from '../values';

/** A declared name. */
export interface Declared {
  readonly identifier: Identifier;
  readonly value: Value;
  used: boolean;
}

/** What the parts of the checker share while they walk one script. */
export interface Context {
  readonly source: string;
  readonly reporter: Reporter;
  readonly builder: PlanBuilder;
  /** Innermost last. */
  readonly scopes: Map<string, Declared>[];
  readonly params: PlanParam[];
  readonly actions: PlanAction[];
  readonly plots: PlanSeries[];
  readonly lenses: PlanSeries[];
  /** What the one `strategy(...)` said; null before it. */
  strategy: { readonly name: string; readonly settings: RunSettings; readonly span: Span } | null;
  /** The conditions around the statement, joined; null at top level. */
  when: { readonly node: NodeId; readonly reason: string } | null;
  /** Value of an expression; mistakes in it are reported and give `unknown`. */
  evaluate(expression: Expression): Value;
}

/** The declaration that a name means here, undefined when there is none. */
export function findDeclared(context: Context, name: string): Declared | undefined {
  for (let i = context.scopes.length - 1; i >= 0; i--) {
    const declared = context.scopes[i]?.get(name);
    if (declared) return declared;
  }
  return undefined;
}
