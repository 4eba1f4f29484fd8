import type { RunSettings } from '../../core/run';
import type { Expression, FunctionStatement, Identifier } from '../ast';
import type { PlanBuilder } from '../builder';
import type {
  NodeId,
  PlanAction,
  PlanAnnotation,
  PlanChange,
  PlanName,
  PlanParam,
  PlanSeries,
  PlanVariable,
} from '../plan';
import { SCRIPT_LIMITS } from '../limits';
import type { Reporter, Span } from '../reporter';
import type { Value } from '../values';

type Scope = Map<string, Declared>;

/** A declared name. */
export interface Declared {
  readonly identifier: Identifier;
  readonly kind: 'const' | 'let' | 'state' | 'function' | 'parameter';
  /** Changed by assignments. */
  value: Value;
  used: boolean;
  /** Conditions around the declaration: an assignment holds under those that came since. */
  readonly depth: number;
  /** What it stands for, and where that is read: other frames read it anew. */
  readonly source: { readonly expression: Expression; readonly scopes: readonly Scope[] } | null;
  /** Row of `PlanBuilder.states`. */
  readonly state?: number;
  readonly declaration?: FunctionStatement;
  /** Its assignments so far, where it may have some. */
  readonly changes?: PlanChange[];
}

/** A series of the plan before it is known which parameters it depends on. */
export type OpenSeries = Omit<PlanSeries, 'params'>;

/** What the parts of the checker share while they walk one script. */
export interface Context {
  readonly source: string;
  readonly reporter: Reporter;
  readonly builder: PlanBuilder;
  /** Innermost last. */
  scopes: Scope[];
  readonly params: PlanParam[];
  readonly actions: PlanAction[];
  readonly plots: OpenSeries[];
  readonly lenses: OpenSeries[];
  readonly annotations: PlanAnnotation[];
  readonly names: { readonly constants: PlanName[]; readonly variables: PlanVariable[] };
  /** Conditions of the branches around the statement, outermost first. */
  readonly branches: NodeId[];
  /** Functions whose calls are being put in place. */
  readonly calls: FunctionStatement[];
  /** Row of the frame that expressions are read in. */
  frame: number;
  /** Expressions and statements read so far. */
  steps: number;
  /** What the one `strategy(...)` said; null before it. */
  strategy: { readonly name: string; readonly settings: RunSettings; readonly span: Span } | null;
  /** The conditions around the statement, joined; null at top level. */
  when: { readonly node: NodeId; readonly reason: string } | null;
  /** Value of an expression; mistakes in it are reported and give `unknown`. */
  evaluate(expression: Expression): Value;
}

/** Counts a step; false beyond the limit, when all that follows is unknown. */
export function mayGoOn(context: Context): boolean {
  context.steps++;
  if (context.steps <= SCRIPT_LIMITS.steps) return true;
  context.reporter.report('script_too_large', { from: 0, to: 0 }, { limit: SCRIPT_LIMITS.nodes });
  return false;
}

/** The declaration that a name means here, undefined when there is none. */
export function findDeclared(context: Context, name: string): Declared | undefined {
  for (let i = context.scopes.length - 1; i >= 0; i--) {
    const declared = context.scopes[i]?.get(name);
    if (declared) return declared;
  }
  return undefined;
}
